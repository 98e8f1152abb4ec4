"""Addresses of the API; like other addresses for machines they have no language and no slash at the end."""

from django.urls import path, re_path

from prongsai.portal.api import views

AGENCY = "v1/agencies/<slug:code>"

app_name = "api"
urlpatterns = [
    path("openapi.json", views.tell_description, name="description"),
    path("v1/", views.tell_index, name="index"),
    path("v1/instruments", views.list_years, name="instruments"),
    path("v1/instruments/<str:year>", views.tell_year, name="year"),
    path("v1/agencies", views.list_agencies, name="agencies"),
    path(AGENCY, views.tell_agency, name="agency"),
    path(f"{AGENCY}/<str:year>", views.tell_result, name="result"),
    path("v1/results", views.list_results, name="results"),
    path("v1/disclosure/<slug:code>/<str:year>", views.tell_disclosure, name="disclosure"),
    path("v1/score", views.score_rows, name="score"),
    re_path(r"", views.tell_unknown, name="unknown"),
]

"""Addresses of an agency's surveys, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.surveys.collecting import views

app_name = "collecting"
SURVEYS = "rounds/<slug:slug>/surveys/"
urlpatterns = [
    path(SURVEYS, views.show_surveys, name="surveys"),
    path(f"{SURVEYS}addresses/", views.open_addresses, name="addresses"),
    path(f"{SURVEYS}codes/", views.print_codes, name="codes"),
    path(f"{SURVEYS}<slug:part>/xlsform.xlsx", views.download_form, name="form"),
    path(f"{SURVEYS}<slug:part>/poster.pdf", views.print_notice, {"kind": "poster"}, name="poster"),
    path(f"{SURVEYS}<slug:part>/cards.pdf", views.print_notice, {"kind": "cards"}, name="cards"),
]

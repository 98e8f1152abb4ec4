"""Addresses of clarification, below /office/: an agency's and the national ones."""

from django.urls import path

from prongsai.portal.disclosures.clarifying import views

app_name = "oit-clarifying"
NATIONAL = "national/marking/<slug:slug>/objections/"
AGENCY = "<slug:agency_code>/rounds/<slug:slug>/oit-marks/"
urlpatterns = [
    path("national/rounds/<slug:slug>/oit/of/<slug:code>/", views.correct, name="correct"),
    path(NATIONAL, views.show_objections, name="objections"),
    path(f"{NATIONAL}<slug:code>/<slug:item>/", views.decide, name="decide"),
    path(AGENCY, views.show_marks, name="marks"),
    path(f"{AGENCY}<slug:item>/", views.object_to, name="object"),
]

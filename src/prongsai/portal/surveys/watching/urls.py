"""Addresses of a round's surveys for those who run or watch all of them, below /office/national/."""

from django.urls import path

from prongsai.portal.surveys.watching import views

app_name = "national-surveys"
SURVEYS = "rounds/<slug:slug>/surveys/"
urlpatterns = [
    path(SURVEYS, views.show_progress, name="progress"),
    path(f"{SURVEYS}provinces/", views.show_provinces, name="provinces"),
    path(f"{SURVEYS}count/", views.count_again, name="count"),
    path(f"{SURVEYS}remind/", views.remind, name="remind"),
    path(f"{SURVEYS}close/", views.close_counting, name="close"),
    path(f"{SURVEYS}review/", views.show_review, name="review"),
    path(f"{SURVEYS}review/decide/", views.decide_group, name="decide"),
    path(f"{SURVEYS}tallies.csv", views.download_tallies, {"kind": "csv"}, name="tallies-csv"),
    path(f"{SURVEYS}tallies.json", views.download_tallies, {"kind": "json"}, name="tallies-json"),
    path(f"{SURVEYS}forms/<slug:part>.xlsx", views.download_form, name="form"),
]

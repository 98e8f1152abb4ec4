"""Addresses of an agency's rounds, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.rounds.taking_part import views

app_name = "rounds"
ROUND = "rounds/<slug:slug>/"
urlpatterns = [
    path("rounds/", views.show_rounds, name="rounds"),
    path(ROUND, views.show_participation, name="round"),
    path(f"{ROUND}profile/", views.edit_profile, name="profile"),
    path(f"{ROUND}submit/", views.submit, name="submit"),
    path(f"{ROUND}confirm/", views.confirm, name="confirm"),
    path(f"{ROUND}return/", views.send_back, name="return"),
    path(f"{ROUND}copies/<int:version>/", views.show_copy, name="copy"),
]

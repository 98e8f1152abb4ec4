"""Addresses of rounds for those who run or watch all of them, below /office/national/."""

from django.urls import path

from prongsai.portal.rounds.running import views

app_name = "national-rounds"
ROUND = "rounds/<slug:slug>/"
urlpatterns = [
    path("rounds/", views.show_rounds, name="rounds"),
    path("rounds/open/", views.open_round, name="open"),
    path(ROUND, views.show_round, name="round"),
    path(f"{ROUND}move/", views.move, name="move"),
    path(f"{ROUND}phases/<slug:key>/", views.change_phase, name="phase"),
    path(f"{ROUND}agencies/", views.show_agencies, name="agencies"),
    path(f"{ROUND}agencies/invite/", views.invite, name="invite"),
    path(f"{ROUND}agencies/of/<slug:code>/", views.show_agency, name="agency"),
]

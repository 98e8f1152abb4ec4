"""Addresses of rounds for those who run or watch all of them, below /office/national/."""

from django.urls import path

from prongsai.portal.rounds.running import views
from prongsai.portal.rounds.wording import views as wording_views

app_name = "national-rounds"
ROUND = "rounds/<slug:slug>/"
urlpatterns = [
    path("rounds/", views.show_rounds, name="rounds"),
    path("rounds/open/", views.open_round, name="open"),
    path(ROUND, views.show_round, name="round"),
    path(f"{ROUND}journal/", views.show_journal, name="journal"),
    path(f"{ROUND}move/", views.move, name="move"),
    path(f"{ROUND}sms/", views.ask_sms, name="ask-sms"),
    path(f"{ROUND}phases/<slug:key>/", views.change_phase, name="phase"),
    path(f"{ROUND}wording/", wording_views.show_wording, name="wording"),
    path(f"{ROUND}wording/save/", wording_views.save_wording, name="save-wording"),
    path(f"{ROUND}wording/file/", wording_views.process_file, name="wording-file"),
    path(f"{ROUND}wording/own/", wording_views.restore_own, name="own-wording"),
    path(f"{ROUND}wording/wording.csv", wording_views.download_wording, {"kind": "csv"}, name="wording-csv"),
    path(f"{ROUND}wording/wording.xlsx", wording_views.download_wording, {"kind": "xlsx"}, name="wording-xlsx"),
    path(f"{ROUND}agencies/", views.show_agencies, name="agencies"),
    path(f"{ROUND}agencies/invite/", views.invite, name="invite"),
    path(f"{ROUND}agencies/of/<slug:code>/", views.show_agency, name="agency"),
]

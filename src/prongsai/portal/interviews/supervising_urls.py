"""Addresses of interviews for supervisors, below /office/national/rounds/."""

from django.urls import path

from prongsai.portal.interviews.reviewing import views

app_name = "interview-review"
ROUND = "<slug:slug>/interviews/"
AGENCY = f"{ROUND}of/<slug:code>/"
urlpatterns = [
    path(ROUND, views.show_round, name="round"),
    path(f"{ROUND}doubt/", views.doubt_day, name="doubt"),
    path(AGENCY, views.show_agency, name="agency"),
    path(f"{AGENCY}clients/", views.bring, name="bring"),
    path(f"{AGENCY}draw/", views.draw, name="draw"),
    path(f"{AGENCY}assign/", views.assign, name="assign"),
    path(f"{AGENCY}again/", views.draw_checks, name="draw-checks"),
    path(f"{AGENCY}again/<int:check_id>/", views.record_check, name="record-check"),
    path(f"{AGENCY}late/", views.count_late, name="count-late"),
]

"""Addresses of marking, below /office/national/."""

from django.urls import path

from prongsai.portal.disclosures.assessing import views

app_name = "oit-assessing"
urlpatterns = [
    path("rounds/<slug:slug>/oit/", views.show_round, name="round"),
    path("rounds/<slug:slug>/oit/share/", views.share, name="share"),
    path("rounds/<slug:slug>/oit/conflicts/", views.tell_conflict, name="conflict"),
    path("marking/<slug:slug>/", views.show_queue, name="queue"),
    path("marking/<slug:slug>/<slug:code>/<slug:item>/", views.mark_item, name="item"),
    path("marking/<slug:slug>/<slug:code>/<slug:item>/kept/<int:capture_id>/", views.show_kept, name="kept"),
]

"""Addresses of a round's computed results, below /office/national/."""

from django.urls import path

from prongsai.portal.computing import views

app_name = "computing"
ROUND = "rounds/<slug:slug>/results/"
urlpatterns = [
    path(ROUND, views.show_results, name="results"),
    path(f"{ROUND}compute/", views.compute, name="compute"),
    path(f"{ROUND}<int:edition>/release/", views.release, name="release"),
]

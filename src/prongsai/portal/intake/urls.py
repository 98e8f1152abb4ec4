"""Addresses of files of answers, below /office/national/."""

from django.urls import path

from prongsai.portal.intake import views

app_name = "intake"
ANSWERS = "rounds/<slug:slug>/answers/"
urlpatterns = [
    path(ANSWERS, views.show_files, name="files"),
    path(f"{ANSWERS}send/", views.process_file, name="send"),
    path(f"{ANSWERS}<int:file_id>/", views.show_waiting, name="file"),
    path(f"{ANSWERS}<int:file_id>/store/", views.confirm_store, name="store"),
    path(f"{ANSWERS}<int:file_id>/discard/", views.confirm_discard, name="discard"),
]

"""Addresses of an agency's published files, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.disclosures.uploading import views

app_name = "oit-files"
urlpatterns = [
    path("oit-files/", views.show_files, name="files"),
    path("oit-files/upload/", views.upload, name="upload"),
    path("oit-files/<int:file_id>/withdraw/", views.withdraw, name="withdraw"),
]

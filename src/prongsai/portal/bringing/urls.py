"""Addresses of the results that an officer brings, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.bringing import views
from prongsai.portal.bringing.from_document import views as from_document
from prongsai.portal.results import urls as results_urls  # noqa: F401 - registers `fiscal_year`

app_name = "bringing"
urlpatterns = [
    path("results/", views.show_years, name="years"),
    path("results/file/", views.show_file_form, name="file"),
    path("results/file/send/", views.process_file, name="file-send"),
    path("results/file/<int:file_id>/", views.show_preview, name="preview"),
    path("results/file/<int:file_id>/take-over/", views.confirm_take_over, name="take-over"),
    path("results/document/", from_document.show_document_form, name="document"),
    path("results/document/send/", from_document.process_document, name="document-send"),
    path("results/document/<int:draft_id>/", from_document.show_reading, name="read-draft"),
    path("results/document/<int:draft_id>/check/", from_document.check_reading, name="read-check"),
    path("results/document/<int:draft_id>/bring/", from_document.confirm_reading, name="read-bring"),
    path("results/document/<int:draft_id>/discard/", from_document.confirm_discard, name="read-discard"),
    path("results/<fiscal_year:year>/", views.show_form, name="form"),
    path("results/<fiscal_year:year>/check/", views.check_form, name="check"),
    path("results/<fiscal_year:year>/save/", views.process_form, name="save"),
    path("results/<fiscal_year:year>/carry-over/", views.confirm_carry_over, name="carry-over"),
    path("results/<fiscal_year:year>/discard/", views.confirm_discard, name="discard"),
]

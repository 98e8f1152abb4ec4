"""Addresses of an agency's papers, below /office/<agency_code>/."""

from django.urls import path

from prongsai.portal.documents import views
from prongsai.portal.documents.shelf import FORMATS

app_name = "documents"
urlpatterns = [
    path("documents/", views.show_documents, name="documents"),
    *(
        path(
            f"documents/<int:year>/{kind}.{file_format}",
            view,
            {"file_format": file_format},
            name=f"{kind}-{file_format}",
        )
        for kind, view in (
            ("analysis", views.download_analysis),
            ("plan", views.download_plan),
            ("report", views.download_report),
        )
        for file_format in FORMATS
    ),
]

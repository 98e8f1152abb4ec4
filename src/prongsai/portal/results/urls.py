"""Addresses of published results."""

from django.urls import path, register_converter

from prongsai.portal.results import views
from prongsai.thai.fiscal_years import read_fiscal_year


class FiscalYear:
    """A year of the Buddhist era in an address, in Thai or Arabic digits."""

    regex = "[2๒][56๕๖][0-9๐-๙]{2}"

    def to_python(self, value: str) -> int:
        """Read it."""
        return read_fiscal_year(value)

    def to_url(self, value: int) -> str:
        """Write it."""
        return str(value)


register_converter(FiscalYear, "fiscal_year")

app_name = "results"
urlpatterns = [
    path("agencies/<slug:code>/", views.show_newest, name="newest"),
    path("agencies/<slug:code>/<fiscal_year:year>/", views.show_result, name="result"),
    path("agencies/<slug:code>/<fiscal_year:year>/arithmetic/", views.show_arithmetic, name="arithmetic"),
    path(
        "agencies/<slug:code>/<fiscal_year:year>/analysis.pdf",
        views.download_analysis,
        {"file_format": "pdf"},
        name="analysis-pdf",
    ),
    path(
        "agencies/<slug:code>/<fiscal_year:year>/analysis.docx",
        views.download_analysis,
        {"file_format": "docx"},
        name="analysis-docx",
    ),
    path("open-data/", views.show_open_data, name="open-data"),
    path("open-data/scores.csv", views.download_scores, {"file_format": "csv"}, name="scores-csv"),
    path("open-data/scores.json", views.download_scores, {"file_format": "json"}, name="scores-json"),
]

"""The shelf of an agency's papers, and the papers themselves."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.portal.documents.access import open_plan_paper, open_report_paper, open_years
from prongsai.portal.documents.files import analysis_file, plan_file, report_file
from prongsai.portal.documents.shelf import fill_shelf
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.results.analysis import content_type
from prongsai.thai.numerals import DigitStyle

Format = Literal["pdf", "docx"]


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_documents(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Every paper that can be written for this agency."""
    digits = _digits(request)
    shelf = fill_shelf(seat, digits="arabic" if digits == "arabic" else "")
    return render(request, "documents/documents.html", {"seat": seat, "shelf": shelf, "digits": digits})


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_analysis(request: HttpRequest, seat: Seat, year: int, file_format: Format) -> HttpResponse:
    """The analysis report of a result, also of one that the agency keeps for itself."""
    years = open_years(seat, year)
    content = analysis_file(seat.agency, years, year, file_format=file_format, digits=_digits(request))
    return _answer(content, f"ita-analysis-{year}-{seat.agency.code}", file_format)


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_plan(request: HttpRequest, seat: Seat, year: int, file_format: Format) -> HttpResponse:
    """The plan of measures, by indicator or by the seven topics."""
    opened, by_topic = open_plan_paper(seat, year), request.GET.get("form") == "seven-topics"
    content = plan_file(
        seat.agency,
        opened,
        form="seven-topics" if by_topic else "indicators",
        file_format=file_format,
        digits=_digits(request),
    )
    name = f"ita-plan-{'topics-' if by_topic else ''}{year}-{seat.agency.code}"
    return _answer(content, name, file_format)


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_report(request: HttpRequest, seat: Seat, year: int, file_format: Format) -> HttpResponse:
    """The report on carrying out the plan."""
    opened = open_report_paper(seat, year)
    content = report_file(seat.agency, opened, file_format=file_format, digits=_digits(request))
    return _answer(content, f"ita-report-{year}-{seat.agency.code}", file_format)


def _digits(request: HttpRequest) -> DigitStyle:
    return "arabic" if request.GET.get("digits") == "arabic" else "thai"


def _answer(content: bytes, name: str, file_format: Format) -> HttpResponse:
    """A file to save."""
    response = HttpResponse(content, content_type=content_type(file_format))
    response["Content-Disposition"] = f'attachment; filename="{name}.{file_format}"'
    return response

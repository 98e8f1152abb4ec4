"""The shelf of an agency's papers, one paper, and what can be taken as it would be written today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.portal.documents.access import open_paper, open_plan_paper, open_year
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.pages import paper_page
from prongsai.portal.documents.rendering import Format, rendered_file
from prongsai.portal.documents.serving import file_answer
from prongsai.portal.documents.shelf import fill_shelf
from prongsai.portal.documents.sources import Sources
from prongsai.portal.documents.templating import written
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.thai.numerals import DigitStyle


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_documents(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Every paper that can be written for this agency, and how far each is."""
    digits = _digits(request)
    shelf = fill_shelf(seat, digits="arabic" if digits == "arabic" else "")
    return render(request, "documents/documents.html", {"seat": seat, "shelf": shelf, "digits": digits})


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_paper(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """One paper: how far it is, what it says, what was approved, what has changed since."""
    return render(request, "documents/paper.html", paper_page(seat, open_paper(seat, year, kind)))


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_analysis(request: HttpRequest, seat: Seat, year: int, file_format: Format) -> HttpResponse:
    """The analysis report of a result, also of one that the agency keeps for itself."""
    sources = open_year(seat, KINDS["analysis"], year)
    return _today(request, sources, KINDS["analysis"], year, f"ita-analysis-{year}-{seat.agency.code}.{file_format}")


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_plan(request: HttpRequest, seat: Seat, year: int, file_format: Format) -> HttpResponse:
    """The plan of measures, by indicator or by the seven topics."""
    sources, by_topic = open_plan_paper(seat, year), request.GET.get("form") == "seven-topics"
    name = f"ita-plan-{'topics-' if by_topic else ''}{year}-{seat.agency.code}.{file_format}"
    return _today(request, sources, KINDS["plan-by-topic" if by_topic else "plan"], year, name)


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_report(request: HttpRequest, seat: Seat, year: int, file_format: Format) -> HttpResponse:
    """The report on carrying out the plan in force."""
    sources = open_year(seat, KINDS["report"], year)
    return _today(request, sources, KINDS["report"], year, f"ita-report-{year}-{seat.agency.code}.{file_format}")


def _digits(request: HttpRequest) -> DigitStyle:
    return "arabic" if request.GET.get("digits") == "arabic" else "thai"


def _today(request: HttpRequest, sources: Sources, kind: Kind, year: int, name: str) -> HttpResponse:
    """A paper of a kind as it would be written now, with nothing typed on it."""
    file_format: Format = "pdf" if name.endswith(".pdf") else "docx"
    document = written(kind, sources, year, Head(digits=_digits(request)))
    return file_answer(rendered_file(document, file_format, on=timezone.localdate()), name, file_format)

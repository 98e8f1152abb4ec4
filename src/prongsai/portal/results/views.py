"""An agency's published result, its arithmetic, its papers, and the open data."""

from functools import partial
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from prongsai.portal.disclosures.public.queries import public_years
from prongsai.portal.results import queries
from prongsai.portal.results.access import open_newest_year, open_result
from prongsai.portal.results.analysis import analysis_file, content_type
from prongsai.portal.results.arithmetic import arithmetic_lines
from prongsai.portal.results.charts import draw_pictures
from prongsai.portal.results.open_data import COLUMNS, write_csv, write_json
from prongsai.portal.results.presenting import level_ends
from prongsai.portal.results.report_files import BusyError, kept_report
from prongsai.portal.results.scorecard.page import make_scorecard
from prongsai.portal.results.standing import ranks_from
from prongsai.thai.fiscal_years import NotAYearError, read_fiscal_year

A_MINUTE = 60
COME_BACK_SECONDS = 5


@require_safe
def show_newest(_request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the newest published year of an agency."""
    return redirect("results:result", code=code, year=open_newest_year(code))


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def show_result(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """One agency's result of a year."""
    opened = open_result(code, year)
    card = make_scorecard(opened.years)
    contents = {
        "agency": opened.result.agency,
        "result": opened.result,
        "card": card,
        "pictures": draw_pictures(opened.years, card.history, card.target),
        "years": queries.years_of(code),
        "rules_changed": opened.rules_changed,
        "ranks": ranks_from(opened.result.ranks),
        "sureness": opened.sureness,
        "level_ends": level_ends(opened.scored.scored.year, opened.sureness),
        "has_disclosure": year in public_years(opened.result.agency_id),
    }
    return render(request, "results/result.html", contents)


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def show_arithmetic(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Every step from the figures to the total, to follow with a pencil."""
    opened = open_result(code, year)
    contents = {
        "agency": opened.result.agency,
        "result": opened.result,
        "steps": arithmetic_lines(opened.scored.scored),
    }
    return render(request, "results/arithmetic.html", contents)


@require_safe
def download_analysis(request: HttpRequest, code: str, year: int, file_format: Literal["pdf", "docx"]) -> HttpResponse:
    """The analysis report of a result as PDF or DOCX, written once; who comes while many are written comes again."""
    opened = open_result(code, year)
    digits: Literal["thai", "arabic"] = "arabic" if request.GET.get("digits") == "arabic" else "thai"
    write = partial(analysis_file, opened, file_format=file_format, digits=digits)
    try:
        content = kept_report(opened, file_format=file_format, digits=digits, write=write)
    except BusyError:
        return _come_back(request)
    response = HttpResponse(content, content_type=content_type(file_format))
    response["Content-Disposition"] = f'attachment; filename="ita-{year}-{code}.{file_format}"'
    response["Cache-Control"] = f"public, max-age={A_MINUTE}"
    return response


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def show_open_data(request: HttpRequest) -> HttpResponse:
    """What can be downloaded and what the columns mean."""
    contents = {"years": queries.published_years(), "figures": queries.count_figures(), "columns": COLUMNS}
    return render(request, "results/open_data.html", contents)


@require_safe
def download_scores(request: HttpRequest, file_format: Literal["csv", "json"]) -> StreamingHttpResponse:
    """All published figures, or those of `?year=`, as they come from the database."""
    figures = queries.every_figure(_wanted_year(request))
    lines = write_csv(figures) if file_format == "csv" else write_json(figures)
    kind = "text/csv" if file_format == "csv" else "application/json"
    response = StreamingHttpResponse(lines, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="prongsai-scores.{file_format}"'
    return response


def _come_back(request: HttpRequest) -> HttpResponse:
    response = render(request, "results/busy.html", status=503)
    response["Retry-After"] = str(COME_BACK_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def _wanted_year(request: HttpRequest) -> int | None:
    asked = request.GET.get("year", "")
    try:
        return read_fiscal_year(asked) if asked else None
    except NotAYearError as wrong:
        raise Http404(str(wrong)) from None

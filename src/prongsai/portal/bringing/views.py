"""The years of an agency, the form of one, and scores files."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.bringing import actions, queries
from prongsai.portal.bringing.access import open_published_year, open_waiting_file, open_year
from prongsai.portal.bringing.checking import check_figures
from prongsai.portal.bringing.forms import ResultForm, ScoresFileForm, TakeOverForm
from prongsai.portal.bringing.models import WaitingFile
from prongsai.portal.bringing.preview import file_years, preview_lines
from prongsai.portal.bringing.reading import read_upload
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.results.queries import stored_years

UNUSABLE = 422


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_years(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Every fiscal year and what stands for it."""
    contents = _with_seat(seat, lines=queries.year_lines(seat.agency.pk, seat.agency.code))
    return render(request, "bringing/years.html", contents)


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_form(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The form of a year with what stands."""
    return _answer_form(request, seat, year, _form(seat, year))


@office_view(Permission.BRING_RESULT)
@require_POST
def check_form(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Check what was typed and keep nothing; `?part` asks for the live region alone."""
    form = _form(seat, year, request.POST)
    form.is_valid()
    if "part" in request.GET:
        contents = {"form": form, "check": check_figures(form.year, form.figures())}
        return render(request, "bringing/parts/check.html", contents)
    return _answer_form(request, seat, year, form)


@office_view(Permission.BRING_RESULT)
@require_POST
def process_form(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Keep what was typed, or show what cannot be kept with everything still in its place."""
    form = _form(seat, year, request.POST)
    if not form.is_valid() or not form.states_something():
        return _answer_form(request, seat, year, form, status=UNUSABLE)
    note = form.cleaned_data["source_note"]
    actions.save_result(seat=seat, year=year, figures=form.figures(), source_note=note)
    messages.success(request, _("บันทึกแล้ว เห็นได้เฉพาะคนของหน่วยงาน"))
    return redirect("bringing:form", agency_code=seat.agency.code, year=year)


@office_view(Permission.BRING_RESULT)
@require_POST
def confirm_carry_over(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Start the agency's own figures from the published ones."""
    actions.carry_over(seat=seat, published=open_published_year(seat, year))
    messages.success(request, _("บันทึกแล้ว เห็นได้เฉพาะคนของหน่วยงาน"))
    return redirect("bringing:form", agency_code=seat.agency.code, year=year)


@office_view(Permission.BRING_RESULT)
@require_POST
def confirm_discard(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Remove what the agency keeps of a year."""
    actions.discard_own_result(seat=seat, year=open_year(year).year)
    messages.success(request, _("ลบตัวเลขของหน่วยงานเองแล้ว"))
    return redirect("bringing:years", agency_code=seat.agency.code)


@office_view(Permission.BRING_RESULT)
@require_safe
def show_file_form(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Where a scores file is sent."""
    return render(request, "bringing/file.html", _with_seat(seat, form=ScoresFileForm()))


@office_view(Permission.BRING_RESULT)
@require_POST
def process_file(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Read a scores file and lead to its preview, or name every mistake by row and column."""
    form = ScoresFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "bringing/file.html", _with_seat(seat, form=form), status=UNUSABLE)
    upload = form.cleaned_data["file"]
    outcome = read_upload(upload.name, upload.read(), seat.agency)
    if outcome.problems:
        contents = _with_seat(seat, form=form, outcome=outcome)
        return render(request, "bringing/file.html", contents, status=UNUSABLE)
    waiting = actions.keep_waiting_file(seat=seat, name=upload.name, rows=outcome.rows)
    return redirect("bringing:preview", agency_code=seat.agency.code, file_id=waiting.pk)


@office_view(Permission.BRING_RESULT)
@require_safe
def show_preview(request: HttpRequest, seat: Seat, file_id: int) -> HttpResponse:
    """What a sent file holds, before anything is taken over."""
    waiting = open_waiting_file(seat, file_id)
    return _answer_preview(request, seat, waiting, TakeOverForm(years=file_years(waiting.rows, _names(seat))))


@office_view(Permission.BRING_RESULT)
@require_POST
def confirm_take_over(request: HttpRequest, seat: Seat, file_id: int) -> HttpResponse:
    """Keep the chosen years of a sent file."""
    waiting = open_waiting_file(seat, file_id)
    form = TakeOverForm(request.POST, years=file_years(waiting.rows, _names(seat)))
    if not form.is_valid():
        return _answer_preview(request, seat, waiting, form, status=UNUSABLE)
    actions.take_over_file(seat=seat, waiting=waiting, years=form.wanted())
    messages.success(request, _("นำเข้าจากไฟล์แล้ว เห็นได้เฉพาะคนของหน่วยงาน"))
    return redirect("bringing:years", agency_code=seat.agency.code)


def _form(seat: Seat, year: int, typed: Any = None) -> ResultForm:  # noqa: ANN401 - a QueryDict
    instrument, stored = open_year(year), stored_years(seat.agency.pk).get(year)
    return ResultForm(
        typed,
        year=instrument,
        stored=stored.figures if stored else (),
        source_note=stored.result.source_note if stored else "",
        read_only=not seat.may(Permission.BRING_RESULT),
    )


def _answer_form(request: HttpRequest, seat: Seat, year: int, form: ResultForm, *, status: int = 200) -> HttpResponse:
    check = check_figures(form.year, form.figures() if form.is_bound else form.stored)
    contents = _with_seat(seat, year=year, form=form, check=check, groups=list(form.groups(check.notes)))
    contents["line"] = next(line for line in queries.year_lines(seat.agency.pk, seat.agency.code) if line.year == year)
    return render(request, "bringing/form.html", contents, status=status)


def _answer_preview(
    request: HttpRequest, seat: Seat, waiting: WaitingFile, form: TakeOverForm, *, status: int = 200
) -> HttpResponse:
    chosen = form.cleaned_data.get("chosen", []) if form.is_bound else None
    lines = preview_lines(form.years, queries.kept_years(seat.agency.pk), chosen)
    contents = _with_seat(seat, waiting=waiting, form=form, lines=lines)
    contents["has_foreign_names"] = not all(line.entry.is_ours for line in lines)
    return render(request, "bringing/preview.html", contents, status=status)


def _names(seat: Seat) -> list[str]:
    return [seat.agency.name_th, seat.agency.name_en, seat.agency.code]


def _with_seat(seat: Seat, **contents: Any) -> dict[str, Any]:  # noqa: ANN401 - a template takes anything
    return {"seat": seat, "agency": seat.agency, "may_bring": seat.may(Permission.BRING_RESULT), **contents}

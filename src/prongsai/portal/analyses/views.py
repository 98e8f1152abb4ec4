"""The workspace of a year's analysis, and what would lift its level."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.analyses import actions, queries, supposing
from prongsai.portal.analyses.access import open_analysis, open_finding, open_material
from prongsai.portal.analyses.forms import (
    ConstraintsForm,
    JudgementForm,
    OwnFindingForm,
    RewordingForm,
    TopicNoteForm,
    problems_of,
)
from prongsai.portal.analyses.models import FindingKind, FindingState
from prongsai.portal.analyses.workspace import Unsaved, standing_of, workspace_of, year_lines
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission

UNUSABLE = 422


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_years(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The years with a result, and how far each analysis is."""
    lines = year_lines(queries.years_to_analyse(seat.agency.pk))
    return render(request, "analyses/years.html", {"seat": seat, "lines": lines})


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_analysis(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The workspace; before it is opened, the result and the way to begin."""
    return _answer(request, seat, year)


@office_view(Permission.ANALYSE)
@require_POST
def start(_request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Open the analysis of a year."""
    actions.start_analysis(seat=seat, material=open_material(seat, year))
    return _back(seat, year)


@office_view(Permission.ANALYSE)
@require_POST
def examine_again(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Let the rules look again; the officer's words stay."""
    actions.examine_again(seat=seat, analysis=open_analysis(seat, year), material=open_material(seat, year))
    messages.success(request, _("วิเคราะห์ใหม่แล้ว ข้อความและคำตัดสินของท่านยังอยู่ ข้อที่ตัวเลขเปลี่ยนมีเครื่องหมายบอก"))
    return _back(seat, year)


@office_view(Permission.ANALYSE)
@require_POST
def judge(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Keep or drop findings, or put them back."""
    analysis = open_analysis(seat, year)
    by_id = {finding.pk: finding for finding in analysis.findings.all()}
    form = JudgementForm(request.POST, known=list(by_id))
    if not form.is_valid():
        raise Http404("no such findings of this analysis")
    chosen = [by_id[number] for number in form.cleaned_data["finding"]]
    state = FindingState(form.cleaned_data["state"])
    actions.judge_findings(seat=seat, analysis=analysis, findings=chosen, state=state)
    return _back(seat, year, f"finding-{chosen[0].pk}")


@office_view(Permission.ANALYSE)
@require_POST
def reword(request: HttpRequest, seat: Seat, year: int, finding_id: int) -> HttpResponse:
    """Say a finding in the officer's words."""
    finding, form = open_finding(seat, year, finding_id), RewordingForm(request.POST)
    if not form.is_valid():
        draft = {finding.pk: request.POST.get("text_th", "")}
        return _answer(request, seat, year, Unsaved(drafts=draft, problems=problems_of(form)))
    actions.reword_finding(seat=seat, finding=finding, text_th=form.cleaned_data["text_th"])
    return _back(seat, year, f"finding-{finding.pk}")


@office_view(Permission.ANALYSE)
@require_POST
def add(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Add a finding of the officer's own."""
    analysis, material = open_analysis(seat, year), open_material(seat, year)
    form = OwnFindingForm(request.POST, year=material.result.year)
    if not form.is_valid():
        return _answer(request, seat, year, Unsaved(own=form))
    added = actions.add_finding(
        seat=seat,
        analysis=analysis,
        kind=FindingKind(form.cleaned_data["kind"]),
        text_th=form.cleaned_data["text_th"],
        topic=form.chosen_topic,
        place=form.place,
    )
    return _back(seat, year, f"finding-{added.pk}")


@office_view(Permission.ANALYSE)
@require_POST
def write_topic(request: HttpRequest, seat: Seat, year: int, number: int) -> HttpResponse:
    """Write on one of the seven topics."""
    analysis, form = open_analysis(seat, year), TopicNoteForm(request.POST)
    if number not in range(1, 8):
        raise Http404(f"no topic {number}")
    if not form.is_valid():
        notes = {number: request.POST.get("text_th", "")}
        return _answer(request, seat, year, Unsaved(notes=notes, problems=problems_of(form)))
    actions.write_topic_note(seat=seat, analysis=analysis, number=number, text_th=form.cleaned_data["text_th"])
    return _back(seat, year, f"topic-{number}")


@office_view(Permission.ANALYSE)
@require_POST
def write_constraints(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Write what holds the agency back."""
    analysis = open_analysis(seat, year)
    form = ConstraintsForm(request.POST, written=list(analysis.held_back_by.all()))
    if not form.is_valid():
        return _answer(request, seat, year, Unsaved(constraints=form))
    actions.write_constraints(seat=seat, analysis=analysis, texts=form.texts())
    messages.success(request, _("บันทึกข้อจำกัดแล้ว"))
    return _back(seat, year, "constraints")


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_lift(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The least set that reaches the next level, and sliders to try anything else."""
    result = open_material(seat, year).result
    groups = supposing.slider_groups(result, request.GET.dict())
    contents = {
        "seat": seat,
        "year": year,
        "least": supposing.least_set(result, supposing.read_reach(request.GET.get("reach", ""))),
        "reaches": supposing.REACHES,
        "groups": groups,
        "outcome": supposing.suppose(result, groups),
    }
    return render(request, "analyses/lift.html", contents)


@office_view(Permission.SEE_AGENCY)
@require_safe
def answer_lift(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """What comes of the sliders as they stand: the live region alone."""
    result = open_material(seat, year).result
    outcome = supposing.suppose(result, supposing.slider_groups(result, request.GET.dict()))
    return render(request, "analyses/parts/outcome.html", {"outcome": outcome})


def _answer(request: HttpRequest, seat: Seat, year: int, unsaved: Unsaved | None = None) -> HttpResponse:
    material, analysis = open_material(seat, year), queries.find_analysis(seat.agency.pk, year)
    contents = {
        "seat": seat,
        "year": year,
        "may_analyse": seat.may(Permission.ANALYSE),
        "standing": standing_of(material.stored),
        "work": None if analysis is None else workspace_of(analysis, material, unsaved or Unsaved()),
    }
    return render(request, "analyses/analysis.html", contents, status=UNUSABLE if unsaved else 200)


def _back(seat: Seat, year: int, anchor: str = "") -> HttpResponse:
    there = redirect("analyses:analysis", agency_code=seat.agency.code, year=year)
    if anchor:
        there["Location"] += f"#{anchor}"
    return there

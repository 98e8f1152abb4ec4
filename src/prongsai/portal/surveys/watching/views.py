"""The surveys of a round as those see them who run or watch all of them."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.access import open_round
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.questionnaires import questionnaires
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.closing import may_close_counting
from prongsai.portal.surveys.offline_form import offline_form
from prongsai.portal.surveys.queries import StillCountingError
from prongsai.portal.surveys.watching import actions, queries
from prongsai.portal.surveys.watching.forms import ProgressFilterForm, ReviewForm
from prongsai.portal.surveys.watching.page import progress_lines, provinces_in_order
from prongsai.portal.surveys.watching.tally_files import csv_lines, json_pieces

AT_ONCE = 100
"""Agencies that are e-mailed within one request; a clock reminds all of them."""


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def show_progress(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Answers against the minimum: in all, and agency by agency."""
    facts, form = open_round(slug), ProgressFilterForm(request.GET)
    asked = form.wanted()
    words = {"words" if name == "q" else name: value for name, value in asked.items()}
    page = queries.counted_parts(facts.id, **words, page=request.GET.get("page"))
    contents = {
        "seat": seat,
        "round": facts,
        "form": form,
        "page": page,
        "lines": progress_lines(page),
        "totals": queries.totals(facts.id),
        "counted_at": queries.counted_at(facts.id),
        "parts": list(instrument_of(facts).survey_by_part),
        "runs": seat.may(Permission.RUN_ROUNDS),
        "may_close": seat.may(Permission.RUN_ROUNDS) and may_close_counting(facts, timezone.now()),
        "asked": urlencode(asked),
    }
    return render(request, "watching/progress.html", contents)


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def show_provinces(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Answers against the minimum by province."""
    facts = open_round(slug)
    contents = {
        "seat": seat,
        "round": facts,
        "provinces": provinces_in_order(queries.province_totals(facts.id)),
        "counted_at": queries.counted_at(facts.id),
    }
    return render(request, "watching/provinces.html", contents)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def count_again(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """Count the round now."""
    actions.count_answers(round=open_round(slug))
    messages.success(request, _("นับใหม่แล้ว"))
    return redirect("national-surveys:progress", slug)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def remind(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """E-mail the officers of agencies that will miss a minimum."""
    address = request.build_absolute_uri("/")
    many = actions.remind_short_agencies(round=open_round(slug), address=address, actor=seat.actor, most=AT_ONCE)
    messages.success(request, _("ส่งอีเมลเตือนแล้ว %(count)s หน่วยงาน") % {"count": many})
    return redirect("national-surveys:progress", slug)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def close_counting(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Close the counting of the round, for good."""
    try:
        actions.close_round(round=open_round(slug), actor=seat.actor)
    except RoundRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ปิดการนับคำตอบแล้ว จากนี้ไม่มีคำตอบใดเพิ่มหรือลด"))
    return redirect("national-surveys:progress", slug)


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def show_review(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Answers that wait for the office's word, as numbers of an agency and a day."""
    facts = open_round(slug)
    groups = queries.review_groups(facts.id, page=request.GET.get("page"))
    contents = {"seat": seat, "round": facts, "groups": groups, "page": groups}
    return render(request, "watching/review.html", contents)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def decide_group(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Let a group count, or set it aside."""
    facts, form = open_round(slug), ReviewForm(request.POST)
    agency = find_agency(form.cleaned_data["agency"]) if form.is_valid() else None
    if agency is None:
        raise Http404("no such group")
    try:
        many = actions.review_group(
            round=facts,
            agency_id=agency.pk,
            agency_code=agency.code,
            part=form.instrument,
            day=form.named_day,
            verdict=form.word,
            actor=seat.actor,
        )
    except RoundRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("บันทึกแล้ว %(count)s คำตอบ") % {"count": many})
    return redirect("national-surveys:review", slug)


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def download_tallies(request: HttpRequest, seat: NationalSeat, slug: str, kind: str) -> HttpResponseBase:  # noqa: ARG001 - the guard's
    """What was answered, counted, of surveys with ten answers or more; nothing before the counting is closed."""
    facts = open_round(slug)
    try:
        found = queries.tallies(facts, questionnaires(facts))
    except StillCountingError:
        messages.error(request, _("ต้องปิดการนับคำตอบของรอบก่อน จึงดาวน์โหลดจำนวนผู้เลือกแต่ละตัวเลือกได้"))
        return redirect("national-surveys:progress", slug)
    pieces, content_type = (
        (csv_lines(found), "text/csv; charset=utf-8") if kind == "csv" else (json_pieces(found), "application/json")
    )
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{facts.slug}-tallies.{kind}"'
    return response


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def download_form(request: HttpRequest, seat: NationalSeat, slug: str, part: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """A questionnaire for ODK and KoboToolbox."""
    facts = open_round(slug)
    instrument = next((one for one in instrument_of(facts).survey_by_part if one.value.lower() == part), None)
    if instrument is None:
        raise Http404("the year asks no such survey")
    return offline_form(facts, instrument)

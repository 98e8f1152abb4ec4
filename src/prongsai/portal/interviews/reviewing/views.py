"""The supervisor's pages of interviews."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.interviews.access import open_frame, open_participation, open_round
from prongsai.portal.interviews.models import CheckOutcome
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.interviews.reviewing import actions
from prongsai.portal.interviews.reviewing.bringing import bring_clients
from prongsai.portal.interviews.reviewing.forms import (
    AssignForm,
    BackCheckForm,
    CheckForm,
    DoubtForm,
    DrawForm,
    ImportForm,
)
from prongsai.portal.interviews.reviewing.pages import agency_page, round_page
from prongsai.portal.interviews.sampling.actions import assign_interviewers, draw_clients
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.queries import names_in_national_role
from prongsai.portal.people.roles import Permission, Role
from prongsai.portal.rounds.pinned import with_pinned_rules

ROUND, AGENCY = "interview-review:round", "interview-review:agency"


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_safe
@with_pinned_rules
def show_round(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """How far the interviews of a round are."""
    words, page = request.GET.get("q", "").strip()[:100], request.GET.get("page")
    return render(request, "interviews/round.html", round_page(seat, open_round(slug), words=words, page=page))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def doubt_day(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Put a day's interviews of an interviewer under doubt."""
    facts = open_round(slug)
    form = DoubtForm(request.POST, people=names_in_national_role(Role.ASSESSOR))
    if form.is_valid():
        typed = form.cleaned_data
        doubt = actions.Doubt(typed["person"], typed["day"], typed["interviews"], typed["reason"])
        try:
            actions.doubt_day(actor=seat.actor, facts=facts, doubt=doubt)
        except InterviewRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("บันทึกข้อสงสัยแล้ว คำตอบไม่ถูกแตะต้อง เพราะไม่มีใครรู้ว่าเป็นฉบับใด"))
            return redirect(ROUND, slug)
    return render(request, "interviews/round.html", round_page(seat, facts, form=form))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_safe
@with_pinned_rules
def show_agency(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """An agency's list, sample, progress and calling again."""
    return render(request, "interviews/agency.html", agency_page(seat, open_round(slug), code))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def bring(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """Take in a file of clients; good rows are kept, bad ones named."""
    facts, form = open_round(slug), ImportForm(request.POST, request.FILES)
    agency = open_participation(facts, code)
    given: dict[str, object] = {"import_form": form}
    if form.is_valid():
        try:
            given = {"brought": bring_clients(form, actor=seat.actor, round_id=facts.id, agency_id=agency.agency_id)}
        except InterviewRefusedError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "interviews/agency.html", agency_page(seat, facts, code, **given))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def draw(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """Draw the sample by a seed that is published."""
    facts, form = open_round(slug), DrawForm(request.POST)
    frame = open_frame(facts, code)
    if form.is_valid():
        try:
            drawn = draw_clients(
                actor=seat.actor, frame_id=frame.id, size=form.cleaned_data["size"], seed=form.cleaned_data["seed"]
            )
        except InterviewRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("สุ่มได้ %(n)s ราย ประกาศเลขตั้งต้นเพื่อให้ผู้อื่นคำนวณซ้ำได้") % {"n": drawn})
            return redirect(AGENCY, slug, code)
    return render(request, "interviews/agency.html", agency_page(seat, facts, code, draw_form=form))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def assign(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """Hand the sample out to interviewers."""
    facts = open_round(slug)
    frame = open_frame(facts, code)
    form = AssignForm(request.POST, people=names_in_national_role(Role.ASSESSOR))
    if form.is_valid():
        try:
            moved = assign_interviewers(actor=seat.actor, frame_id=frame.id, people=form.cleaned_data["people"])
        except InterviewRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("แบ่งงานแล้ว %(n)s ราย") % {"n": moved})
            return redirect(AGENCY, slug, code)
    return render(request, "interviews/agency.html", agency_page(seat, facts, code, assign_form=form))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def draw_checks(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """Draw whom to call again."""
    facts, form = open_round(slug), BackCheckForm(request.POST)
    frame = open_frame(facts, code)
    if form.is_valid():
        percent, seed = form.cleaned_data["percent"], form.cleaned_data["check_seed"]
        try:
            actions.draw_back_checks(actor=seat.actor, frame_id=frame.id, percent=percent, seed=seed)
        except InterviewRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(AGENCY, slug, code)
    return render(request, "interviews/agency.html", agency_page(seat, facts, code, back_check_form=form))


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def record_check(request: HttpRequest, seat: NationalSeat, slug: str, code: str, check_id: int) -> HttpResponse:
    """Write down what a client said."""
    facts, form = open_round(slug), CheckForm(request.POST)
    frame = open_frame(facts, code)
    if form.is_valid():
        outcome = CheckOutcome(form.cleaned_data["outcome"])
        actions.record_back_check(actor=seat.actor, frame_id=frame.id, check_id=check_id, outcome=outcome)
        messages.success(request, _("บันทึกผลการตรวจซ้ำแล้ว"))
    else:
        messages.error(request, _("เลือกผลการตรวจซ้ำก่อน"))
    return redirect(AGENCY, slug, code)


@national_view(Permission.SUPERVISE_INTERVIEWS)
@require_POST
@with_pinned_rules
def count_late(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """Let an agency's late interviews count."""
    facts = open_round(slug)
    frame = open_frame(facts, code)
    try:
        many = actions.count_late(actor=seat.actor, facts=facts, frame_id=frame.id)
    except InterviewRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("นับบทสัมภาษณ์ที่ส่งช้าแล้ว %(n)s ฉบับ") % {"n": many})
    return redirect(AGENCY, slug, code)

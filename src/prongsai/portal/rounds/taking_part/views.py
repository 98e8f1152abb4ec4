"""An agency's pages in a round."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds import access
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.rounds.queries import instrument_of, rounds_of_agency
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.taking_part import actions
from prongsai.portal.rounds.taking_part.checking import asks_size
from prongsai.portal.rounds.taking_part.forms import ProfileForm, ReturnForm
from prongsai.portal.rounds.taking_part.page import participation_page


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_rounds(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The rounds in which the agency takes part; straight on where there is one."""
    rounds = rounds_of_agency(seat.agency.pk)
    if len(rounds) == 1:
        return redirect("rounds:round", seat.agency.code, rounds[0].slug)
    return render(request, "rounds/own_rounds.html", {"seat": seat, "rounds": rounds})


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_participation(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """What the agency brings in, what is still missing, how many must answer."""
    facts = access.open_begun_round(slug)
    row = access.open_own_participation(seat, facts.id)
    return render(request, "rounds/participation.html", participation_page(seat, facts, row))


@office_view(Permission.TAKE_PART)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def edit_profile(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Write profile, units with staff, services with clients; what is refused stays as it was typed."""
    facts = access.open_begun_round(slug)
    row = access.open_own_participation(seat, facts.id)
    sized = asks_size(seat.agency.type, instrument_of(facts))
    form = ProfileForm(request.POST or None, row=row, units=units_of(seat.agency.pk), asks_size=sized)
    wants_rows = "more" in request.POST
    if request.method == "POST" and not wants_rows and form.is_valid():
        try:
            actions.save_profile(seat=seat, round_id=facts.id, entry=form.entry())
        except RoundRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("บันทึกแล้ว"))
            return redirect("rounds:round", seat.agency.code, slug)
    contents = {"seat": seat, "round": facts, "row": row, "form": form, "shows_errors": not wants_rows}
    return render(request, "rounds/profile.html", contents)


@office_view(Permission.TAKE_PART)
@require_POST
@with_pinned_rules
def submit(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Hand it to the executive."""
    facts = access.open_begun_round(slug)
    access.open_own_participation(seat, facts.id)
    try:
        actions.submit_participation(seat=seat, round_id=facts.id)
    except RoundRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ส่งให้ผู้บริหารยืนยันแล้ว"))
    return redirect("rounds:round", seat.agency.code, slug)


@office_view(Permission.CONFIRM_PARTICIPATION)
@require_POST
@with_pinned_rules
def confirm(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Confirm exactly what the page showed."""
    facts = access.open_begun_round(slug)
    access.open_own_participation(seat, facts.id)
    try:
        actions.confirm_participation(seat=seat, round_id=facts.id, seen=request.POST.get("seen", ""))
    except RoundRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ยืนยันแล้ว ระบบเก็บสำเนาพร้อมรหัสตรวจสอบไว้"))
    return redirect("rounds:round", seat.agency.code, slug)


@office_view(Permission.CONFIRM_PARTICIPATION)
@require_POST
@with_pinned_rules
def send_back(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Send it back to the officer with a reason."""
    facts, form = access.open_begun_round(slug), ReturnForm(request.POST)
    row = access.open_own_participation(seat, facts.id)
    if form.is_valid():
        try:
            actions.return_participation(seat=seat, round_id=facts.id, reason=form.cleaned_data["reason"])
        except RoundRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("ส่งคืนให้เจ้าหน้าที่แล้ว"))
            return redirect("rounds:round", seat.agency.code, slug)
    return render(request, "rounds/participation.html", participation_page(seat, facts, row, form))


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_copy(request: HttpRequest, seat: Seat, slug: str, version: int) -> HttpResponse:
    """A copy that was confirmed, word for word."""
    facts = access.open_begun_round(slug)
    access.open_own_participation(seat, facts.id)
    copy = access.open_copy(facts.id, seat.agency.pk, version)
    return render(request, "rounds/copy.html", {"seat": seat, "round": facts, "copy": copy})

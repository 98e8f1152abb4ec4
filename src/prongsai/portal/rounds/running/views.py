"""The office's pages of rounds."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds import access, queries
from prongsai.portal.rounds.calendar_lines import calendar_lines
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running import actions
from prongsai.portal.rounds.running.confidence import check_rules
from prongsai.portal.rounds.running.forms import AgencyFilterForm, InviteForm, MoveForm, OpenForm
from prongsai.portal.rounds.running.inviting import choose_agencies
from prongsai.portal.rounds.running.journal_page import JournalFilterForm, journal_page
from prongsai.portal.rounds.running.pages import round_lines, round_page, state_counts
from prongsai.portal.rounds.running.phase_page import PhasePage
from prongsai.portal.rounds.running.texting import set_asks_sms
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.page import read_only_page
from prongsai.rulebook.loading import known_years, load_year


@national_view(Permission.WATCH_ROUNDS)
@require_safe
def show_rounds(request: HttpRequest, seat: NationalSeat) -> HttpResponse:
    """Every round."""
    contents = {"seat": seat, "rounds": round_lines(), "runs": seat.may(Permission.RUN_ROUNDS)}
    return render(request, "rounds/rounds.html", contents)


@national_view(Permission.RUN_ROUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: HttpRequest, seat: NationalSeat) -> HttpResponse:
    """Choose a year, see how sure its rules are, open a round."""
    years = known_years()
    asked = (request.POST or request.GET).get("year", "")
    year = int(asked) if asked in map(str, years) else years[-1]
    form = OpenForm(request.POST or None, years=years, chosen=year)
    if request.method == "POST" and form.is_valid():
        try:
            opened = actions.open_round(
                actor=seat.actor,
                year=year,
                is_rehearsal=form.is_rehearsal,
                name_th=form.cleaned_data["name_th"],
                name_en=form.cleaned_data["name_en"],
            )
        except RoundRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("เปิดรอบแล้ว กำหนดวันของแต่ละช่วง แล้วเชิญหน่วยงาน"))
            return redirect("national-rounds:round", opened.slug)
    return render(request, "rounds/open.html", {"seat": seat, "form": form, "check": check_rules(load_year(year))})


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def show_round(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Where a round stands: states, calendar, agencies, how it came here."""
    return render(request, "rounds/round.html", round_page(seat, access.open_round(slug)))


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def show_journal(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """What was done in a round. Not for assessors: the marks of the other one are in it."""
    form, checks = JournalFilterForm(request.GET), "check" in request.GET
    contents = journal_page(access.open_round(slug), form, checks=checks)
    return render(request, "rounds/journal.html", {"seat": seat} | contents)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def move(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Move the round on, or one state back with a reason."""
    facts, form = access.open_round(slug), MoveForm(request.POST)
    if form.is_valid() and form.cleaned_data["to"] in RoundState.values:
        to = RoundState(form.cleaned_data["to"])
        try:
            actions.move_round(actor=seat.actor, round_id=facts.id, to=to, reason=form.cleaned_data["reason"])
        except RoundRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("รอบอยู่ในสถานะ “%(state)s” แล้ว") % {"state": to.label})
            return redirect("national-rounds:round", slug)
    return render(request, "rounds/round.html", round_page(seat, facts, form))


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def ask_sms(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Let citizens confirm themselves by a text message, or not."""
    facts = access.open_round(slug)
    try:
        set_asks_sms(actor=seat.actor, round_id=facts.id, asks=request.POST.get("asks") == "yes")
    except RoundRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("บันทึกแล้ว"))
    return redirect("national-rounds:round", slug)


@national_view(Permission.RUN_ROUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def change_phase(request: HttpRequest, seat: NationalSeat, slug: str, key: str) -> HttpResponse:
    """Date a phase, or extend it once it has begun."""
    facts = access.open_round(slug)
    access.open_phase(facts, key)
    (line,) = calendar_lines(facts, timezone.now(), keys=frozenset({key}))
    page = PhasePage(request, seat, facts, line)
    if page.is_done():
        messages.success(request, _("บันทึกวันแล้ว"))
        return redirect("national-rounds:round", slug)
    return render(request, "rounds/phase.html", page.contents())


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def show_agencies(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """The agencies in a round, to search and to narrow."""
    facts, form = access.open_round(slug), AgencyFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    words, state = wanted.get("q", ""), wanted.get("state", "")
    page = queries.participations(facts.id, words=words, state=state, page=request.GET.get("page"))
    contents = {
        "seat": seat,
        "round": facts,
        "form": form,
        "page": page,
        "counts": state_counts(facts),
        "asked": urlencode({name: value for name, value in (("q", words), ("state", state)) if value}),
    }
    return render(request, "rounds/agencies.html", contents)


@national_view(Permission.RUN_ROUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def invite(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Invite all agencies, those of a type, or those in a file; rows that cannot be used are named."""
    facts = access.open_round(slug)
    form = InviteForm(request.POST or None, request.FILES or None)
    contents = {"seat": seat, "round": facts, "form": form}
    if request.method == "POST" and form.is_valid():
        chosen = choose_agencies(form, with_fictional=facts.is_rehearsal)
        try:
            invited = actions.invite_agencies(actor=seat.actor, round_id=facts.id, codes=chosen.codes, how=chosen.how)
        except RoundRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            contents |= {"chosen": chosen, "invited": invited, "already": len(chosen.codes) - invited}
    return render(request, "rounds/invite.html", contents)


@national_view(Permission.WATCH_ROUNDS)
@require_safe
@with_pinned_rules
def show_agency(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """What an agency brings into a round."""
    facts, agency = access.open_round(slug), find_agency(code)
    row = access.open_participation(facts.id, agency.pk if agency else None)
    return render(request, "rounds/agency.html", {"seat": seat} | read_only_page(facts, row))

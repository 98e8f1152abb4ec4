"""The pages of assessors and adjudicators, and the office's page of marking."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.agencies.queries import ids_by_code
from prongsai.portal.disclosures.assessing import actions, queries
from prongsai.portal.disclosures.assessing.access import open_answer, open_item, open_kept, open_round, open_seating
from prongsai.portal.disclosures.assessing.evidence import kept_text
from prongsai.portal.disclosures.assessing.facts import SeatingFacts
from prongsai.portal.disclosures.assessing.forms import ConflictForm, DecisionForm, MarkForm, ShareForm, as_seen
from prongsai.portal.disclosures.assessing.pages import dispute, item_page, next_in, required_of, round_page, titles
from prongsai.portal.disclosures.keeping_evidence.evidence_page import compared
from prongsai.portal.disclosures.keeping_evidence.serving import serve_capture
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import NationalSeat, national_view
from prongsai.portal.people.queries import names_in_national_role
from prongsai.portal.people.roles import Permission, Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.pinned import with_pinned_rules

ROUND, QUEUE, ITEM = "oit-assessing:round", "oit-assessing:queue", "oit-assessing:item"


@national_view(Permission.RUN_ROUNDS)
@require_safe
@with_pinned_rules
def show_round(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """How far the marking is, and how the assessors agree."""
    words, page = request.GET.get("q", "").strip()[:100], request.GET.get("page")
    return render(request, "assessing/round.html", round_page(seat, open_round(slug), words=words, page=page))


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def share(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Share agencies out to the assessors."""
    facts, form = open_round(slug), ShareForm(request.POST)
    if not form.is_valid():
        return render(request, "assessing/round.html", round_page(seat, facts, share_form=form))
    shared = actions.share_agencies(seat=seat, facts=facts, seed=form.cleaned_data["seed"])
    messages.success(request, _("แบ่งงานแล้ว %(n)s ที่") % {"n": len(shared.placed)})
    if shared.unfilled:
        messages.warning(
            request,
            _("ยังว่าง %(n)s ที่ เพราะไม่มีผู้ประเมินที่ไม่มีส่วนได้เสียเหลืออยู่ เพิ่มผู้ประเมินแล้วแบ่งอีกครั้ง") % {"n": len(shared.unfilled)},
        )
    return redirect(ROUND, slug)


@national_view(Permission.RUN_ROUNDS)
@require_POST
@with_pinned_rules
def tell_conflict(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """Write down that a person must not mark an agency or a province."""
    facts = open_round(slug)
    form = ConflictForm(request.POST, people=names_in_national_role(Role.ASSESSOR), ids=ids_by_code())
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.tell_conflict(
                seat=seat,
                person_id=given["person"],
                agency_id=form.agency_id,
                province=given["province"].strip(),
                reason=given["reason"],
            )
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("บันทึกส่วนได้เสียแล้ว แบ่งงานอีกครั้งเพื่อหาคนแทน"))
            return redirect(ROUND, slug)
    return render(request, "assessing/round.html", round_page(seat, facts, conflict_form=form))


@national_view(Permission.ASSESS)
@require_safe
@with_pinned_rules
def show_queue(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """An assessor's agencies with what waits in each."""
    facts = open_round(slug)
    lines = queries.queue_of(seat.person.pk, facts.id)
    objections = queries.objections_waiting_for(seat.person.pk, facts.id)
    contents = {"seat": seat, "round": facts, "lines": lines, "objections": objections}
    return render(request, "assessing/queue.html", contents)


@national_view(Permission.ASSESS)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def mark_item(request: HttpRequest, seat: NationalSeat, slug: str, code: str, item: str) -> HttpResponse:
    """Mark an item, or decide it where the place is the adjudicator's."""
    facts = open_round(slug)
    seating, rules = open_seating(seat, facts, code), open_item(facts, item)
    page = item_page(seat, facts, seating, rules, open_answer(seating, facts, item))
    if seating.is_adjudicator:
        return _decide(request, seat, facts, seating, page)
    form = MarkForm(request.POST or None, required=required_of(rules), mark=queries.mark_of(seating, item))
    if request.method == "POST" and form.is_valid():
        try:
            seen = as_seen(seating, request.POST.get("version", ""))
            actions.save_mark(seat=seat, facts=facts, seating=seen, item=item, elements=form.elements())
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _go_on(request, seat, facts, seating, item)
    return render(request, "assessing/item.html", page | {"form": form})


@national_view(Permission.ASSESS)
@require_safe
@with_pinned_rules
def show_kept(
    request: HttpRequest, seat: NationalSeat, slug: str, code: str, item: str, capture_id: int
) -> HttpResponseBase:
    """What was kept of an address when it was handed in; with `?file` the bytes themselves."""
    facts = open_round(slug)
    seating, rules = open_seating(seat, facts, code), open_item(facts, item)
    kept = open_kept(facts, seating, capture_id)
    if "file" in request.GET and kept.sha256:
        return serve_capture(kept)
    page = {"seat": seat, "round": facts, "seating": seating, "item": rules, "kept": kept, "text": kept_text(kept)}
    return render(request, "assessing/kept.html", page | compared(kept))


def _decide(
    request: HttpRequest, seat: NationalSeat, facts: RoundFacts, seating: SeatingFacts, page: dict[str, object]
) -> HttpResponse:
    item = str(getattr(page["item"], "code", ""))
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason, seen = form.cleaned_data["reason"], as_seen(seating, request.POST.get("version", ""))
        try:
            actions.adjudicate(
                seat=seat, facts=facts, seating=seen, item=item, is_complete=form.is_complete, reason=reason
            )
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _go_on(request, seat, facts, seating, item)
    return render(request, "assessing/decide.html", page | dispute(seating, item) | {"form": form})


def _go_on(
    request: HttpRequest, seat: NationalSeat, facts: RoundFacts, seating: SeatingFacts, item: str
) -> HttpResponse:
    following = next_in(queries.queue_of(seat.person.pk, facts.id), seating, item)
    done = _("บันทึกข้อ %(item)s “%(title)s” แล้ว") % {"item": item.upper(), "title": titles(facts)[item]}
    messages.success(request, done)
    return redirect(QUEUE, facts.slug) if following is None else redirect(ITEM, facts.slug, *following)

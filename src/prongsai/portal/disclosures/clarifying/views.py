"""The pages of clarification: an agency's, an adjudicator's, and the office's for corrections."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.portal.disclosures.assessing.access import open_round, open_seating
from prongsai.portal.disclosures.assessing.evidence import given_addresses
from prongsai.portal.disclosures.assessing.pages import required_of
from prongsai.portal.disclosures.clarifying import actions
from prongsai.portal.disclosures.clarifying.access import open_agency, open_clarification, open_marked_item
from prongsai.portal.disclosures.clarifying.forms import ErratumForm, ObjectionDecisionForm, ObjectionForm
from prongsai.portal.disclosures.clarifying.pages import (
    is_deciding,
    is_objecting,
    item_of,
    marked_items,
    page_of,
    waiting_with_names,
)
from prongsai.portal.disclosures.clarifying.queries import is_correctable
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import NationalSeat, Seat, national_view, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.pinned import with_pinned_rules


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_marks(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Every item with its verdict, the reasons, and what was objected."""
    facts, marked = open_clarification(seat, slug)
    may = seat.may(Permission.DISCLOSE) and is_objecting(facts)
    return render(request, "clarifying/marks.html", page_of(seat, facts, marked, may_object=may))


@office_view(Permission.DISCLOSE)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def object_to(request: HttpRequest, seat: Seat, slug: str, item: str) -> HttpResponse:
    """Object to the mark of one item."""
    facts, marked = open_clarification(seat, slug)
    one, form = open_marked_item(marked, item), ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and marked.confirmed is not None:
        try:
            actions.object_to_mark(
                seat=seat,
                facts=facts,
                disclosure_id=marked.confirmed.disclosure_id,
                item=item,
                text=form.cleaned_data["text"],
                urls=form.cleaned_data["urls"],
            )
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("ส่งคำชี้แจงแล้ว รอผู้ชี้ขาดพิจารณา"))
            return redirect("oit-clarifying:marks", seat.agency.code, slug)
    contents = page_of(seat, facts, marked, one=one, form=form, required=required_of(one.item))
    return render(request, "clarifying/object.html", contents)


@national_view(Permission.ASSESS)
@require_safe
@with_pinned_rules
def show_objections(request: HttpRequest, seat: NationalSeat, slug: str) -> HttpResponse:
    """The objections that wait for an adjudicator."""
    facts = open_round(slug)
    waiting = waiting_with_names(seat, facts)
    return render(request, "clarifying/objections.html", {"seat": seat, "round": facts, "waiting": waiting})


@national_view(Permission.ASSESS)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def decide(request: HttpRequest, seat: NationalSeat, slug: str, code: str, item: str) -> HttpResponse:
    """Decide an objection."""
    facts = open_round(slug)
    seating = open_seating(seat, facts, code)
    marked = marked_items(facts, seating.agency_id)
    one, form = open_marked_item(marked, item), ObjectionDecisionForm(request.POST or None)
    if one.objection is None or not seating.is_adjudicator:
        raise Http404("nothing to decide here")
    if request.method == "POST" and form.is_valid():
        granted, why = form.is_granted, form.cleaned_data["decision"]
        try:
            actions.decide_objection(
                seat=seat, facts=facts, seating=seating, item=item, is_granted=granted, decision=why
            )
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("ตัดสินคำชี้แจงแล้ว"))
            return redirect("oit-clarifying:objections", slug)
    addresses = given_addresses(facts, seating.agency_id, one.answer)
    shown = given_addresses(facts, seating.agency_id, AnsweredItem(item, one.objection.urls))
    more = {"one": one, "form": form, "seating": seating, "required": required_of(one.item), "addresses": addresses}
    more["shown"] = shown
    return render(request, "clarifying/decide.html", page_of(seat, facts, marked, is_open=is_deciding(facts), **more))


@national_view(Permission.RUN_ROUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def correct(request: HttpRequest, seat: NationalSeat, slug: str, code: str) -> HttpResponse:
    """An agency's verdicts, each of which can be corrected after the results are out."""
    facts = open_round(slug)
    agency = open_agency(facts, code)
    marked, form = marked_items(facts, agency.pk), ErratumForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and marked.confirmed is not None:
        try:
            actions.correct_verdict(
                seat=seat, facts=facts, disclosure_id=marked.confirmed.disclosure_id, **form.cleaned_data
            )
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("แก้ไขแล้ว ของเดิมและเหตุผลยังแสดงต่อสาธารณะ"))
            messages.info(request, _("คะแนนที่ประกาศยังเป็นของเดิม ให้คำนวณรอบนี้ใหม่แล้วประกาศ"))
            return redirect("oit-clarifying:correct", slug, code)
    chosen = item_of(marked, request.POST.get("item", request.GET.get("item", "")))
    may = is_correctable(facts) and marked.confirmed is not None
    contents = page_of(seat, facts, marked, agency=agency, form=form, chosen=chosen, may_correct=may)
    return render(request, "clarifying/correct.html", contents)

"""The year's items as an agency answers them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.disclosures.answering import actions
from prongsai.portal.disclosures.answering.access import Answering, open_answering, open_item
from prongsai.portal.disclosures.answering.carrying import offered
from prongsai.portal.disclosures.answering.forms import AssignForm, ItemForm
from prongsai.portal.disclosures.answering.item_page import item_page
from prongsai.portal.disclosures.answering.page import items_page
from prongsai.portal.disclosures.answering.queries import earlier_year
from prongsai.portal.disclosures.answering.stale import stale_numbers
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.portal.ui.fields import EXAMPLE
from prongsai.rulebook.instrument import Item

CLASHES, UNUSABLE = 409, 422


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_items(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """How far each item is, what is at stake, and what can be done now."""
    return render(request, "disclosures/items.html", items_page(open_answering(seat, slug)))


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_item(request: HttpRequest, seat: Seat, slug: str, item: str) -> HttpResponse:
    """One item: what must be visible, what was given, what the machine saw there."""
    here = open_answering(seat, slug)
    return render(request, "disclosures/item.html", item_page(here, open_item(here, item)))


@office_view(Permission.ANSWER_ITEMS)
@require_POST
@with_pinned_rules
def save_item(request: HttpRequest, seat: Seat, slug: str, item: str) -> HttpResponse:
    """Write one item; whatever is refused stays as it was typed, and a clash shows both texts."""
    here, form = open_answering(seat, slug), ItemForm(request.POST)
    rule = open_item(here, item)
    if not form.is_valid():
        return render(request, "disclosures/item.html", item_page(here, rule, form), status=UNUSABLE)
    try:
        edition = _edition(request.POST.get("edition", ""))
        actions.save_item(seat=seat, round_id=here.round.id, item=item, entry=form.entry(), edition=edition)
    except actions.EditedMeanwhileError as clash:
        return render(request, "disclosures/item.html", item_page(here, rule, form, clash), status=CLASHES)
    except DisclosureRefusedError as refusal:
        form.add_error(None, str(refusal))
        return render(request, "disclosures/item.html", item_page(here, rule, form), status=UNUSABLE)
    return _after_saving(request, here, rule, form)


@office_view(Permission.DISCLOSE)
@require_POST
@with_pinned_rules
def carry_over(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Put last year's addresses into items that are still empty, as drafts."""
    here = open_answering(seat, slug)
    offers = offered(here.rules, earlier_year(seat.agency.pk, here.round.year))
    try:
        filled = actions.carry_over(seat=seat, round_id=here.round.id, offers=offers)
    except DisclosureRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ยกมาแล้ว %(count)s ข้อ เปิดดูทีละข้อแล้วบันทึก") % {"count": len(filled)})
    return redirect("oit:items", seat.agency.code, slug)


@office_view(Permission.DISCLOSE)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def assign_items(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Hand items out to units, with a day."""
    here = open_answering(seat, slug)
    form = AssignForm(request.POST or None, here=here, units=units_of(seat.agency.pk))
    if request.method == "POST" and form.is_valid():
        try:
            actions.assign_items(seat=seat, round_id=here.round.id, assignments=form.assignments())
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("บันทึกแล้ว"))
            return redirect("oit:items", seat.agency.code, slug)
    contents = {"seat": seat, "round": here.round, "here": here, "form": form, "rows": form.rows()}
    contents["example"] = EXAMPLE
    return render(request, "disclosures/assign.html", contents, status=UNUSABLE if form.errors else 200)


def _edition(text: str) -> int:
    """The edition that was read; whoever sends none has read nothing."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < len("1234567890") else -1


def _after_saving(request: HttpRequest, here: Answering, item: Item, form: ItemForm) -> HttpResponse:
    """To the next item if that was asked for, unless there is something to see here first."""
    code, slug = here.seat.agency.code, here.round.slug
    messages.success(request, _("บันทึก %(item)s แล้ว") % {"item": item.code.upper()})
    codes = list(here.items)
    after = codes[codes.index(item.code) + 1 :]
    if "next" not in request.POST or stale_numbers(form.entry().explanation, here.rules):
        return redirect("oit:item", code, slug, item.code)
    return redirect("oit:item", code, slug, after[0]) if after else redirect("oit:items", code, slug)

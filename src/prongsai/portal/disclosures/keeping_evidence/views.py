"""Looking at addresses before they are handed in, and what was kept of them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.disclosures.answering.access import open_answering, open_item
from prongsai.portal.disclosures.answering.page import checking
from prongsai.portal.disclosures.keeping_evidence.access import open_evidence
from prongsai.portal.disclosures.keeping_evidence.actions import ask_for_check
from prongsai.portal.disclosures.keeping_evidence.evidence_page import evidence_page
from prongsai.portal.disclosures.keeping_evidence.serving import serve_capture
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.pinned import with_pinned_rules


@office_view(Permission.ANSWER_ITEMS)
@require_POST
@with_pinned_rules
def check_item(request: HttpRequest, seat: Seat, slug: str, item: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """Let the machine look at the addresses of one item."""
    here = open_answering(seat, slug)
    open_item(here, item)
    ask_for_check(seat=seat, facts=here.round, urls=here.items[item].given.urls)
    return redirect("oit:item", seat.agency.code, slug, item)


@office_view(Permission.ANSWER_ITEMS)
@require_POST
@with_pinned_rules
def check_all(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Let the machine look at every address that the seat sees."""
    here = open_answering(seat, slug)
    if not here.items:
        raise Http404("no item of this seat's units")
    urls = [url for item in here.items.values() for url in item.given.urls]
    if not urls:
        messages.error(request, _("ยังไม่มีที่อยู่เว็บให้ตรวจ"))
    else:
        ask_for_check(seat=seat, facts=here.round, urls=urls)
    back = "oit:submit" if request.POST.get("then") == "submit" and seat.may(Permission.DISCLOSE) else "oit:items"
    return redirect(back, seat.agency.code, slug)


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_progress(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """How far the machine is, as a part of a page."""
    here = open_answering(seat, slug)
    return render(
        request, "disclosures/parts/progress.html", {"seat": seat, "round": here.round, "progress": checking(here)}
    )


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_evidence(request: HttpRequest, seat: Seat, slug: str, item: str, capture_id: int) -> HttpResponse:
    """What was kept at an address of an item, beside what is there now."""
    here = open_answering(seat, slug)
    capture = open_evidence(here, item, capture_id)
    return render(request, "disclosures/evidence.html", evidence_page(here, here.rules.items[item], capture))


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def download_evidence(_request: HttpRequest, seat: Seat, slug: str, item: str, capture_id: int) -> HttpResponseBase:
    """The very bytes that were kept."""
    return serve_capture(open_evidence(open_answering(seat, slug), item, capture_id))

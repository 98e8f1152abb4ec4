"""Submitting, confirming, returning; the copies; the list as it is pasted elsewhere."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.disclosures.answering.access import open_answering
from prongsai.portal.disclosures.answering.forms import ReturnForm
from prongsai.portal.disclosures.answering.handing_in import actions
from prongsai.portal.disclosures.answering.handing_in.page import copy_lines, lines_now, submit_page
from prongsai.portal.disclosures.answering.page import items_page
from prongsai.portal.disclosures.answering.queries import find_copy
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.pinned import with_pinned_rules
from prongsai.sheets.disclosures_file import ListedItem, disclosures_csv, disclosures_xlsx

UNUSABLE = 422
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@office_view(Permission.DISCLOSE)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def submit(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """What is missing, then hand it to the executive."""
    here = open_answering(seat, slug)
    if request.method != "POST":
        return render(request, "disclosures/submit.html", submit_page(here))
    gaps = request.POST.getlist("gap")
    try:
        actions.submit_disclosure(seat=seat, round_id=here.round.id, accepted_gaps=gaps)
    except DisclosureRefusedError as refusal:
        return render(request, "disclosures/submit.html", submit_page(here, str(refusal), gaps), status=UNUSABLE)
    messages.success(request, _("ส่งให้ผู้บริหารยืนยันแล้ว"))
    return redirect("oit:items", seat.agency.code, slug)


@office_view(Permission.CONFIRM_DISCLOSURE)
@require_POST
@with_pinned_rules
def confirm(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Confirm exactly what the page showed."""
    here = open_answering(seat, slug)
    try:
        actions.confirm_disclosure(seat=seat, round_id=here.round.id, seen=request.POST.get("seen", ""))
    except DisclosureRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ยืนยันแล้ว ระบบเก็บสำเนาพร้อมรหัสตรวจสอบไว้"))
    return redirect("oit:items", seat.agency.code, slug)


@office_view(Permission.CONFIRM_DISCLOSURE)
@require_POST
@with_pinned_rules
def send_back(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Send it back to the officer with a reason."""
    here, form = open_answering(seat, slug), ReturnForm(request.POST)
    if form.is_valid():
        try:
            actions.return_disclosure(seat=seat, round_id=here.round.id, reason=form.cleaned_data["reason"])
        except DisclosureRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("ส่งคืนให้เจ้าหน้าที่แล้ว"))
            return redirect("oit:items", seat.agency.code, slug)
    return render(request, "disclosures/items.html", items_page(here, form), status=UNUSABLE)


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_version(request: HttpRequest, seat: Seat, slug: str, version: int) -> HttpResponse:
    """A copy that was confirmed, word for word."""
    here = open_answering(seat, slug)
    copy = find_copy(here.standing.id, version)
    if copy is None:
        raise Http404(f"no copy {version}")
    contents = {"seat": seat, "round": here.round, "copy": copy, "lines": copy_lines(here, copy)}
    return render(request, "disclosures/version.html", contents)


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def show_list(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """The list in the order and form in which ITAS asks for it, to be copied item by item."""
    here = open_answering(seat, slug)
    contents = {"seat": seat, "round": here.round, "here": here, "lines": lines_now(here)}
    return render(request, "disclosures/copying.html", contents)


@office_view(Permission.SEE_AGENCY)
@require_safe
@with_pinned_rules
def download_list(request: HttpRequest, seat: Seat, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 - the guard's signature
    """The same as a file."""
    here = open_answering(seat, slug)
    items = {
        code: ListedItem(code, item.given.urls, item.given.explanation, item.given.not_applicable)
        for code, item in here.items.items()
    }
    content = disclosures_xlsx(here.rules, items) if kind == "xlsx" else disclosures_csv(here.rules, items)
    response = HttpResponse(content, content_type=XLSX if kind == "xlsx" else "text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="oit-{here.round.year}-{seat.agency.code}.{kind}"'
    return response

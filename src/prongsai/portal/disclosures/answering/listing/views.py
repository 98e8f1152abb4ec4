"""A whole list at once."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.portal.disclosures.answering import actions
from prongsai.portal.disclosures.answering.access import Answering, open_answering
from prongsai.portal.disclosures.answering.listing.forms import ListForm
from prongsai.portal.disclosures.answering.listing.page import Preview, preview_file, preview_text
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.pinned import with_pinned_rules

UNUSABLE = 422


@office_view(Permission.DISCLOSE)
@require_http_methods(["GET", "HEAD", "POST"])
@with_pinned_rules
def show_list(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Where a list is brought; then how it was understood. Nothing is written yet."""
    here = open_answering(seat, slug)
    if request.method != "POST":
        return _answer(request, here, ListForm())
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _answer(request, here, form, status=UNUSABLE)
    file, text = form.cleaned_data["file"], form.cleaned_data["text"]
    if file is not None:
        preview, text = preview_file(here, file.name, file.read())
    else:
        preview = preview_text(here, text)
    shown = ListForm(initial={"text": text})
    return _answer(request, here, shown, preview, text, status=200 if preview.takes else UNUSABLE)


@office_view(Permission.DISCLOSE)
@require_POST
@with_pinned_rules
def take_list(request: HttpRequest, seat: Seat, slug: str) -> HttpResponse:
    """Write the list that was shown; if somebody wrote an item meanwhile it is shown once more."""
    here, form = open_answering(seat, slug), ListForm(request.POST)
    if not form.is_valid():
        return _answer(request, here, form, status=UNUSABLE)
    text = form.cleaned_data["text"]
    preview = preview_text(here, text)
    entries = {line.item.code: line.entry for line in preview.takes}
    try:
        editions = _editions(request.POST.get("editions", ""))
        actions.take_list(seat=seat, round_id=here.round.id, entries=entries, editions=editions)
    except DisclosureRefusedError as refusal:
        messages.error(request, _("%(why)s ดูรายการอีกครั้งแล้วจึงนำเข้า") % {"why": str(refusal)})
        return _answer(request, here, ListForm(initial={"text": text}), preview, text, status=UNUSABLE)
    messages.success(request, _("นำเข้าแล้ว %(count)s ข้อ") % {"count": len(entries)})
    return redirect("oit:items", seat.agency.code, slug)


def _answer(
    request: HttpRequest,
    here: Answering,
    form: ListForm,
    preview: Preview | None = None,
    text: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    contents = {
        "seat": here.seat,
        "round": here.round,
        "here": here,
        "form": form,
        "preview": preview,
        "text": text,
    }
    return render(request, "disclosures/list.html", contents, status=status)


def _editions(sent: str) -> dict[str, int]:
    """The editions that the page carried along; anything else counts as nothing seen."""
    try:
        found = json.loads(sent)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

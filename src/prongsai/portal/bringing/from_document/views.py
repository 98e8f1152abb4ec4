"""Sending a document, settling what was read in it side by side with its lines, and bringing it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.bringing.from_document import actions
from prongsai.portal.bringing.from_document.access import open_draft
from prongsai.portal.bringing.from_document.forms import DocumentFileForm, SettlingForm
from prongsai.portal.bringing.from_document.keeping import from_json
from prongsai.portal.bringing.from_document.pages import Lines, year_panels
from prongsai.portal.bringing.from_document.queries import live_drafts
from prongsai.portal.bringing.from_document.statements import Stated, stated_in
from prongsai.portal.bringing.models import ReadDraft
from prongsai.portal.bringing.preview import is_one_of
from prongsai.portal.bringing.queries import kept_years
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission

UNUSABLE = 422


@office_view(Permission.BRING_RESULT)
@require_safe
def show_document_form(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Where a document is sent, and what waits of those sent before."""
    return _answer_upload(request, seat, DocumentFileForm())


@office_view(Permission.BRING_RESULT)
@require_POST
def process_document(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Read a document and lead to what was read, or say why it cannot be read."""
    form = DocumentFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _answer_upload(request, seat, form, status=UNUSABLE)
    name = form.cleaned_data["file"].name
    draft = actions.keep_reading(seat=seat, name=name, sha256=form.sha256, reading=form.reading)
    return redirect("bringing:read-draft", agency_code=seat.agency.code, draft_id=draft.pk)


@office_view(Permission.BRING_RESULT)
@require_safe
def show_reading(request: HttpRequest, seat: Seat, draft_id: int) -> HttpResponse:
    """The document's lines beside what was read in them."""
    return _answer_reading(request, seat, open_draft(seat, draft_id))


@office_view(Permission.BRING_RESULT)
@require_POST
def check_reading(request: HttpRequest, seat: Seat, draft_id: int) -> HttpResponse:
    """Check what is decided so far and keep nothing."""
    return _answer_reading(request, seat, open_draft(seat, draft_id), request.POST, only_checks=True)


@office_view(Permission.BRING_RESULT)
@require_POST
def confirm_reading(request: HttpRequest, seat: Seat, draft_id: int) -> HttpResponse:
    """Bring the chosen years, or show what is not decided with everything still in its place."""
    draft = open_draft(seat, draft_id)
    form = SettlingForm(request.POST, years=_stated(draft).years, kept=kept_years(seat.agency.pk))
    if not form.is_valid():
        return _answer_reading(request, seat, draft, request.POST, status=UNUSABLE)
    actions.bring_document(seat=seat, draft=draft, years=tuple(form.settled()))
    messages.success(request, _("นำเข้าจากเอกสารแล้ว เห็นได้เฉพาะคนของหน่วยงาน"))
    return redirect("bringing:years", agency_code=seat.agency.code)


@office_view(Permission.BRING_RESULT)
@require_POST
def confirm_discard(request: HttpRequest, seat: Seat, draft_id: int) -> HttpResponse:
    """Forget what was read."""
    actions.discard_draft(seat=seat, draft=open_draft(seat, draft_id))
    messages.success(request, _("ลบร่างที่อ่านจากเอกสารแล้ว"))
    return redirect("bringing:document", agency_code=seat.agency.code)


def _answer_upload(request: HttpRequest, seat: Seat, form: DocumentFileForm, *, status: int = 200) -> HttpResponse:
    drafts = live_drafts(seat.agency.pk, timezone.now())
    contents = {"seat": seat, "agency": seat.agency, "form": form, "drafts": drafts}
    return render(request, "bringing/document.html", contents, status=status)


def _answer_reading(
    request: HttpRequest,
    seat: Seat,
    draft: ReadDraft,
    typed: Any = None,  # noqa: ANN401 - a QueryDict
    *,
    only_checks: bool = False,
    status: int = 200,
) -> HttpResponse:
    reading, kept = from_json(draft.reading), kept_years(seat.agency.pk)
    stated, lines = stated_in(reading), Lines(reading)
    form = SettlingForm(typed, years=stated.years, kept=kept)
    form.is_valid()
    panels = year_panels(form, lines, kept, reading.year)
    contents = {"seat": seat, "agency": seat.agency, "draft": draft, "reading": reading, "form": form}
    contents |= {"stated": stated, "panels": panels, "pages": lines.pages(panels), "besides": lines.besides(reading)}
    contents["only_checks"] = only_checks
    contents["is_ours"] = is_one_of(reading.agency, [seat.agency.name_th, seat.agency.name_en, seat.agency.code])
    return render(request, "bringing/reading.html", contents, status=status)


def _stated(draft: ReadDraft) -> Stated:
    return stated_in(from_json(draft.reading))

"""The executive's decision on a paper, and the versions that came of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.documents.access import open_draft, open_paper, open_version
from prongsai.portal.documents.approving import actions
from prongsai.portal.documents.approving.forms import ApprovalForm, ReturnForm
from prongsai.portal.documents.models import Order
from prongsai.portal.documents.pages import paper_page, version_page
from prongsai.portal.documents.refusals import PaperRefusedError, StalePaperError
from prongsai.portal.documents.rendering import Format
from prongsai.portal.documents.serving import serve_version
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission


@office_view(Permission.APPROVE_PAPERS)
@require_POST
def approve(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Freeze the paper as it was seen."""
    opened = open_draft(seat, year, kind, home=request.build_absolute_uri("/"))
    form = ApprovalForm(request.POST)
    if not form.is_valid():
        return render(request, "documents/paper.html", paper_page(seat, opened) | {"approval": form})
    said = form.cleaned_data
    try:
        actions.approve_paper(
            seat=seat, opened=opened, seen=form.what_was_seen, order=Order(said["order"]), opinion=said["opinion"]
        )
    except StalePaperError as refusal:
        form.add_error(None, str(refusal))
        return render(
            request, "documents/paper.html", paper_page(seat, open_draft(seat, year, kind)) | {"approval": form}
        )
    except PaperRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("อนุมัติแล้ว ฉบับนี้ถูกตรึงไว้ แก้ไขไม่ได้อีก"))
    return redirect("documents:paper", seat.agency.code, year, kind)


@office_view(Permission.APPROVE_PAPERS)
@require_POST
def give_back(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Return the paper with a reason."""
    opened, form = open_paper(seat, year, kind), ReturnForm(request.POST)
    if not form.is_valid():
        return render(request, "documents/paper.html", paper_page(seat, opened) | {"returning": form})
    try:
        actions.return_paper(seat=seat, paper=opened.paper, reason=form.cleaned_data["reason"])
    except PaperRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ส่งคืนแล้ว"))
    return redirect("documents:paper", seat.agency.code, year, kind)


@office_view(Permission.EDIT_PAPERS)
@require_POST
def revise(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Open an approved paper for its next version."""
    try:
        actions.revise_paper(seat=seat, paper=open_draft(seat, year, kind).paper)
    except PaperRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("เปิดร่างฉบับใหม่แล้ว ฉบับที่อนุมัติยังใช้อยู่จนกว่าฉบับใหม่จะอนุมัติ"))
    return redirect("documents:paper", seat.agency.code, year, kind)


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_version(request: HttpRequest, seat: Seat, year: int, kind: str, number: int) -> HttpResponse:
    """An approved version: what was typed, its files by their hashes, what became of its figures."""
    opened, version = open_version(seat, year, kind, number)
    return render(request, "documents/version.html", version_page(seat, opened, version))


@office_view(Permission.SEE_AGENCY)
@require_safe
def download_version(
    _request: HttpRequest, seat: Seat, year: int, kind: str, number: int, file_format: Format
) -> HttpResponse:
    """One of the two files that were approved."""
    _opened, version = open_version(seat, year, kind, number)
    return serve_version(version, f"{kind}-{year}-{seat.agency.code}-v{number}.{file_format}", file_format)

"""Starting a paper, typing on it, rewording it, looking at it, submitting it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.documents.access import open_draft, open_kind, open_paper, open_year
from prongsai.portal.documents.drafting import actions
from prongsai.portal.documents.drafting.forms import StartForm
from prongsai.portal.documents.drafting.pages import HeadPage, TextPage
from prongsai.portal.documents.freezing import current_sections, document_of, head_of
from prongsai.portal.documents.passages import written_now
from prongsai.portal.documents.refusals import PaperRefusedError
from prongsai.portal.documents.rendering import Format, as_draft, rendered_file
from prongsai.portal.documents.serving import file_answer
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission


@office_view(Permission.EDIT_PAPERS)
@require_POST
def start(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Begin a paper of a kind and year."""
    form = StartForm(request.POST)
    if not form.is_valid():
        raise Http404("no such kind and year")
    kind, year = open_kind(form.cleaned_data["kind"]), form.cleaned_data["year"]
    open_year(seat, kind, year)
    actions.start_paper(seat=seat, kind=kind, year=year)
    return redirect("documents:paper", seat.agency.code, year, kind.slug)


@office_view(Permission.EDIT_PAPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_head(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Number, date, subject, addressee, digits and who signs."""
    page = HeadPage(request, open_draft(seat, year, kind))
    if page.is_handed_in():
        try:
            actions.write_head(seat=seat, paper=page.opened.paper, head=page.head(), seen=page.seen)
        except PaperRefusedError as refusal:
            page.refuse(refusal)
        else:
            messages.success(request, _("บันทึกหัวเอกสารแล้ว"))
            return redirect("documents:paper", seat.agency.code, year, kind)
    return render(request, "documents/head.html", {"seat": seat} | page.contents())


@office_view(Permission.EDIT_PAPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_text(request: HttpRequest, seat: Seat, year: int, kind: str, section: str) -> HttpResponse:
    """Reword the passages of one part."""
    page = TextPage(request, open_draft(seat, year, kind), section)
    if page.is_handed_in():
        try:
            actions.reword_passages(seat=seat, paper=page.opened.paper, said=page.said(), seen=page.seen)
        except PaperRefusedError as refusal:
            page.refuse(refusal)
        else:
            messages.success(request, _("บันทึกข้อความแล้ว"))
            return redirect("documents:paper", seat.agency.code, year, kind)
    return render(request, "documents/text.html", {"seat": seat} | page.contents())


@office_view(Permission.EDIT_PAPERS)
@require_POST
def keep_or_drop(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Let the office's words for a passage stand although its ground moved, or give the system's back."""
    opened, key = open_draft(seat, year, kind), request.POST.get("key", "")
    now = written_now(current_sections(opened))
    try:
        if request.POST.get("words") == "mine" and key in now:
            actions.keep_wording(seat=seat, paper=opened.paper, key=key, written_now=now[key])
        else:
            actions.drop_wording(seat=seat, paper=opened.paper, key=key)
    except PaperRefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect("documents:paper", seat.agency.code, year, kind)


@office_view(Permission.EDIT_PAPERS)
@require_POST
def submit(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Lay the paper before the executive."""
    try:
        actions.submit_paper(seat=seat, paper=open_draft(seat, year, kind).paper)
    except PaperRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("เสนอขออนุมัติแล้ว แก้ไขไม่ได้จนกว่าผู้บริหารจะตัดสินใจหรือท่านดึงกลับ"))
    return redirect("documents:paper", seat.agency.code, year, kind)


@office_view(Permission.EDIT_PAPERS)
@require_POST
def take_back(request: HttpRequest, seat: Seat, year: int, kind: str) -> HttpResponse:
    """Take a submitted paper back."""
    try:
        actions.take_back(seat=seat, paper=open_paper(seat, year, kind).paper)
    except PaperRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ดึงกลับมาแล้ว แก้ไขต่อได้"))
    return redirect("documents:paper", seat.agency.code, year, kind)


@office_view(Permission.SEE_AGENCY)
@require_safe
def preview(request: HttpRequest, seat: Seat, year: int, kind: str, file_format: Format) -> HttpResponse:
    """The paper as it would be written now, marked as a draft on every page."""
    opened = open_draft(seat, year, kind, home=request.build_absolute_uri("/"))
    document = as_draft(document_of(opened, head_of(opened.paper)))
    content = rendered_file(document, file_format, on=timezone.localdate())
    return file_answer(content, f"draft-{kind}-{year}-{seat.agency.code}.{file_format}", file_format)

"""The agency's own templates: what there is, bringing one, doing without."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.documents.models import TemplatedPaper
from prongsai.portal.documents.queries import templates_of
from prongsai.portal.documents.styling import actions
from prongsai.portal.documents.styling.forms import LOGO_ALONE, EmblemForm, TemplateForm
from prongsai.portal.documents.styling.pages import FORMS, emblem_in_use, template_lines, template_page
from prongsai.portal.documents.templating import usable
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission


@office_view(Permission.EDIT_PAPERS)
@require_safe
def show_templates(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The papers that can have a template, and those that have one."""
    return _all_templates(request, seat, EmblemForm())


@office_view(Permission.EDIT_PAPERS)
@require_POST
def bring_emblem(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Put one picture where memo, order and announcement have their emblem; a wrong one is named."""
    form = EmblemForm(request.POST, request.FILES)
    if not form.is_valid():
        return _all_templates(request, seat, form)
    texts = {paper: LOGO_ALONE.format(paper=paper.value) for paper in FORMS}
    actions.bring_emblem(seat=seat, logo=form.cleaned_data["logo"], papers=texts)
    messages.success(request, _("ใส่ตราบนบันทึกข้อความ คำสั่ง และประกาศแล้ว เอกสารที่อนุมัติไปแล้วไม่เปลี่ยน"))
    return redirect("documents:templates", seat.agency.code)


@office_view(Permission.EDIT_PAPERS)
@require_safe
def show_logo(_request: HttpRequest, seat: Seat, paper: str) -> HttpResponse:
    """The picture of a template as a square PNG."""
    from prongsai.papers.templates import square_picture

    stored = templates_of(seat.agency.pk).get(_paper(paper))
    template = None if stored is None else usable(stored)
    if template is None or template.logo is None:
        raise Http404(f"no logo for {paper}")
    return HttpResponse(square_picture(template.logo), content_type="image/png")


@office_view(Permission.EDIT_PAPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, seat: Seat, paper: str) -> HttpResponse:
    """Bring a template for a paper; a wrong one is named and the one in use stays."""
    wanted = _paper(paper)
    stored = templates_of(seat.agency.pk).get(wanted)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TemplateForm(*typed, paper=wanted, stored=stored)
    if form.is_valid() and form.template is not None:
        actions.bring_template(
            seat=seat,
            paper=wanted,
            name=form.template.written.name,
            file_name=form.file_name,
            content=form.content,
            logo=form.logo_content,
        )
        messages.success(request, _("ใช้แบบเอกสารนี้แล้ว เอกสารที่อนุมัติไปแล้วไม่เปลี่ยน"))
        return redirect("documents:templates", seat.agency.code)
    return render(request, "documents/template.html", {"seat": seat, "form": form} | template_page(wanted, stored))


@office_view(Permission.EDIT_PAPERS)
@require_POST
def remove(request: HttpRequest, seat: Seat, paper: str) -> HttpResponse:
    """Do without a template."""
    actions.remove_template(seat=seat, paper=_paper(paper))
    messages.success(request, _("เลิกใช้แบบเอกสารแล้ว"))
    return redirect("documents:templates", seat.agency.code)


def _all_templates(request: HttpRequest, seat: Seat, form: EmblemForm) -> HttpResponse:
    stored = templates_of(seat.agency.pk)
    shown = {"lines": template_lines(stored), "emblem_of": emblem_in_use(stored), "form": form}
    return render(request, "documents/templates.html", {"seat": seat} | shown)


def _paper(name: str) -> TemplatedPaper:
    if name not in TemplatedPaper.values:
        raise Http404(f"no paper is called {name}")
    return TemplatedPaper(name)

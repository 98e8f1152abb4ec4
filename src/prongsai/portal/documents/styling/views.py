"""The agency's own templates: what there is, bringing one, doing without."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.documents.models import TemplatedPaper
from prongsai.portal.documents.queries import templates_of
from prongsai.portal.documents.styling import actions
from prongsai.portal.documents.styling.forms import TemplateForm
from prongsai.portal.documents.styling.pages import template_lines, template_page
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission


@office_view(Permission.EDIT_PAPERS)
@require_safe
def show_templates(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The papers that can have a template, and those that have one."""
    lines = template_lines(templates_of(seat.agency.pk))
    return render(request, "documents/templates.html", {"seat": seat, "lines": lines})


@office_view(Permission.EDIT_PAPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, seat: Seat, paper: str) -> HttpResponse:
    """Bring a template for a paper; a wrong one is named and the one in use stays."""
    wanted = _paper(paper)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TemplateForm(*typed, paper=wanted)
    if form.is_valid() and form.template is not None:
        actions.bring_template(
            seat=seat,
            paper=wanted,
            name=form.template.written.name,
            file_name=form.cleaned_data["file"].name,
            content=form.content,
            logo=form.logo_content,
        )
        messages.success(request, _("ใช้แบบเอกสารนี้แล้ว เอกสารที่อนุมัติไปแล้วไม่เปลี่ยน"))
        return redirect("documents:templates", seat.agency.code)
    stored = templates_of(seat.agency.pk).get(wanted)
    return render(request, "documents/template.html", {"seat": seat, "form": form} | template_page(wanted, stored))


@office_view(Permission.EDIT_PAPERS)
@require_POST
def remove(request: HttpRequest, seat: Seat, paper: str) -> HttpResponse:
    """Do without a template."""
    actions.remove_template(seat=seat, paper=_paper(paper))
    messages.success(request, _("เลิกใช้แบบเอกสารแล้ว"))
    return redirect("documents:templates", seat.agency.code)


def _paper(name: str) -> TemplatedPaper:
    if name not in TemplatedPaper.values:
        raise Http404(f"no paper is called {name}")
    return TemplatedPaper(name)

"""The public page of a plan's progress: no persons, no comments, evidence only where it was marked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access
from prongsai.portal.plans.progress.actions import show_progress
from prongsai.portal.plans.progress.pages import progress_page
from prongsai.portal.plans.refusals import PlanRefusedError
from prongsai.portal.plans.stepping.serving import serve_evidence

A_MINUTE = 60


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def show(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Measures and how far their steps have come."""
    plan = access.open_public_plan(code, year)
    page = progress_page(plan, timezone.localdate())
    return render(request, "plans/progress.html", {"plan": plan, "agency": plan.agency, "page": page})


@require_safe
def download(_request: HttpRequest, code: str, year: int, evidence_id: int) -> HttpResponseBase:
    """The bytes of a piece of evidence that is shown to everybody."""
    return serve_evidence(access.open_public_evidence(code, year, evidence_id))


@office_view(Permission.PUBLISH_PROGRESS)
@require_POST
def publish(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Put the plan's progress before everybody, or take it back."""
    is_public = request.POST.get("public") == "yes"
    try:
        show_progress(seat=seat, plan=access.open_plan_in_force(seat, year), is_public=is_public)
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("เผยแพร่ความก้าวหน้าแล้ว") if is_public else _("หยุดเผยแพร่ความก้าวหน้าแล้ว"))
    return redirect("plans:plan", seat.agency.code, year)

"""One step: what was done, its evidence, the second person's check; and what came of a measure."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access
from prongsai.portal.plans.doing import actions
from prongsai.portal.plans.doing.forms import CheckForm, ItemForm, OutcomeForm, ReportForm
from prongsai.portal.plans.doing.items import item_year
from prongsai.portal.plans.doing.views import tell_handing_over
from prongsai.portal.plans.refusals import PlanRefusedError
from prongsai.portal.plans.stepping.pages import measure_contents, step_contents
from prongsai.portal.plans.stepping.serving import serve_evidence


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_step(request: HttpRequest, seat: Seat, year: int, step_id: int) -> HttpResponse:
    """A step with all that was said and brought."""
    step = access.open_step(seat, year, step_id)
    return render(request, "plans/step.html", step_contents(seat, step, timezone.localdate()))


@office_view(Permission.REPORT_STEP)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, seat: Seat, year: int, step_id: int) -> HttpResponse:
    """Say what was done, from a phone if need be."""
    step = access.open_step_to_report(seat, year, step_id)
    form = ReportForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "plans/report.html", {"seat": seat, "step": step, "form": form})
    said = form.cleaned_data
    try:
        actions.report_step(
            seat=seat,
            step=step,
            text=said["text"],
            finished=said["finished"],
            files=form.evidence,
            links=[said["link"]] if said["link"] else [],
        )
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("บันทึกรายงานแล้ว"))
    return redirect("plans:step", seat.agency.code, year, step_id)


@office_view(Permission.CHECK_STEP)
@require_POST
def check(request: HttpRequest, seat: Seat, year: int, step_id: int) -> HttpResponse:
    """Verify what somebody else reported, or say what is missing."""
    step = access.open_step_to_check(seat, year, step_id)
    form = CheckForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.check_step(seat=seat, step=step, passed=said["verdict"] == "pass", note=said["note"])
        except PlanRefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("บันทึกผลการตรวจแล้ว"))
    return redirect("plans:step", seat.agency.code, year, step_id)


@office_view(Permission.SEE_AGENCY)
@require_safe
def download(_request: HttpRequest, seat: Seat, evidence_id: int) -> HttpResponseBase:
    """The bytes of a piece of evidence."""
    return serve_evidence(access.open_evidence(seat, evidence_id))


@office_view(Permission.EDIT_PLAN)
@require_POST
def mark_for_item(request: HttpRequest, seat: Seat, evidence_id: int) -> HttpResponse:
    """Use a piece of evidence for a disclosure item."""
    evidence = access.open_evidence(seat, evidence_id)
    plan = evidence.report.step.measure.plan
    rules = item_year(plan.year)
    form = ItemForm(request.POST, codes=list(rules.items))
    if form.is_valid():
        item = form.cleaned_data["item"]
        actions.mark_for_item(seat=seat, evidence=evidence, year=rules.year, item=item)
        said = {"item": item.upper(), "year": rules.year}
        messages.success(request, _("เก็บไว้ใช้ตอบข้อ %(item)s ปี %(year)s แล้ว") % said)
        tell_handing_over(request, seat, rules.year)
    return redirect("plans:step", seat.agency.code, plan.year, evidence.report.step_id)


@office_view(Permission.PUBLISH_PROGRESS)
@require_POST
def show_evidence(request: HttpRequest, seat: Seat, evidence_id: int) -> HttpResponse:
    """Put a piece of evidence on the public page, or take it off."""
    evidence = access.open_evidence(seat, evidence_id)
    actions.show_evidence(seat=seat, evidence=evidence, is_public=request.POST.get("public") == "yes")
    step = evidence.report.step
    return redirect("plans:step", seat.agency.code, step.measure.plan.year, step.pk)


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_measure(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """A measure with its steps and what came of it."""
    measure = access.open_measure(seat, year, measure_id)
    return render(request, "plans/measure.html", measure_contents(seat, measure, timezone.localdate()))


@office_view(Permission.REPORT_STEP)
@require_POST
def write_outcome(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """Say what came of a measure."""
    measure = access.open_measure(seat, year, measure_id)
    if not access.may_report(seat, measure):
        raise PermissionDenied(f"measure {measure_id}")
    form = OutcomeForm(request.POST)
    if form.is_valid():
        try:
            actions.write_outcome(seat=seat, measure=measure, outcome=form.cleaned_data["outcome"])
        except PlanRefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("บันทึกผลลัพธ์แล้ว"))
    return redirect("plans:measure", seat.agency.code, year, measure_id)

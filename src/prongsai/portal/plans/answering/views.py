"""Heads of units answer for their measures; the executive approves the plan."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access, queries
from prongsai.portal.plans.answering import actions
from prongsai.portal.plans.answering.forms import AnswerForm
from prongsai.portal.plans.contents import fingerprint_of_plain, from_plain
from prongsai.portal.plans.refusals import PlanRefusedError

CONFLICT = 409


@office_view(Permission.ANSWER_ASSIGNMENT)
@require_safe
def show_assigned(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What is given to the units that the person heads."""
    return _assigned(request, seat)


@office_view(Permission.ANSWER_ASSIGNMENT)
@require_POST
def answer_measure(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """Accept a measure, or return it with a reason."""
    measure = access.open_own_measure(seat, year, measure_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.answer_measure(
                seat=seat,
                measure=measure,
                accepts=said["answer"] == "accept",
                reason=said["reason"],
                edition=said["edition"],
            )
        except PlanRefusedError as refusal:
            messages.error(request, str(refusal))
            return _assigned(request, seat, typed={measure.pk: said["reason"]})
        else:
            messages.success(request, _("บันทึกคำตอบแล้ว"))
    return redirect("plans:assigned", seat.agency.code)


def _assigned(request: HttpRequest, seat: Seat, typed: Mapping[int, str] | None = None) -> HttpResponse:
    """The page; `typed` are reasons that could not be saved, by measure."""
    measures = queries.assigned_measures(seat.agency.pk, access.headed_units(seat))
    contents = {"seat": seat, "measures": measures, "typed": typed or {}}
    return render(request, "plans/assigned.html", contents, status=CONFLICT if typed else 200)


@office_view(Permission.APPROVE_PLAN)
@require_POST
def approve(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Approve the plan as it stands."""
    try:
        actions.approve_plan(seat=seat, plan=access.open_plan(seat, year), seen=request.POST.get("seen"))
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("อนุมัติแผนแล้ว แผนฉบับนี้แก้ไขไม่ได้อีก"))
    return redirect("plans:plan", seat.agency.code, year)


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_version(request: HttpRequest, seat: Seat, year: int, version: int) -> HttpResponse:
    """An approved version as it was frozen, and whether it still is what was approved."""
    plan = queries.find_version(seat.agency.pk, year, version)
    if plan is None or plan.frozen is None or not access.sees_whole_plan(seat):
        raise Http404(f"no approved version {version} of {year}")
    is_whole = fingerprint_of_plain(plan.frozen) == plan.sha256
    shown = {"seat": seat, "plan": plan, "contents": from_plain(plan.frozen), "is_whole": is_whole}
    return render(request, "plans/version.html", shown)

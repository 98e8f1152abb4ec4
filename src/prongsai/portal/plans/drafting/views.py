"""A plan in the making: writing its measures, sending it out. Where it starts is the area `proposals`."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access, queries
from prongsai.portal.plans.answering.actions import open_new_version
from prongsai.portal.plans.contents import fingerprint
from prongsai.portal.plans.drafting import actions
from prongsai.portal.plans.drafting.measure_page import MeasurePage
from prongsai.portal.plans.drafting.pages import indicator_rows, startable_years
from prongsai.portal.plans.effects.judging import review_with_effects
from prongsai.portal.plans.freezing import contents_of
from prongsai.portal.plans.refusals import OvertakenError, PlanRefusedError
from prongsai.portal.results.queries import scored_years
from prongsai.rulebook.loading import load_year

CONFLICT = 409


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_plans(request: HttpRequest, seat: Seat) -> HttpResponse:
    """The agency's plans by year, and the years for which one can be started."""
    plans = queries.plans_of(seat.agency.pk)
    sees_all = access.sees_whole_plan(seat)
    contents = {
        "seat": seat,
        "plans": [plan for plan in plans if sees_all or plan.state != "draft"],
        "startable": startable_years(plans, scored_years(seat.agency.pk)) if seat.may(Permission.EDIT_PLAN) else [],
    }
    return render(request, "plans/plans.html", contents)


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_plan(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """The newest version of a year's plan, by indicator, with what weakens it."""
    plan = access.open_plan(seat, year)
    units = access.units_seen(seat)
    measures, rules = queries.measures_to_review(plan, units=units), load_year(plan.result_year)
    result = scored_years(seat.agency.pk).get(plan.result_year)
    review = review_with_effects(plan, measures, result=result, today=timezone.localdate())
    rows = indicator_rows(measures, rules, result, review)
    may_approve = plan.state == "sent" and seat.may(Permission.APPROVE_PLAN)
    contents = {
        "seat": seat,
        "plan": plan,
        "indicators": rows if units is None else [entry for entry in rows if entry.rows],
        "review": review,
        "answers": queries.count_answers(measures),
        "may_edit": plan.is_open and seat.may(Permission.EDIT_PLAN),
        "may_revise": plan.state == "approved" and seat.may(Permission.EDIT_PLAN),
        "may_approve": may_approve,
        "seen": fingerprint(contents_of(plan, measures)) if may_approve else "",
        "may_publish": plan.state == "approved" and seat.may(Permission.PUBLISH_PROGRESS),
    }
    return render(request, "plans/plan.html", contents)


@office_view(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def add_measure(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Write a measure of one's own."""
    page = MeasurePage(request, seat, access.open_plan(seat, year))
    if page.is_handed_in():
        try:
            actions.add_measures(seat=seat, plan=page.plan, measures=[page.entry(origin="own")])
        except PlanRefusedError as refusal:
            return render(request, "plans/measure_form.html", page.refused(str(refusal)), status=CONFLICT)
        return redirect("plans:plan", seat.agency.code, year)
    return render(request, "plans/measure_form.html", page.contents())


@office_view(Permission.EDIT_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_measure(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """Change a measure and its steps; what somebody else wrote meanwhile is shown first, beside what was typed."""
    if "edition" in request.POST and queries.find_measure(seat.agency.pk, year, measure_id) is None:
        return _measure_is_gone(request, seat, year)
    measure = access.open_measure(seat, year, measure_id)
    page = MeasurePage(request, seat, measure.plan, measure)
    if not page.is_handed_in():
        return render(request, "plans/measure_form.html", page.contents())
    entry = page.entry(origin=measure.origin)
    try:
        actions.change_measure(seat=seat, measure=measure, entry=entry, edition=page.edition)
    except OvertakenError as refusal:
        now = queries.find_measure(seat.agency.pk, year, measure_id)
        return render(request, "plans/measure_form.html", page.refused(str(refusal), now), status=CONFLICT)
    except PlanRefusedError as refusal:
        return render(request, "plans/measure_form.html", page.refused(str(refusal)), status=CONFLICT)
    messages.success(request, _("บันทึกมาตรการแล้ว"))
    return redirect("plans:plan", seat.agency.code, year)


def _measure_is_gone(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """What was typed into a measure that somebody took out meanwhile, to be added as a new one."""
    page = MeasurePage(request, seat, access.open_plan(seat, year))
    said = _("มาตรการนี้ถูกนำออกจากแผนหลังจากที่ท่านเปิดหน้า สิ่งที่ท่านพิมพ์ยังอยู่ ถ้ายังต้องการ บันทึกเป็นมาตรการใหม่ได้")
    contents = page.refused(said) | {"send_to": reverse("plans:add-measure", args=[seat.agency.code, year])}
    return render(request, "plans/measure_form.html", contents, status=CONFLICT)


@office_view(Permission.EDIT_PLAN)
@require_POST
def remove_measure(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """Take a measure out."""
    try:
        actions.remove_measure(seat=seat, measure=access.open_measure(seat, year, measure_id))
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect("plans:plan", seat.agency.code, year)


@office_view(Permission.EDIT_PLAN)
@require_POST
def move_measure(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """Move a measure up or down among those of its indicator."""
    measure = access.open_measure(seat, year, measure_id)
    try:
        actions.move_measure(seat=seat, measure=measure, up=request.POST.get("direction") == "up")
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse('plans:plan', args=[seat.agency.code, year])}#indicator-{measure.indicator}")


@office_view(Permission.EDIT_PLAN)
@require_POST
def send(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Send the plan to the heads of units."""
    try:
        actions.send_plan(seat=seat, plan=access.open_plan(seat, year))
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("ส่งให้สำนัก/กองตอบรับแล้ว"))
    return redirect("plans:plan", seat.agency.code, year)


@office_view(Permission.EDIT_PLAN)
@require_POST
def revise(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Begin a new version of an approved plan."""
    try:
        open_new_version(seat=seat, plan=access.open_plan(seat, year))
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("เปิดร่างฉบับใหม่แล้ว ฉบับที่อนุมัติยังใช้อยู่จนกว่าฉบับใหม่จะอนุมัติ"))
    return redirect("plans:plan", seat.agency.code, year)

"""What came of a plan, and sharing what seems to work."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access
from prongsai.portal.plans.effect import FEWEST_AGENCIES
from prongsai.portal.plans.effects.actions import share_measure
from prongsai.portal.plans.effects.judging import comparison_for, effects_of
from prongsai.portal.plans.effects.pages import effect_rows
from prongsai.portal.plans.refusals import PlanRefusedError


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_effect(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Each measure beside the change of its figures; a unit sees its own measures."""
    plan = access.open_plan_in_force(seat, year)
    rows = effect_rows(plan)
    contents = {
        "seat": seat,
        "plan": plan,
        "rows": None if rows is None else [row for row in rows if access.may_look(seat, row.measure)],
        "fewest": FEWEST_AGENCIES,
        "may_share": seat.may(Permission.EDIT_PLAN),
    }
    return render(request, "plans/effect.html", contents)


@office_view(Permission.EDIT_PLAN)
@require_POST
def share(request: HttpRequest, seat: Seat, year: int, measure_id: int) -> HttpResponse:
    """Offer a measure to other agencies."""
    measure = access.open_measure(seat, year, measure_id)
    comparison = comparison_for(measure.plan)
    if comparison is None:
        raise Http404(f"no result of {year} yet")
    effect = effects_of(measure.plan, [measure], comparison)[measure.pk]
    try:
        share_measure(seat=seat, measure=measure, effect=effect, is_named=request.POST.get("named") == "yes")
    except PlanRefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("เพิ่มในคลังมาตรการแล้ว หน่วยงานอื่นจะเห็นเป็นข้อเสนอ"))
    return redirect("plans:effect", seat.agency.code, year)

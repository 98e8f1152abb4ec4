"""Takes a plan, a measure or a step for writing and sees that it is still in a state that allows it."""

from django.utils.translation import gettext as _

from prongsai.portal.plans.models import Measure, Plan, PlanState, Step
from prongsai.portal.plans.refusals import PlanRefusedError


def lock_plan(plan: Plan, *states: PlanState) -> Plan:
    """The plan as it is now, held until the transaction ends. Raises `PlanRefusedError` in any other state."""
    held = Plan.objects.select_for_update(of=("self",)).select_related("agency").get(pk=plan.pk)
    if held.state not in states:
        raise PlanRefusedError(
            _("แผนปี %(year)s ฉบับที่ %(version)s อยู่ในสถานะ “%(state)s” จึงแก้ไม่ได้")
            % {"year": held.year, "version": held.version, "state": held.get_state_display()}
        )
    return held


def lock_measure(measure: Measure) -> Measure:
    """A measure as it is now, held until the transaction ends; refused where it was taken out of its plan meanwhile."""
    held = Measure.objects.select_for_update().filter(pk=measure.pk).first()
    if held is None:
        raise PlanRefusedError(_("มาตรการนี้ถูกนำออกจากแผนแล้ว"))
    return held


def lock_step(step: Step) -> Step:
    """A step of the plan in force as it is now, held until the transaction ends."""
    lock_plan(step.measure.plan, PlanState.APPROVED)
    return Step.objects.select_for_update(of=("self",)).select_related("measure__plan__agency").get(pk=step.pk)

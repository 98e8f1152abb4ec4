"""Offers a measure that seems to work to others."""

from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.effect import MeasureEffect, Verdict
from prongsai.portal.plans.locking import lock_plan
from prongsai.portal.plans.models import LibraryMeasure, Measure, PlanState, StepState
from prongsai.portal.plans.naming import plan_path
from prongsai.portal.plans.refusals import PlanRefusedError
from prongsai.rulebook.loading import load_year

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail


@transaction.atomic
def share_measure(*, seat: Seat, measure: Measure, effect: MeasureEffect, is_named: bool) -> LibraryMeasure:
    """Put a measure into the library, with the agency's name only where it says so."""
    plan = lock_plan(measure.plan, PlanState.APPROVED)
    steps = list(measure.steps.all())
    if not effect.seems_to_work or not any(step.state == StepState.VERIFIED for step in steps):
        raise PlanRefusedError(_("แบ่งปันได้เฉพาะมาตรการที่ทำแล้วและคะแนนสูงขึ้นเกินความคลาดเคลื่อน"))
    if LibraryMeasure.objects.filter(measure=measure).exists():
        raise PlanRefusedError(_("แบ่งปันมาตรการนี้แล้ว"))
    before, after = _figures(effect)
    entry = LibraryMeasure.objects.create(
        measure=measure,
        agency=plan.agency,
        agency_type=plan.agency.type,
        is_named=is_named,
        is_fictional=plan.agency.is_fictional,
        year=plan.year,
        indicator=measure.indicator,
        question_topic=_topic_of(measure),
        topic=measure.topic,
        title=measure.title,
        steps=[step.text for step in steps],
        units=[unit.name for unit in (measure.unit, *measure.other_units.all()) if unit],
        follow_up=measure.follow_up,
        success=measure.success,
        before=before,
        after=after,
    )
    detail: Detail = {"measure": measure.pk, "is_named": is_named}
    append_line(actor=seat.actor, verb="measure.share", object=plan_path(plan), detail=detail)
    return entry


def _figures(effect: MeasureEffect) -> tuple[Decimal, Decimal]:
    """Before and after of the first figure that rose; such a figure has both."""
    return next(
        (change.before, change.now)
        for change in (figure.change for figure in effect.figures if figure.verdict is Verdict.ROSE)
        if change.before is not None and change.now is not None
    )


def _topic_of(measure: Measure) -> str:
    rules = load_year(measure.plan.result_year)
    return next((q.topic for survey in rules.surveys for q in survey.questions if q.code == measure.question), "")

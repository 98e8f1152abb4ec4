"""Turns the stored rows of a plan into its contents."""

from collections.abc import Iterable

from prongsai.portal.plans.contents import MeasureContents, PlanContents, StepContents
from prongsai.portal.plans.models import Measure, Plan
from prongsai.portal.results.figures import place_from


def contents_of(plan: Plan, measures: Iterable[Measure]) -> PlanContents:
    """All that the plan says; units by their names as they are now."""
    return PlanContents(
        agency=plan.agency.code,
        year=plan.year,
        result_year=plan.result_year,
        version=plan.version,
        measures=tuple(map(measure_contents, measures)),
    )


def measure_contents(measure: Measure) -> MeasureContents:
    """All that a measure says."""
    target = measure.success_target
    return MeasureContents(
        indicator=measure.indicator,
        title=measure.title,
        origin=measure.origin,
        question=measure.question,
        items=tuple(measure.items),
        topic=measure.topic,
        finding=measure.finding,
        unit=measure.unit.name if measure.unit else "",
        other_units=tuple(unit.name for unit in measure.other_units.all()),
        starts=measure.starts,
        ends=measure.ends,
        budget=measure.budget,
        success=measure.success,
        success_place=str(place_from(measure.success_instrument, measure.success_code)) if measure.success_code else "",
        success_target=target,
        follow_up=measure.follow_up,
        steps=tuple(StepContents(step.text, step.due) for step in measure.steps.all()),
    )

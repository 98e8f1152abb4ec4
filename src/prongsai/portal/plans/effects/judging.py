"""The effects of a plan's measures from the agency's stored results."""

from collections.abc import Iterable, Sequence
from datetime import date

from prongsai.portal.plans.effect import MeasureEffect, NoiseReader, effect_of
from prongsai.portal.plans.effects.noise import noise_reader
from prongsai.portal.plans.models import Measure, Plan, PlanState
from prongsai.portal.plans.reviewing import Review, review_plan
from prongsai.portal.results.queries import respondents, scored_years
from prongsai.rulebook.comparing import Comparison, compare
from prongsai.rulebook.overall_scoring import AgencyResult


def comparison_for(plan: Plan) -> Comparison | None:
    """The plan's year beside the year it is based on, where both results are there and follow each other."""
    years = scored_years(plan.agency_id)
    now, before = years.get(plan.year), years.get(plan.result_year)
    if now is None or before is None or now.year.crosswalk is None:
        return None
    return compare(now, before)


def noise_for(plan: Plan, comparison: Comparison) -> NoiseReader:
    """Reads the interval of a change from who answered in the two years."""
    before, now = respondents(plan.agency_id, plan.result_year), respondents(plan.agency_id, plan.year)
    return noise_reader(comparison, before=before, now=now)


def effects_of(plan: Plan, measures: Iterable[Measure], comparison: Comparison) -> dict[int, MeasureEffect]:
    """The effect of each measure by its number."""
    noise = noise_for(plan, comparison)
    return {
        measure.pk: effect_of(comparison, question=measure.question, indicator=measure.indicator, noise=noise)
        for measure in measures
    }


def review_with_effects(
    plan: Plan, measures: Sequence[Measure], *, today: date, result: AgencyResult | None = None
) -> Review:
    """The quality rules on a plan; once it was carried out, also what its texts claim against how the figures moved."""
    comparison = comparison_for(plan) if plan.state == PlanState.APPROVED else None
    effects = effects_of(plan, measures, comparison) if comparison else {}
    return review_plan(plan, measures, today=today, result=result, comparison=comparison, effects=effects)

"""The effects of a plan's measures from the agency's stored results."""

from collections.abc import Iterable

from prongsai.portal.plans.effect import MeasureEffect, NoiseReader, effect_of
from prongsai.portal.plans.effects.noise import noise_reader
from prongsai.portal.plans.models import Measure, Plan
from prongsai.portal.results.queries import respondents, scored_years
from prongsai.rulebook.comparing import Comparison, compare


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

"""Asks the quality rules about a stored plan and keeps what they say by where it belongs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from prongsai.portal.plans.effect import MeasureEffect
from prongsai.portal.plans.freezing import measure_contents
from prongsai.portal.plans.models import Measure, Plan, Step
from prongsai.portal.plans.quality import Fault, MeasureFacts, Setting, StepFacts, Warned, check_plan
from prongsai.portal.plans.warning_words import warning_text
from prongsai.portal.results.figures import place_from
from prongsai.rulebook.comparing import Comparison
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import AgencyResult


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """A fault in words. `fault` is its rule."""

    fault: Fault
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """What the rules found, by the place at which it is shown."""

    of_indicator: Mapping[int, tuple[PlanWarning, ...]]
    of_measure: Mapping[int, tuple[PlanWarning, ...]]
    of_step: Mapping[int, tuple[PlanWarning, ...]]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(len(found) for part in (self.of_indicator, self.of_measure, self.of_step) for found in part.values())


def review_plan(
    plan: Plan,
    measures: Sequence[Measure],
    *,
    today: date,
    result: AgencyResult | None = None,
    comparison: Comparison | None = None,
    effects: Mapping[int, MeasureEffect] | None = None,
) -> Review:
    """Check a plan; `measures` come with steps, reports and evidence."""
    facts = [measure_facts(measure, result, (effects or {}).get(measure.pk)) for measure in measures]
    setting = Setting(
        year=plan.year,
        today=today,
        rules=load_year(plan.result_year),
        rules_of_plan=load_year(plan.year) if plan.year in known_years() else None,
        changes=comparison.changes if comparison else {},
    )
    found = check_plan(facts, setting)
    return Review(
        of_indicator=_grouped((w.indicator, w) for w in found if w.measure is None),
        of_measure=_grouped((w.measure, w) for w in found if w.measure is not None and w.step is None),
        of_step=_grouped((w.step, w) for w in found if w.step is not None),
    )


def measure_facts(measure: Measure, result: AgencyResult | None, effect: MeasureEffect | None) -> MeasureFacts:
    """A stored measure as the rules look at it."""
    return MeasureFacts(
        id=measure.pk,
        contents=measure_contents(measure),
        steps=tuple(map(_step_facts, measure.steps.all())),
        outcome=measure.outcome,
        now=_score_now(measure, result),
        fell=effect.fell if effect else None,
    )


def _step_facts(step: Step) -> StepFacts:
    reports = list(step.reports.all())
    return StepFacts(
        id=step.pk,
        text=step.text,
        due=step.due,
        state=step.state,
        reports=tuple(report.text for report in reports),
        evidence=sum(len(report.evidence.all()) for report in reports),
    )


def _score_now(measure: Measure, result: AgencyResult | None) -> Decimal | None:
    if result is None or not measure.success_code:
        return None
    return result.score(place_from(measure.success_instrument, measure.success_code)).value


def _grouped(pairs: Iterable[tuple[int, Warned]]) -> dict[int, tuple[PlanWarning, ...]]:
    grouped: dict[int, list[PlanWarning]] = {}
    for key, warned in pairs:
        grouped.setdefault(key, []).append(PlanWarning(warned.fault, warning_text(warned)))
    return {key: tuple(found) for key, found in grouped.items()}

"""What everybody may see of a plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.portal.plans import queries
from prongsai.portal.plans.doing.lines import Progress, StepLine, lines_of, progress_of
from prongsai.portal.plans.models import Evidence, Measure, Plan
from prongsai.portal.results.scorecard.names import indicator_name
from prongsai.rulebook.loading import load_year


@dataclass(frozen=True, slots=True)
class PublicMeasure:
    """A measure with its steps and the evidence that is shown to everybody."""

    measure: Measure
    lines: tuple[StepLine, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class PublicIndicator:
    """An indicator with its measures."""

    number: int
    name: str
    measures: tuple[PublicMeasure, ...]


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """How far the plan has come."""

    progress: Progress
    indicators: tuple[PublicIndicator, ...]


def progress_page(plan: Plan, today: date) -> ProgressPage:
    """The plan's measures by indicator."""
    measures = [_public(measure, today) for measure in queries.measures_to_review(plan)]
    every = [line for entry in measures for line in entry.lines]
    return ProgressPage(progress_of(every), tuple(_indicators(plan, measures)))


def _indicators(plan: Plan, measures: list[PublicMeasure]) -> Iterator[PublicIndicator]:
    rules = load_year(plan.result_year)
    for number in rules.indicators:
        own = tuple(entry for entry in measures if entry.measure.indicator == number)
        if own:
            yield PublicIndicator(number, indicator_name(rules, number), own)


def _public(measure: Measure, today: date) -> PublicMeasure:
    steps = list(measure.steps.all())
    shown = (e for step in steps for report in step.reports.all() for e in report.evidence.all() if e.is_public)
    return PublicMeasure(measure, tuple(lines_of(steps, today)), tuple(shown))

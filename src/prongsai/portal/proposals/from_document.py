"""Measures that were read from an old document, as what a plan can take over: pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.papers.reading.found import ReadMeasure
from prongsai.portal.plans.drafting.inputs import MeasureInput, StepInput
from prongsai.portal.plans.fitting import NamedUnit, match_units, spread_due_dates
from prongsai.thai.periods import fiscal_year_bounds

LONGEST_TITLE, LONGEST_STEP, LONGEST_FOLLOW_UP = 300, 500, 500
MOST_STEPS = 20
_BETWEEN_UNITS = re.compile(r"\s*(?:[/,;\n]|ร่วมกับ| และ)\s*")


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A measure of the document; `number` counts from 1, `units` are names as they are printed."""

    number: int
    read: ReadMeasure

    @property
    def title(self) -> str:
        """What is to be done, short enough for a plan."""
        return " ".join(self.read.measure.split())[:LONGEST_TITLE]

    @property
    def units(self) -> tuple[str, ...]:
        """Who answers for it, then who takes part."""
        return tuple(name for name in _BETWEEN_UNITS.split(self.read.unit.strip()) if name)

    @property
    def is_unfinished(self) -> bool:
        """Whether the document tells no result of it."""
        return not (self.read.result.strip() or self.read.outcome.strip())


def found_measures(read: Sequence[ReadMeasure]) -> tuple[FoundMeasure, ...]:
    """The measures that have words, in the order of the document."""
    return tuple(FoundMeasure(number, one) for number, one in enumerate(read, 1) if one.measure.strip())


def as_measures(
    found: Sequence[FoundMeasure], indicators: Mapping[int, int], *, year: int, units: Sequence[NamedUnit]
) -> Iterator[MeasureInput]:
    """The measures over a whole fiscal year, each under the indicator given for its number.

    The dates of the document have passed; the steps are spread anew, and units are those whose names fit.
    """
    period = fiscal_year_bounds(year)
    for one in found:
        owner, others = match_units(one.units, units)
        steps = [" ".join(step.split())[:LONGEST_STEP] for step in one.read.steps if step.strip()][:MOST_STEPS]
        days = spread_due_dates(year, len(steps))
        yield MeasureInput(
            indicator=indicators[one.number],
            title=one.title,
            origin="unfinished",
            unit_id=owner,
            other_unit_ids=others,
            starts=period.first,
            ends=period.last,
            follow_up=" ".join(one.read.follow_up.split())[:LONGEST_FOLLOW_UP],
            steps=tuple(StepInput(text, day) for text, day in zip(steps, days, strict=True)),
        )


def not_yet_there(measures: Sequence[MeasureInput], titles: Collection[str]) -> list[MeasureInput]:
    """Those whose titles the plan does not have; the same document may be used again."""
    there = {" ".join(title.split()) for title in titles}
    return [measure for measure in measures if measure.title not in there]

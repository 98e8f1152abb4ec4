"""The arithmetic of a result as lines of a table: pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.results.scorecard.names import place_name
from prongsai.rulebook.explaining import explain
from prongsai.rulebook.overall_scoring import AgencyResult


@dataclass(frozen=True, slots=True)
class ArithmeticLine:
    """A step: what it gives, how, the value before and after rounding; no expression for a stated figure."""

    code: str
    name: str
    expression: str
    before_rounding: str
    value: Decimal


def arithmetic_lines(result: AgencyResult) -> Iterator[ArithmeticLine]:
    """A line for each figure that others make, lowest first."""
    for step in explain(result):
        name = place_name(result.year, step.place)
        yield ArithmeticLine(str(step.place), name, step.expression, step.before_rounding, step.value)

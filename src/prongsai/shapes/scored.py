"""A scored agency as JSON: what `prongsai score --json` prints. Scores are strings, two decimals; unknown is null."""

from decimal import Decimal
from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

from prongsai.rulebook.explaining import Step, explain
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.overall_scoring import AgencyResult, StatedDifference

Score = Annotated[str, Meta(pattern=r"^\d{1,3}\.\d{2}$")]
"""A score with its two decimals."""


class StatedContradiction(TypedDict):
    """A figure as it was stated, and what the other figures give."""

    what: str
    printed: Score
    computed: Score


class ArithmeticStep(TypedDict):
    """How a figure comes about; nothing in `expression` where it was stated."""

    what: str
    expression: str
    before_rounding: str
    value: Score


class ScoredAgency(TypedDict):
    """All that can be known of an agency's year; `level` is the lowest that is sure where it is not certain."""

    agency: str
    year: int
    total: Score | None
    level: str | None
    level_certain: bool
    instruments: dict[str, Score | None]
    indicators: dict[str, Score | None]
    missing: list[str]
    contradictions: list[StatedContradiction]
    revision: int
    sha256: str
    steps: NotRequired[list[ArithmeticStep]]


def scored_agency(agency: str, result: AgencyResult, *, with_steps: bool = False) -> ScoredAgency:
    """A result as the contract prints it."""
    data: ScoredAgency = {
        "agency": agency,
        "year": result.year.year,
        "total": score_text(result.total),
        "level": result.level.label,
        "level_certain": result.level.certain,
        "instruments": {str(instrument): score_text(value) for instrument, value in result.instruments.items()},
        "indicators": {str(number): score_text(value) for number, value in result.indicators.items()},
        "missing": [str(place) for place in missing_places(result)],
        "contradictions": [_contradiction(entry) for entry in result.contradictions],
        "revision": result.year.round.revision,
        "sha256": result.year.sha256,
    }
    if with_steps:
        data["steps"] = [_step(step) for step in explain(result)]
    return data


def score_text(value: Decimal | None) -> Score | None:
    """A score as text; `None` where it is not known."""
    return None if value is None else str(value)


def _contradiction(entry: StatedDifference) -> StatedContradiction:
    return {"what": str(entry.place), "printed": f"{entry.stated:.2f}", "computed": str(entry.computed)}


def _step(step: Step) -> ArithmeticStep:
    return {
        "what": str(step.place),
        "expression": step.expression,
        "before_rounding": step.before_rounding,
        "value": str(step.value),
    }

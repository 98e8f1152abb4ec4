"""What a plan says, apart from how it is stored: what is frozen on approval and what papers are written from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.rulebook.evidence import Place


@dataclass(frozen=True, slots=True)
class StepContents:
    """A step as planned."""

    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class MeasureContents:
    """A measure as planned; `question` and `items` are codes of the year of the result."""

    indicator: int
    title: str
    origin: str
    question: str = ""
    items: tuple[str, ...] = ()
    topic: int | None = None
    finding: str = ""
    unit: str = ""
    other_units: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None
    budget: Decimal | None = None
    success: str = ""
    success_place: str = ""
    success_target: Decimal | None = None
    follow_up: str = ""
    steps: tuple[StepContents, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanContents:
    """All that an approval freezes."""

    agency: str
    year: int
    result_year: int
    version: int
    measures: tuple[MeasureContents, ...]


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step with what was reported on it, oldest first; `state` as in `models.StepState`."""

    text: str
    due: date | None
    state: str
    reports: tuple[str, ...] = ()
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class ScoreMove:
    """A figure before and after the plan; `comparable` is false over a break, `interval` is of the change."""

    place: Place
    before: Decimal | None
    after: Decimal | None
    comparable: bool
    interval: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class MeasurePaper:
    """A row of the plan and of the report on it."""

    plan: MeasureContents
    steps: tuple[StepDone, ...] = ()
    outcome: str = ""
    scores: tuple[ScoreMove, ...] = ()

    @property
    def evidence(self) -> int:
        """How many pieces of evidence its steps have."""
        return sum(step.evidence for step in self.steps)

    @property
    def is_finished(self) -> bool:
        """Whether every step was verified."""
        return bool(self.steps) and all(step.state == "verified" for step in self.steps)


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A plan as the papers take it: every year of the plan once, in its newest approved version or else its draft."""

    agency_name: str
    agency_code: str
    year: int
    result_year: int
    version: int
    state: str
    approved_at: datetime | None
    sha256: str
    measures: tuple[MeasurePaper, ...] = field(default=())

    def of_indicator(self, number: int) -> Sequence[MeasurePaper]:
        """The measures of one indicator, in the plan's order."""
        return [measure for measure in self.measures if measure.plan.indicator == number]


def as_plain(contents: PlanContents) -> dict[str, Any]:
    """The contents as JSON holds them; decimals and dates are text."""
    plain: dict[str, Any] = msgspec.to_builtins(contents)
    return plain


def from_plain(plain: object) -> PlanContents:
    """Read frozen contents back."""
    return msgspec.convert(plain, type=PlanContents, strict=False)


def fingerprint(contents: PlanContents) -> str:
    """SHA-256 of the contents in one canonical spelling."""
    return fingerprint_of_plain(as_plain(contents))


def fingerprint_of_plain(plain: object) -> str:
    """The fingerprint of frozen contents as they lie: one approved before a field was added keeps its own."""
    return fingerprint_of(plain)

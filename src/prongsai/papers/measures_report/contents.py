"""What the report on the measures says: what was done, what came of it, and what the figures allow to claim."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Literal

from prongsai.papers.content import Signature
from prongsai.papers.plan_tables import PaperState
from prongsai.rulebook.comparing import Comparable
from prongsai.thai.periods import Period

StepState = Literal["planned", "doing", "reported", "verified", "open"]
"""As the plan follows a step: `reported` waits for a second person, only `verified` is finished.

Of an `open` step nobody has said anything yet: the paper leaves dots.
"""

DEFAULT_CHAIN = (
    Signature(role="ผู้รายงาน"),
    Signature(role="ผู้ตรวจสอบ", opinion="ความเห็น"),
    Signature(role="ผู้รับรองรายงาน", opinion="ความเห็น"),
)


class Movement(Enum):
    """What a question's two scores allow to say."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"
    WITHIN_NOISE = "within noise"
    NOT_COMPARABLE = "not comparable"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A question (or indicator) before and after the measure; `name` reads "ข้อ e7 (EIT ส่วนที่ 1)".

    `beyond_noise` is `None` where the number of respondents is not known; `half_width` is that of the interval of the
    difference, in points.
    """

    name: str
    before_year: int
    before: Decimal | None
    after_year: int
    after: Decimal | None
    comparable: Comparable = Comparable.YES
    beyond_noise: bool | None = None
    half_width: Decimal | None = None
    break_reason: str = ""

    @property
    def delta(self) -> Decimal | None:
        """Points up (+) or down (-)."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def movement(self) -> Movement:
        """Rise and fall only where the years compare and chance does not explain it."""
        if self.delta is None:
            return Movement.UNKNOWN
        if self.comparable is Comparable.NO:
            return Movement.NOT_COMPARABLE
        if not self.delta:
            return Movement.SAME
        if self.beyond_noise is False:
            return Movement.WITHIN_NOISE
        return Movement.ROSE if self.delta > 0 else Movement.FELL


@dataclass(frozen=True, slots=True)
class ReportedStep:
    """A step as it stands; `result` says what was done, `reason` why it is not finished."""

    text: str
    state: StepState
    result: str = ""
    done_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something to look at: a document, a picture or a page; `where` is an address or the name of a file."""

    title: str
    where: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportedMeasure:
    """A measure with what was done and what came of it; `outcome` is in the words of the agency.

    `success` is the plan's indicator of success; `reached` whether its target was met, `None` where that is not known.
    """

    title: str
    indicator: int
    indicator_name: str
    steps: tuple[ReportedStep, ...]
    period: Period | None
    unit: str
    other_units: tuple[str, ...] = ()
    success: str = ""
    reached: bool | None = None
    outcome: str = ""
    changes: tuple[ScoreChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def unfinished(self) -> tuple[ReportedStep, ...]:
        """Steps that nobody has verified as finished."""
        return tuple(step for step in self.steps if step.state != "verified")

    @property
    def to_fill(self) -> bool:
        """Whether the agency has still to write what it did."""
        return any(step.state == "open" for step in self.steps)


@dataclass(frozen=True, slots=True)
class ReportContents:
    """Everything that the report says; the state of things is that of the day `as_of`."""

    agency_name: str
    place: str
    plan_year: int
    version: int
    as_of: date
    measures: tuple[ReportedMeasure, ...]
    plan_approved: bool = True
    signatures: tuple[Signature, ...] = DEFAULT_CHAIN

    @property
    def state(self) -> PaperState:
        """A draft while the plan that it reports on is one, or while results are still to be filled in."""
        if self.to_fill:
            return PaperState(self.version, "รอหน่วยงานกรอกผลการดำเนินการ")
        return PaperState(self.version, "" if self.plan_approved else "แผนยังไม่ได้รับอนุมัติ")

    @property
    def to_fill(self) -> bool:
        """Whether any measure has still to be written on."""
        return any(measure.to_fill for measure in self.measures)

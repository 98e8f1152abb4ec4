"""What the plan of measures says: the officer's decisions and the figures they rest on, gathered before laying out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from prongsai.papers.content import Signature
from prongsai.papers.plan_tables import PaperState
from prongsai.thai.periods import Period

PlanForm = Literal["indicators", "seven-topics"]

DEFAULT_CHAIN = (
    Signature(role="ผู้จัดทำ"),
    Signature(role="ผู้ตรวจสอบ", opinion="ความเห็น"),
    Signature(role="ผู้เห็นชอบ", opinion="ความเห็น"),
    Signature(role="ผู้อนุมัติ", opinion="คำสั่ง"),
)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question with its score; without issue and advice it is one to keep. `part` reads "EIT ส่วนที่ 1"."""

    code: str
    part: str
    topic: str
    score: Decimal | None
    issue: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the plan; `origin` names the question or item it is about, `topic` is one of the seven.

    `findings` are what it answers to, in the words of the agency's own analysis.

    `budget` is in baht: `None` where nothing was said, zero where the measure costs nothing.
    """

    title: str
    steps: tuple[str, ...]
    period: Period | None
    unit: str
    other_units: tuple[str, ...] = ()
    budget: Decimal | None = None
    success: str = ""
    follow_up: str = ""
    origin: str = ""
    topic: int | None = None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorPlan:
    """An indicator with what is known of its questions and the measures that the agency will take."""

    number: int
    name: str
    instrument: str
    score: Decimal | None
    questions: tuple[QuestionLine, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the seven topics, with the shortcomings that the agency found in it."""

    number: int
    name: str
    shortcomings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConstraintGroup:
    """Constraints of one kind: staff, economy and culture, technology, budget."""

    name: str
    constraints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanContents:
    """Everything that the plan says. `place` reads "อำเภอ… จังหวัด…"; years are fiscal years of the Buddhist era.

    `level` is the level's name with "ระดับ" before it. The plan is a draft until `approved_on` is known. `emblem` is
    the agency's own SVG or PNG.
    """

    agency_name: str
    place: str
    plan_year: int
    result_year: int
    total: Decimal | None
    level: str
    version: int
    indicators: tuple[IndicatorPlan, ...]
    topics: tuple[Topic, ...] = ()
    findings: tuple[str, ...] = ()
    constraints: tuple[ConstraintGroup, ...] = ()
    approved_on: date | None = None
    signatures: tuple[Signature, ...] = DEFAULT_CHAIN
    emblem: bytes | None = None

    @property
    def state(self) -> PaperState:
        """A draft until the executive has approved this version."""
        return PaperState(self.version, "ยังไม่ได้รับอนุมัติ" if self.approved_on is None else "")

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures in the order of their indicators."""
        return tuple(measure for indicator in self.indicators for measure in indicator.measures)

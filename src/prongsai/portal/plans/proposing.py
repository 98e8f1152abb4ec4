"""Proposes measures from a result: advice on weak questions, and what keeps the other indicators. Pure."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Protocol

from prongsai.rulebook.advising import QuestionAdvice, advise_on_questions, find_weaknesses
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.proposing import PlannedMeasure, propose_measures, unseen_indicators
from prongsai.thai.periods import fiscal_year_bounds

MONTHS_OF_A_YEAR = 12
HUNDREDTH = Decimal("0.01")
EVERY_UNIT = ("ทุกส่วนราชการ", "ทุกกอง", "ทุกสำนัก", "ทุกส่วนงาน")
TARGET_IN_TEXT = re.compile(r"(?:คะแนน(?:ข้อ|ตัวชี้วัด).*?(?:ไม่ต่ำกว่า|เท่ากับ)|ครบทุกข้อ ได้)\s*(\d{1,3}(?:\.\d{1,2})?)")


class NamedUnit(Protocol):
    """A unit of the agency."""

    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A measure that an officer may take over. `key` names it in a form; `now` is the figure it is about.

    One from the library carries the figures before and after as its `proof`, and who gave it where that is no secret.
    """

    key: str
    origin: str
    indicator: int
    title: str
    steps: tuple[str, ...]
    units: tuple[str, ...]
    follow_up: str
    success: str
    topic: int | None = None
    question: str = ""
    items: tuple[str, ...] = ()
    place: Place | None = None
    target: Decimal | None = None
    now: Decimal | None = None
    library: int | None = None
    proof: tuple[Decimal, Decimal] | None = None
    giver: str = ""
    chosen: bool = False


def propose(result: AgencyResult) -> tuple[Proposal, ...]:
    """At least one measure for each indicator, chosen at once: advice on its weak questions, else one that keeps it."""
    advice = advise_on_questions(result)
    unseen = unseen_indicators(result, find_weaknesses(result))
    weakest = {entry.question.code: _lowest(entry) for entry in advice}
    return tuple(_proposal(result, planned, weakest) for planned in propose_measures(result, advice, unseen))


def keepers(result: AgencyResult, proposed: Sequence[Proposal]) -> Iterator[Proposal]:
    """Keeping measures of the indicators that already have advice: offered, not chosen."""
    taken = {proposal.indicator for proposal in proposed if proposal.origin == "keeping"}
    for keeping in result.year.advice.keeping:
        if keeping.indicator not in taken:
            planned = PlannedMeasure(keeping.indicator, keeping.measure, keeping.improvement_topic, None)
            yield replace(_proposal(result, planned, {}), chosen=False)


def match_units(names: Iterable[str], units: Sequence[NamedUnit]) -> tuple[int | None, tuple[int, ...]]:
    """The responsible unit and the others, where suggested names fit the agency's; "all units" adds everybody."""
    found: list[int] = []
    for name in names:
        plain = name.replace(" ", "")
        everybody = plain in EVERY_UNIT
        found += [unit.pk for unit in units if everybody or _fits(plain, unit.name.replace(" ", ""))]
    unique = tuple(dict.fromkeys(found))
    return (unique[0], unique[1:]) if unique else (None, ())


def spread_due_dates(year: int, steps: int) -> tuple[date, ...]:
    """Month ends that spread the steps over a fiscal year, the last one on its last day."""
    first = fiscal_year_bounds(year).first
    return tuple(_month_end(first, -(-MONTHS_OF_A_YEAR * (index + 1) // steps)) for index in range(steps))


def _proposal(result: AgencyResult, planned: PlannedMeasure, weakest: dict[str, tuple[Place, Decimal]]) -> Proposal:
    measure, question = planned.measure, planned.question or ""
    place, now = weakest.get(question, (indicator_place(planned.indicator), result.indicators[planned.indicator]))
    recommended = result.year.recommendations.get(question)
    return Proposal(
        key=f"q-{question}" if question else f"k-{planned.indicator}",
        origin="recommendation" if question else "keeping",
        indicator=planned.indicator,
        title=measure.title_th,
        steps=measure.steps_th,
        units=measure.units_th,
        follow_up=measure.follow_up_th,
        success=measure.success_th,
        topic=planned.topic,
        question=question,
        items=recommended.items if recommended else (),
        place=place,
        target=_target(measure.success_th, now),
        now=now,
        chosen=True,
    )


def _target(success: str, now: Decimal | None) -> Decimal | None:
    """The score that the text asks for; what is better already is to be kept."""
    asked = TARGET_IN_TEXT.search(success)
    if asked is None:
        return None
    return max(Decimal(asked[1]), now.quantize(HUNDREDTH, ROUND_FLOOR) if now is not None else Decimal(0))


def _lowest(entry: QuestionAdvice) -> tuple[Place, Decimal]:
    return min(entry.scores, key=lambda pair: pair[1])


def _fits(suggested: str, unit: str) -> bool:
    return suggested in unit or unit in suggested


def _month_end(first: date, months: int) -> date:
    passed = first.month - 1 + months - 1
    year, month = first.year + passed // MONTHS_OF_A_YEAR, passed % MONTHS_OF_A_YEAR + 1
    return date(year, month, monthrange(year, month)[1])

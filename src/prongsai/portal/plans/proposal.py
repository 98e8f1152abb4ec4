"""A measure as it is proposed: what to do, why, about which figure. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.proposing import PlannedMeasure
from prongsai.rulebook.weighing import (
    Concern,
    Weighing,
    concerns_about_indicator,
    concerns_about_item,
    concerns_about_question,
)

HUNDREDTH = Decimal("0.01")
TARGET_IN_TEXT = re.compile(r"(?:คะแนน(?:ข้อ|ตัวชี้วัด).*?(?:ไม่ต่ำกว่า|เท่ากับ)|ครบทุกข้อ ได้)\s*(\d{1,3}(?:\.\d{1,2})?)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A measure that an officer may take over. `key` names it in a form; `now` is the figure it is about.

    `findings` are the weaknesses that it answers to, in the words that the officer kept; with `is_dropped` those that
    she dropped. One from the library carries the figures before and after as its `proof`, and who gave it where that
    is no secret.
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
    findings: tuple[str, ...] = ()
    place: Place | None = None
    target: Decimal | None = None
    now: Decimal | None = None
    library: int | None = None
    proof: tuple[Decimal, Decimal] | None = None
    giver: str = ""
    chosen: bool = False
    is_dropped: bool = False


class Proposer:
    """Turns planned measures into proposals; holds the result and what was said of it."""

    def __init__(self, result: AgencyResult, concerns: Sequence[Concern] = (), *, unseen: Sequence[int] = ()) -> None:
        self.result, self.concerns, self.unseen = result, concerns, unseen
        self.questions = {q.code: q for survey in result.year.surveys for q in survey.questions}

    def proposal(self, planned: PlannedMeasure, *, chosen: bool = True, is_dropped: bool = False) -> Proposal:
        """A planned measure as an officer may take it over."""
        measure = planned.measure
        place, now = self._figure(planned)
        return Proposal(
            key=_key(planned, is_dropped=is_dropped),
            origin="recommendation" if planned.question or planned.items else "keeping",
            indicator=planned.indicator,
            title=measure.title_th,
            steps=measure.steps_th,
            units=measure.units_th,
            follow_up=measure.follow_up_th,
            success=measure.success_th,
            topic=planned.topic,
            question=planned.question or "",
            items=planned.items,
            findings=self._dropped(planned) if is_dropped else self._kept(planned),
            place=place,
            target=_target(measure.success_th, now),
            now=now,
            chosen=chosen and not is_dropped,
            is_dropped=is_dropped,
        )

    def _figure(self, planned: PlannedMeasure) -> tuple[Place, Decimal | None]:
        """The lowest score of the question in any part, else that of the indicator."""
        scores = self._scores(planned.question) if planned.question else []
        whole = indicator_place(planned.indicator), self.result.indicators[planned.indicator]
        return min(scores, key=lambda pair: pair[1]) if scores else whole

    def _scores(self, code: str) -> list[tuple[Place, Decimal]]:
        parts = self.result.year.survey_by_part.items()
        places = [Place(part, code) for part, survey in parts if self.questions[code] in survey.questions]
        return [(place, score) for place in places if (score := self.result.score(place).value) is not None]

    def _kept(self, planned: PlannedMeasure) -> tuple[str, ...]:
        """What she kept about the question or the items, then about the indicator."""
        return _words([*self._about(planned), *self._about_indicator(planned)], Weighing.KEPT)

    def _dropped(self, planned: PlannedMeasure) -> tuple[str, ...]:
        return _words(self._about(planned), Weighing.DROPPED)

    def _about(self, planned: PlannedMeasure) -> Sequence[Concern]:
        if planned.question:
            return concerns_about_question(self.questions[planned.question], self.concerns, unseen=self.unseen)
        return [concern for item in planned.items for concern in concerns_about_item(item, self.concerns)]

    def _about_indicator(self, planned: PlannedMeasure) -> Sequence[Concern]:
        return concerns_about_indicator(planned.indicator, self.concerns)


def _words(concerns: Iterable[Concern], weighing: Weighing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(concern.words for concern in concerns if concern.weighing is weighing))


def _key(planned: PlannedMeasure, *, is_dropped: bool) -> str:
    """The same for the same measure, however often the page is asked for."""
    if planned.question:
        named = f"q-{planned.question}"
    else:
        named = f"o-{'-'.join(planned.items)}" if planned.items else f"k-{planned.indicator}"
    return f"d-{named}" if is_dropped else named


def _target(success: str, now: Decimal | None) -> Decimal | None:
    """The score that the text asks for; what is better already is to be kept."""
    asked = TARGET_IN_TEXT.search(success)
    if asked is None:
        return None
    return max(Decimal(asked[1]), now.quantize(HUNDREDTH, ROUND_FLOOR) if now is not None else Decimal(0))

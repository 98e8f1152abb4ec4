"""What the pages of clarification show, gathered."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from prongsai.portal.disclosures.assessing.facts import BothMarks, DecisionFacts, MarkFacts
from prongsai.portal.disclosures.assessing.queries import (
    both_marks,
    decisions,
    objections_waiting_for,
    queue_of,
    verdicts,
)
from prongsai.portal.disclosures.assessing.verdicts import Because, Verdict, known
from prongsai.portal.disclosures.clarifying.actions import DECIDING, OBJECTING
from prongsai.portal.disclosures.clarifying.facts import ErratumFacts, ObjectionFacts
from prongsai.portal.disclosures.clarifying.queries import errata_of, objections_of
from prongsai.portal.disclosures.facts import AnsweredItem, ConfirmedDisclosure
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of, is_open
from prongsai.portal.ui.language import pick
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.instrument import Instrument, Item
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.planning import item_costs


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """An item with its verdict and everything on which that rests; `points` is what missing it costs of the total."""

    item: Item
    points: Decimal
    verdict: Verdict
    answer: AnsweredItem
    marks: BothMarks
    decision: DecisionFacts | None
    objection: ObjectionFacts | None
    errata: tuple[ErratumFacts, ...]

    @property
    def title(self) -> str:
        """In the page's language."""
        return pick(self.item.title_th, self.item.title_en)

    @property
    def shown_marks(self) -> Sequence[MarkFacts]:
        """Both marks once a verdict stands on them: before that nobody but the assessors knows."""
        waits = {Because.WAITS_FOR_MARKS, Because.WAITS_FOR_ADJUDICATOR}
        return () if self.verdict.because in waits else self.marks.given

    @property
    def has_story(self) -> bool:
        """Whether anything is told beside the verdict: a reason, a decision, an objection, a correction."""
        reasons = any(mark.reasons for mark in self.shown_marks)
        return bool(reasons or self.decision or self.objection or self.errata)

    @property
    def can_object(self) -> bool:
        """Whether an agency may object, as far as the item goes."""
        return self.verdict.is_complete is False and self.objection is None


@dataclass(frozen=True, slots=True)
class Marked:
    """An agency's items with their verdicts, and what they come to: scores of OIT, `None` while any is open."""

    confirmed: ConfirmedDisclosure | None
    items: tuple[MarkedItem, ...]
    score: Decimal | None
    indicators: tuple[tuple[int, Decimal | None], ...]

    @property
    def open(self) -> int:
        """How many items have no verdict yet."""
        return sum(one.verdict.is_complete is None for one in self.items)

    @property
    def missed(self) -> int:
        """How many items are incomplete."""
        return sum(one.verdict.is_complete is False for one in self.items)


def marked_items(facts: RoundFacts, agency_id: int) -> Marked:
    """Everything that is known of an agency's marks; at most ten queries."""
    year, confirmed = instrument_of(facts), confirmed_disclosure(facts.id, agency_id)
    found = verdicts(facts, agency_id)
    number = confirmed.disclosure_id if confirmed else None
    marks = both_marks(number) if number else {}
    decided = decisions(number) if number else {}
    objections = objections_of(number) if number else {}
    errata = errata_of(number) if number else []
    costs = item_costs(year)
    result = score_agency(year, score_verdicts(year, known(found)))
    return Marked(
        confirmed=confirmed,
        items=tuple(
            MarkedItem(
                item=item,
                points=costs[code].points,
                verdict=found[code],
                answer=_answer(confirmed, code),
                marks=marks.get(code, BothMarks()),
                decision=decided.get(code),
                objection=objections.get(code),
                errata=tuple(one for one in errata if one.item == code),
            )
            for code, item in year.items.items()
        ),
        score=result.instruments[Instrument.OIT],
        indicators=tuple((n, result.indicators[n]) for n in sorted({item.indicator for item in year.items.values()})),
    )


def is_objecting(facts: RoundFacts) -> bool:
    """Whether agencies may object now."""
    return any(is_open(facts.id, key, timezone.now()) for key in OBJECTING)


def is_deciding(facts: RoundFacts) -> bool:
    """Whether objections may be decided now."""
    return any(is_open(facts.id, key, timezone.now()) for key in sorted(DECIDING))


def item_of(marked: Marked, code: str) -> MarkedItem | None:
    """The item of this code."""
    return next((one for one in marked.items if one.item.code == code), None)


def waiting_with_names(seat: NationalSeat, facts: RoundFacts) -> list[tuple[str, str, str, str]]:
    """Each objection that waits for the seat: agency code and name, item code and title; oldest first."""
    names = {line.seating.agency_code: line.seating.agency_name for line in queue_of(seat.person.pk, facts.id)}
    items = instrument_of(facts).items
    return [
        (code, names.get(code, code), item, pick(items[item].title_th, items[item].title_en))
        for code, item in objections_waiting_for(seat.person.pk, facts.id)
    ]


def page_of(seat: object, facts: RoundFacts, marked: Marked, **more: object) -> dict[str, Any]:
    """What every page of clarification is given."""
    return {"seat": seat, "round": facts, "marked": marked, **more}


def _answer(confirmed: ConfirmedDisclosure | None, code: str) -> AnsweredItem:
    return AnsweredItem(code) if confirmed is None else confirmed.items.get(code, AnsweredItem(code))

"""Finds an agency's answers in a round, and says which items a seat sees, writes and hands out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.utils import timezone

from prongsai.portal.disclosures.answering.queries import Standing, WrittenItem, standing, written_items
from prongsai.portal.disclosures.models import DisclosureState
from prongsai.portal.people.access import WHOLE_AGENCY, Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.access import open_begun_round
from prongsai.portal.rounds.facts import PhaseFacts, PhaseTime, RoundFacts
from prongsai.portal.rounds.queries import calendar, instrument_of, participation
from prongsai.portal.rounds.states import lets
from prongsai.rulebook.instrument import Item, YearInstrument

ANSWERING = "disclosure"
APPROVAL = "disclosure-approval"
WRITABLE = frozenset({DisclosureState.DRAFTING, DisclosureState.RETURNED})


@dataclass(frozen=True, slots=True)
class Answering:
    """An agency's answers in a round as a seat sees them: `items` holds every item of the year that it may look at."""

    seat: Seat
    round: RoundFacts
    rules: YearInstrument
    website: str
    standing: Standing
    items: Mapping[str, WrittenItem]
    phases: Mapping[str, PhaseFacts]
    now: datetime

    def runs(self, key: str) -> bool:
        """Whether a phase of the calendar runs now."""
        phase = self.phases.get(key)
        return phase is not None and lets(self.round.state, key) and phase.at(self.now) is PhaseTime.OPEN

    @property
    def is_writable(self) -> bool:
        """Whether the answers may be changed now, by whoever may."""
        return self.standing.state in WRITABLE and self.runs(ANSWERING)

    @property
    def may_lead(self) -> bool:
        """Whether the seat may change every item, hand out, carry over and submit now."""
        return self.is_writable and self.seat.may(Permission.DISCLOSE)

    def may_write(self, item: str) -> bool:
        """Whether the seat may change this item now."""
        return self.is_writable and works_on(self.seat, self.items[item].unit_id)

    @property
    def sees_all(self) -> bool:
        """Whether no item is hidden from the seat."""
        return len(self.items) == len(self.rules.items)


def open_answering(seat: Seat, slug: str) -> Answering:
    """The answers of the seat's agency; a round to which it was not invited is not there. Eight queries."""
    facts = open_begun_round(slug)
    agency = participation(facts.id, seat.agency.pk)
    if agency is None:
        raise Http404("the agency does not take part")
    rules, found = instrument_of(facts), standing(facts.id, seat.agency.pk)
    written = written_items(found.id)
    every = {code: written.get(code, WrittenItem(code)) for code in rules.items}
    return Answering(
        seat=seat,
        round=facts,
        rules=rules,
        website=agency.website,
        standing=found,
        items={code: item for code, item in every.items() if sees_item(seat, item.unit_id)},
        phases={phase.key: phase for phase in calendar(facts)},
        now=timezone.now(),
    )


def open_item(here: Answering, code: str) -> Item:
    """An item of the year that the seat may look at; those of other units are not there for it."""
    if code not in here.items:
        raise Http404(f"no item {code}")
    return here.rules.items[code]


def sees_item(seat: Seat, unit_id: int | None) -> bool:
    """Whether the seat may look at an item; one that no unit has is for those who see the whole agency."""
    return bool(seat.roles & WHOLE_AGENCY) if unit_id is None else seat.sees(unit_id)


def works_on(seat: Seat, unit_id: int | None) -> bool:
    """Whether the seat may answer an item: of the own units, or any as an officer."""
    if seat.may(Permission.DISCLOSE):
        return True
    return unit_id is not None and seat.may_in(Permission.ANSWER_ITEMS, unit_id) and seat.works_in(unit_id)

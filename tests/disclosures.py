"""Disclosures to play with, beside the cast and the rounds: import all three in a conftest.

`last_year` is a confirmed disclosure of `agency` in a rehearsal of 2568 that is over: o3 (contact), o10 (e-service), o11
(service statistics), o12 and o13 (procurement), which in 2569 are o3, o10, o10, o11 and o12.
"""

import pytest

from prongsai.portal.disclosures.answering.actions import save_item
from prongsai.portal.disclosures.answering.handing_in.actions import confirm_disclosure, submit_disclosure
from prongsai.portal.disclosures.answering.handing_in.contents import confirmable_hash
from prongsai.portal.disclosures.answering.inputs import ItemInput
from prongsai.portal.disclosures.answering.queries import standing
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import invite_agencies, open_round
from prongsai.portal.rounds.states import RoundState
from prongsai.rulebook.loading import load_year
from tests.rounds import date_every_phase, move_to

__all__ = ["address", "answer", "hand_in", "last_year"]


def address(name: str) -> str:
    """An address on the agency's own site."""
    return f"https://town.example/{name}"


def answer(officer, round_id: int, item: str, *names: str, edition: int = 0, **others: str) -> None:
    """Write addresses for an item."""
    entry = ItemInput(tuple(address(name) for name in names), **others)
    save_item(seat=officer.seat, round_id=round_id, item=item, entry=entry, edition=edition)


def hand_in(officer, executive, facts: RoundFacts) -> str:
    """Submit, with whatever is empty, and confirm; gives back the copy's hash."""
    submit_disclosure(seat=officer.seat, round_id=facts.id, accepted_gaps=load_year(facts.year).items)
    seen = confirmable_hash(standing(facts.id, officer.seat.agency.pk).id)
    return confirm_disclosure(seat=executive.seat, round_id=facts.id, seen=seen)


@pytest.fixture
def last_year(agency, officer, executive) -> RoundFacts:
    facts = open_round(actor="tester", year=2568, is_rehearsal=True, name_th="ซักซ้อมปี 2568")
    date_every_phase(facts)
    invite_agencies(actor="tester", round_id=facts.id, codes=[agency.code], how="all")
    move_to(facts.id, RoundState.REGISTRATION, RoundState.CONFIRMATION, RoundState.COLLECTING)
    for item, names in {
        "o3": ["contact"],
        "o10": ["e"],
        "o11": ["use"],
        "o12": ["buy", "buy.xlsx"],
        "o13": ["year"],
    }.items():
        answer(officer, facts.id, item, *names)
    hand_in(officer, executive, facts)
    return find_round(facts.slug)

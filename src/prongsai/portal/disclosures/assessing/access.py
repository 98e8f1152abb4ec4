"""Finds what a page of marking is about, or says that it is not there."""

from django.http import Http404

from prongsai.portal.disclosures.assessing.evidence import find_kept
from prongsai.portal.disclosures.assessing.facts import SeatingFacts
from prongsai.portal.disclosures.assessing.queries import seating_of
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.models import Capture
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.rulebook.instrument import Item


def open_round(slug: str) -> RoundFacts:
    """A round in which OIT is marked."""
    found = find_round(slug)
    if found is None:
        raise Http404(f"no round {slug}")
    return found


def open_seating(seat: NationalSeat, facts: RoundFacts, code: str) -> SeatingFacts:
    """The assessor's place at an agency; where she has none, the agency is not there for her."""
    found = seating_of(seat.person.pk, facts.id, code)
    if found is None:
        raise Http404(f"no place at {code} in {facts.slug}")
    return found


def open_item(facts: RoundFacts, code: str) -> Item:
    """An item of the round's year."""
    found = instrument_of(facts).items.get(code)
    if found is None:
        raise Http404(f"no item {code} in {facts.year}")
    return found


def open_answer(seating: SeatingFacts, facts: RoundFacts, item: str) -> AnsweredItem:
    """What the agency confirmed for an item; nothing given is nothing to mark."""
    confirmed = confirmed_disclosure(facts.id, seating.agency_id)
    answer = confirmed.items.get(item) if confirmed else None
    if answer is None or answer.is_empty:
        raise Http404(f"nothing given for {item}")
    return answer


def open_kept(facts: RoundFacts, seating: SeatingFacts, capture_id: int) -> Capture:
    """What was kept of an address of the agency."""
    found = find_kept(facts, seating, capture_id)
    if found is None:
        raise Http404(f"nothing kept under {capture_id}")
    return found

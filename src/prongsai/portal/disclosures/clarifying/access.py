"""Finds what a page of clarification is about, or says that it is not there."""

from django.http import Http404

from prongsai.portal.agencies.queries import Agency, find_agency
from prongsai.portal.disclosures.clarifying.pages import Marked, MarkedItem, item_of, marked_items
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.access import open_begun_round
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import participation
from prongsai.portal.rounds.states import RoundState


def open_clarification(seat: Seat, slug: str) -> tuple[RoundFacts, Marked]:
    """The marks of the seat's agency; before the clarification opens there is no such page."""
    facts = open_begun_round(slug)
    if participation(facts.id, seat.agency.pk) is None or not facts.has_reached(RoundState.CLARIFICATION):
        raise Http404("no marks to see")
    return facts, marked_items(facts, seat.agency.pk)


def open_marked_item(marked: Marked, code: str) -> MarkedItem:
    """An item of the year that the agency handed in."""
    found = item_of(marked, code)
    if found is None or marked.confirmed is None:
        raise Http404(f"no item {code}")
    return found


def open_agency(facts: RoundFacts, code: str) -> Agency:
    """An agency that takes part in the round."""
    agency = find_agency(code)
    if agency is None or participation(facts.id, agency.pk) is None:
        raise Http404(f"{code} takes no part in {facts.slug}")
    return agency

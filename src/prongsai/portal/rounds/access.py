"""Finds what a page of a round is about, or says that it is not there."""

from django.http import Http404

from prongsai.portal.people.access import Seat
from prongsai.portal.rounds import queries
from prongsai.portal.rounds.facts import PhaseFacts, RoundFacts
from prongsai.portal.rounds.models import ConfirmedCopy, Participation
from prongsai.portal.rounds.states import RoundState


def open_round(slug: str) -> RoundFacts:
    """A round, for those who run or watch all of them."""
    found = queries.find_round(slug)
    if found is None:
        raise Http404(f"no round {slug}")
    return found


def open_begun_round(slug: str) -> RoundFacts:
    """A round as agencies see it: not while the office still prepares it."""
    found = open_round(slug)
    if found.state is RoundState.PREPARED:
        raise Http404(f"round {slug} is being prepared")
    return found


def open_own_participation(seat: Seat, round_id: int) -> Participation:
    """What the seat's agency has written; an agency that was not invited finds nothing."""
    return open_participation(round_id, seat.agency.pk)


def open_participation(round_id: int, agency_id: int | None) -> Participation:
    """What an agency has written."""
    row = queries.written_participation(round_id, agency_id) if agency_id is not None else None
    if row is None:
        raise Http404("the agency does not take part")
    return row


def open_copy(round_id: int, agency_id: int, version: int) -> ConfirmedCopy:
    """A copy that was confirmed."""
    copy = queries.find_copy(round_id, agency_id, version)
    if copy is None:
        raise Http404(f"no copy {version}")
    return copy


def open_phase(facts: RoundFacts, key: str) -> PhaseFacts:
    """A phase of the round's calendar."""
    for phase in queries.calendar(facts):
        if phase.key == key:
            return phase
    raise Http404(f"no phase {key}")

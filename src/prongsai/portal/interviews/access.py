"""Finds what a page of interviews is about, or says that it is not there."""

from django.http import Http404
from django.utils import timezone

from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.interviews.facts import FrameFacts
from prongsai.portal.interviews.queries import find_frame
from prongsai.portal.rounds.facts import ParticipationFacts, PhaseTime, RoundFacts
from prongsai.portal.rounds.queries import find_round, is_open, participation, phase_at
from prongsai.portal.rounds.states import has_let

PHASE = "surveys"


def open_round(slug: str) -> RoundFacts:
    """A round in which clients are or will be interviewed."""
    found = find_round(slug)
    if found is None:
        raise Http404(f"no round {slug}")
    return found


def open_participation(facts: RoundFacts, code: str) -> ParticipationFacts:
    """An agency that takes part in the round."""
    agency = find_agency(code)
    found = participation(facts.id, agency.pk) if agency else None
    if found is None:
        raise Http404(f"{code} takes no part in {facts.slug}")
    return found


def open_frame(facts: RoundFacts, code: str) -> FrameFacts:
    """The frame of an agency in the round."""
    found = find_frame(facts.id, open_participation(facts, code).agency_id)
    if found is None:
        raise Http404(f"{code} has no frame in {facts.slug}")
    return found


def takes_interviews(facts: RoundFacts) -> PhaseTime:
    """Whether interviews can be sent now, or only before or after; two queries."""
    now = timezone.now()
    if is_open(facts.id, PHASE, now):
        return PhaseTime.OPEN
    is_over = has_let(facts.state, PHASE) and phase_at(facts.id, PHASE, now) is not PhaseTime.BEFORE
    return PhaseTime.AFTER if is_over else PhaseTime.BEFORE

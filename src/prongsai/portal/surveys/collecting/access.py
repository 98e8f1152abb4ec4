"""Finds an agency's surveys in a round."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.utils import timezone

from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.access import open_begun_round
from prongsai.portal.rounds.bangkok import last_day
from prongsai.portal.rounds.queries import ParticipationFacts, RoundFacts, calendar, participation
from prongsai.portal.surveys.access import PHASE, is_open_now
from prongsai.portal.surveys.queries import LinkFacts, links_of
from prongsai.rulebook.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Collecting:
    """An agency's surveys in a round."""

    round: RoundFacts
    facts: ParticipationFacts
    links: Mapping[Instrument, LinkFacts]
    opens_at: datetime | None
    closes_at: datetime | None
    is_open: bool

    @property
    def closes_on(self) -> date:
        """The last day, as a poster names it; today where no day is set yet."""
        return timezone.localdate() if self.closes_at is None else last_day(self.closes_at)


def open_collecting(seat: Seat, slug: str) -> Collecting:
    """The surveys of the seat's agency; a round to which it was not invited is not there."""
    facts = open_begun_round(slug)
    agency = participation(facts.id, seat.agency.pk)
    if agency is None:
        raise Http404("the agency does not take part")
    phase = next(phase for phase in calendar(facts) if phase.key == PHASE)
    links = links_of(facts.id, seat.agency.pk)
    return Collecting(facts, agency, links, phase.opens_at, phase.closes_at, is_open_now(facts, phase))

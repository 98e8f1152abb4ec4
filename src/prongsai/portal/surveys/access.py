"""Which survey an address opens, and whether it can be answered now."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language

from prongsai.portal.rounds.facts import PhaseFacts, PhaseTime
from prongsai.portal.rounds.queries import (
    ParticipationFacts,
    RoundFacts,
    calendar,
    participation,
    round_by_id,
)
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.portal.rounds.states import ANSWERING, lets
from prongsai.portal.surveys.keeping import Shelf
from prongsai.portal.surveys.queries import LinkFacts, find_code, find_link, links_of
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import Questionnaire

PHASE = ANSWERING


_shelf: "Shelf[OpenSurvey]" = Shelf(settings.PRONGSAI_SURVEY_KEPT_SECONDS)


@dataclass(frozen=True, slots=True)
class OpenSurvey:
    """A survey of an agency in a round; `code` is the one-time code by which it was opened, if it was."""

    link: LinkFacts
    round: RoundFacts
    agency: ParticipationFacts
    questionnaire: Questionnaire
    opens_at: datetime | None
    closes_at: datetime | None
    is_open: bool
    code: str = ""

    @property
    def needs_code(self) -> bool:
        """Whether only those answer who were given a code."""
        return self.link.part is Instrument.IIT

    @property
    def asks_number(self) -> bool:
        """Whether citizens may confirm themselves by a code that is sent to their telephone."""
        return self.round.asks_sms and self.link.part is Instrument.EIT1


def open_survey(address: str) -> OpenSurvey:
    """The survey behind a short address or a one-time code; `Http404` if there is none.

    Kept for some seconds: whether it is open is asked again when an answer is stored.
    """
    return _shelf.take((address, get_language()), lambda: _look_up(address))


def is_open_now(facts: RoundFacts, phase: PhaseFacts) -> bool:
    """Whether the surveys of a round run, by its state and this phase's dates; no query."""
    is_closed = facts.counting_closed_on is not None
    return lets(facts.state, PHASE) and phase.at(timezone.now()) is PhaseTime.OPEN and not is_closed


def _look_up(address: str) -> OpenSurvey:
    link = find_link(address)
    if link is not None:
        return _opened(link)
    link = find_code(address)
    if link is None:
        raise Http404("no survey has this address")
    # the form is sent to the agency's address, so that no code stands in one and a mistyped code loses no answer
    return _opened(links_of(link.round_id, link.agency_id).get(Instrument.IIT, link), code=address)


def _opened(link: LinkFacts, code: str = "") -> OpenSurvey:
    facts, agency = round_by_id(link.round_id), participation(link.round_id, link.agency_id)
    if agency is None:
        raise Http404("the agency takes no part in the round")
    phase = next(phase for phase in calendar(facts) if phase.key == PHASE)
    return OpenSurvey(
        link=link,
        round=facts,
        agency=agency,
        questionnaire=questionnaire(facts, link.part),
        opens_at=phase.opens_at,
        closes_at=phase.closes_at,
        is_open=is_open_now(facts, phase),
        code=code,
    )

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
    instrument_of,
    is_open,
    participation,
    round_by_id,
)
from prongsai.portal.rounds.states import lets
from prongsai.portal.surveys.keeping import Shelf
from prongsai.portal.surveys.queries import LinkFacts, find_code, find_link
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import Questionnaire, questionnaire_of

PHASE = "surveys"


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


def open_survey(address: str) -> OpenSurvey:
    """The survey behind a short address or a one-time code; `Http404` if there is none.

    Kept for some seconds: whether it is open now is asked again by `takes_answers`.
    """
    return _shelf.take((address, get_language()), lambda: _look_up(address))


def is_open_now(facts: RoundFacts, phase: PhaseFacts) -> bool:
    """Whether the surveys of a round run, by its state and this phase's dates; no query."""
    return lets(facts.state, PHASE) and phase.at(timezone.now()) is PhaseTime.OPEN


def takes_answers(survey: OpenSurvey) -> bool:
    """Whether an answer can be stored at this moment; one query."""
    return is_open(survey.round.id, PHASE, timezone.now())


def _look_up(address: str) -> OpenSurvey:
    link = find_link(address)
    if link is not None:
        return _opened(link)
    link = find_code(address)
    if link is None:
        raise Http404("no survey has this address")
    return _opened(link, code=address)


def _opened(link: LinkFacts, code: str = "") -> OpenSurvey:
    facts, agency = round_by_id(link.round_id), participation(link.round_id, link.agency_id)
    if agency is None:
        raise Http404("the agency takes no part in the round")
    phase = next(phase for phase in calendar(facts) if phase.key == PHASE)
    return OpenSurvey(
        link=link,
        round=facts,
        agency=agency,
        questionnaire=questionnaire_of(instrument_of(facts), link.part),
        opens_at=phase.opens_at,
        closes_at=phase.closes_at,
        is_open=is_open_now(facts, phase),
        code=code,
    )

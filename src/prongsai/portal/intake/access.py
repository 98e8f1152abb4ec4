"""Finds what a page of this area is about, or says that it is not there."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from prongsai.portal.intake.models import WaitingAnswers
from prongsai.portal.intake.queries import find_waiting
from prongsai.portal.intake.refusals import IntakeRefusedError
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.rounds.queries import RoundFacts
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.portal.rounds.states import lets
from prongsai.portal.surveys.access import PHASE
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import Questionnaire


@dataclass(frozen=True, slots=True)
class Aim:
    """For which agency and survey of a round a file is."""

    round: RoundFacts
    agency_id: int
    agency_code: str
    agency_names: tuple[str, ...]
    questionnaire: Questionnaire

    @property
    def part(self) -> Instrument:
        """The survey."""
        return self.questionnaire.part


def open_waiting(seat: NationalSeat, round_id: int, file_id: int) -> WaitingAnswers:
    """The person's own waiting file."""
    found = find_waiting(round_id, seat.actor, file_id)
    if found is None:
        raise Http404(f"no waiting file {file_id}")
    return found


def aim_of(facts: RoundFacts, waiting: WaitingAnswers) -> Aim:
    """For what a waiting file was read."""
    agency = waiting.agency
    form = questionnaire(facts, Instrument(waiting.part))
    return Aim(facts, agency.pk, agency.code, (agency.code, agency.name_th, agency.name_en), form)


def check_takes_answers(facts: RoundFacts) -> None:
    """Refuse where the round is not collecting: paper may be typed in after the last day, not after the state."""
    if facts.counting_closed_on is not None:
        raise IntakeRefusedError(_("ปิดการนับคำตอบของรอบนี้แล้ว จึงรับคำตอบเพิ่มไม่ได้"))
    if not lets(facts.state, PHASE):
        raise IntakeRefusedError(_("รอบนี้ไม่อยู่ในสถานะเก็บข้อมูล จึงรับคำตอบเพิ่มไม่ได้"))

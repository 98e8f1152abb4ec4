"""Clients of an agency as far as the names of the places say, for the world of the permission tests."""

from datetime import timedelta

from django.utils import timezone

from prongsai.portal.interviews.calling.actions import Interview, take_interview
from prongsai.portal.interviews.models import Assignment, BackCheck
from prongsai.portal.interviews.queries import find_frame
from prongsai.portal.interviews.reviewing.actions import draw_back_checks
from prongsai.portal.interviews.sampling.actions import assign_interviewers, draw_clients, import_clients
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.surveys.marks import draw_key
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import questionnaire_of
from prongsai.sheets.clients_file import ClientRow

ACTOR = "tester"
ROWS = [ClientRow(number, "ทะเบียน", f"08{number:08d}", f"Q{number}") for number in range(1, 9)]


def interview_places(listed: RoundFacts, interviewed: RoundFacts, *, agency, assessor) -> dict[str, dict[str, object]]:
    """A round in which an agency's clients are only listed, and one in which the assessor interviewed two of four."""
    erases_on = timezone.localdate() + timedelta(days=30)
    for facts in (listed, interviewed):
        import_clients(actor=ACTOR, round_id=facts.id, agency_id=agency.pk, rows=ROWS, erases_on=erases_on)
    frame = find_frame(interviewed.id, agency.pk)
    draw_clients(actor=ACTOR, frame_id=frame.id, size=4, seed="821440")
    assign_interviewers(actor=ACTOR, frame_id=frame.id, people=[assessor.person.pk])
    choices = {line.key: 1 for line in questionnaire_of(instrument_of(interviewed), Instrument.EIT2).lines}
    for number, assignment in enumerate(Assignment.objects.filter(frame_id=frame.id).order_by("id")[:2]):
        interview = Interview(assignment.pk, choices, draw_key())
        take_interview(facts=interviewed, person_id=assessor.person.pk, interview=interview, is_late=number == 1)
    draw_back_checks(actor=ACTOR, frame_id=frame.id, percent=10, seed="7")
    numbers = {"check_id": BackCheck.objects.get(assignment__frame_id=frame.id).pk, "assessor_id": assessor.person.pk}
    return {
        "listed round": {"slug": listed.slug, "erases_on": erases_on.isoformat()},
        "interviewed round": {"slug": interviewed.slug, **numbers},
    }

"""Takes in what interviewers send, once however often it comes.

Neither leaves a journal line: a line has a time, and the time of an interview would tell whose answer it is (ADR 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.portal.interviews.calling.inputs import Try
from prongsai.portal.interviews.locking import lock_own_assignment
from prongsai.portal.interviews.models import ENDING, LEAST_ATTEMPTS, Assignment, AssignmentState, Attempt, Outcome
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.interviews.replacing import replace_client
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.questionnaires import questionnaire
from prongsai.portal.surveys.actions import Counted, RefusedAnswerError, Sent, Source, store_answer
from prongsai.rulebook.instrument import Instrument


class NotYoursError(LookupError):
    """The interviewer has no such assignment in the round."""


@dataclass(frozen=True, slots=True)
class Interview:
    """A finished interview: whose assignment, the choices by line, the key drawn when it began."""

    assignment_id: int
    choices: Mapping[str, int]
    key: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What the interviewer's phone is told; a late interview waits for the supervisor and has no receipt yet."""

    receipt: str
    is_new: bool
    is_late: bool


@transaction.atomic
def take_interview(*, facts: RoundFacts, person_id: int, interview: Interview, is_late: bool) -> Taken:
    """Store the answer and mark the assignment done, both or neither; nothing else connects the two.

    Raises `NotYoursError`, `AnswerError`, and `InterviewRefusedError` where another one of the client was counted.
    """
    held = _own(facts, person_id, interview.assignment_id)
    sent = Sent(
        round_id=facts.id,
        agency_id=held.frame.agency_id,
        questionnaire=questionnaire(facts, Instrument.EIT2),
        choices=interview.choices,
        key=interview.key,
        source=Source.INTERVIEW,
        is_late=is_late,
    )
    counted, is_late = _store(sent)
    if not counted.is_new:
        return Taken(counted.receipt, is_new=False, is_late=held.state == AssignmentState.LATE)
    if held.state in {AssignmentState.DONE, AssignmentState.LATE}:
        raise InterviewRefusedError(_("มีบทสัมภาษณ์ของผู้รับบริการรายนี้ในระบบแล้ว ฉบับนี้จึงไม่ถูกนับ"))
    _finish(held, AssignmentState.LATE if is_late else AssignmentState.DONE)
    return Taken(counted.receipt, is_new=True, is_late=is_late)


@transaction.atomic
def record_attempt(*, facts: RoundFacts, person_id: int, assignment_id: int, attempt: Try) -> None:
    """Keep what came of an attempt; one that ends the assignment hands the next client in order to the interviewer.

    An attempt that comes after the interview, or after the end, changes nothing. Raises `NotYoursError`, and
    `InterviewRefusedError` for a client who was tried too seldom to count as never found.
    """
    held = _own(facts, person_id, assignment_id)
    if held.state != AssignmentState.OPEN or Attempt.objects.filter(key=attempt.key).exists():
        return
    if attempt.outcome is Outcome.NEVER_FOUND and held.attempts + 1 < LEAST_ATTEMPTS:
        raise InterviewRefusedError(
            _("ติดต่อรายนี้มาแล้ว %(tried)s ครั้ง ต้องติดต่อครบ %(least)s ครั้งก่อนจึงจะบันทึกว่าไม่พบ")
            % {"tried": held.attempts, "least": LEAST_ATTEMPTS}
        )
    Attempt.objects.create(
        assignment=held, key=attempt.key, day=attempt.day, outcome=attempt.outcome, call_on=attempt.call_on
    )
    held.attempts += 1
    held.outcome = attempt.outcome
    is_over = attempt.outcome in ENDING
    held.state = AssignmentState.ENDED if is_over else AssignmentState.OPEN
    held.save(update_fields=["attempts", "outcome", "state"])
    if is_over:
        replace_client(held)


def _store(sent: Sent) -> tuple[Counted, bool]:
    """Store it, as late where answers stopped coming while it was on its way; whether it is late."""
    try:
        return store_answer(sent=sent), sent.is_late
    except RefusedAnswerError:
        return store_answer(sent=replace(sent, is_late=True)), True


def _own(facts: RoundFacts, person_id: int, assignment_id: int) -> Assignment:
    held = lock_own_assignment(facts.id, person_id, assignment_id)
    if held is None:
        raise NotYoursError(assignment_id)
    return held


def _finish(held: Assignment, state: AssignmentState) -> None:
    """The days on which she was tried would narrow down the day of her answer, so they go."""
    held.tries.all().delete()
    held.state, held.outcome = state, ""
    held.save(update_fields=["state", "outcome"])

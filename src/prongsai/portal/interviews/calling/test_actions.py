from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.portal.interviews.calling.actions import Interview, NotYoursError, record_attempt, take_interview
from prongsai.portal.interviews.calling.inputs import Try
from prongsai.portal.interviews.models import Assignment, AssignmentState, Attempt, Client, Outcome
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.interviews.sampling.actions import erase_frames
from prongsai.portal.journal.queries import JournalLine
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.queries import Answer, SentForm, Source, Standing, is_counted
from prongsai.rulebook.survey_flow import AnswerError
from prongsai.statistics.drawing import in_order

pytestmark = pytest.mark.django_db


@pytest.fixture
def take(collecting, assessor, choices):
    def act(assignment, key=None, by=assessor, is_late=False, **others):
        sent = Interview(assignment.pk, others.get("choices", choices), key or draw_key())
        return take_interview(facts=collecting, person_id=by.person.pk, interview=sent, is_late=is_late)

    return act


@pytest.fixture
def attempt(collecting, assessor):
    def act(assignment, outcome, key=None, by=assessor, call_on=None):
        tried = Try(key or draw_key(), timezone.localdate(), outcome, call_on)
        record_attempt(facts=collecting, person_id=by.person.pk, assignment_id=assignment.pk, attempt=tried)
        assignment.refresh_from_db()

    return act


def test_an_interview_is_counted_and_its_assignment_done(take, assigned):
    taken = take(assigned[0])
    answer, first = Answer.objects.get(), Assignment.objects.get(pk=assigned[0].pk)
    assert is_counted(taken.receipt)
    assert (answer.part, answer.source, answer.standing) == ("EIT2", Source.INTERVIEW, Standing.COUNTED)
    assert first.state == AssignmentState.DONE


def test_the_same_interview_again_gives_the_same_receipt_and_counts_once(take, assigned):
    key = draw_key()
    first, again = take(assigned[0], key), take(assigned[0], key)
    assert (first.receipt, again.is_new) == (again.receipt, False)
    assert Answer.objects.count() == 1


def test_an_interview_that_was_on_its_way_when_the_counting_closed_is_late(take, assigned, collecting):
    close_counting(actor="person/1", round_id=collecting.id, at=timezone.now() + timedelta(days=60))
    taken = take(assigned[0])
    assert (taken.is_new, taken.is_late) == (True, True)
    assert Answer.objects.get().standing == Standing.SET_ASIDE
    assert Assignment.objects.get(pk=assigned[0].pk).state == AssignmentState.LATE


def test_a_second_interview_of_the_same_client_is_refused_and_leaves_nothing(take, assigned):
    take(assigned[0])
    with pytest.raises(InterviewRefusedError):
        take(assigned[0])
    assert (Answer.objects.count(), SentForm.objects.count()) == (1, 1)


def test_choices_that_are_not_offered_leave_the_assignment_open(take, assigned, choices):
    with pytest.raises(AnswerError):
        take(assigned[0], choices={**choices, "e1": 9})
    assert Assignment.objects.get(pk=assigned[0].pk).state == AssignmentState.OPEN


def test_nobody_takes_the_assignment_of_another_interviewer(take, attempt, assigned, second_assessor):
    with pytest.raises(NotYoursError):
        take(assigned[0], by=second_assessor)
    with pytest.raises(NotYoursError):
        attempt(assigned[0], Outcome.REFUSED, by=second_assessor)


def test_a_late_interview_is_kept_and_does_not_count(take, assigned):
    key = draw_key()
    assert take(assigned[0], key, is_late=True).is_late
    assert take(assigned[0], key, is_late=True).is_late
    assert Answer.objects.get().standing == Standing.SET_ASIDE
    assert Assignment.objects.get(pk=assigned[0].pk).state == AssignmentState.LATE


def test_the_days_on_which_she_was_tried_go_when_her_interview_counts(take, attempt, assigned):
    attempt(assigned[0], Outcome.NO_ANSWER)
    take(assigned[0])
    done = Assignment.objects.get(pk=assigned[0].pk)
    assert (done.attempts, done.outcome, Attempt.objects.count()) == (1, "", 0)


def test_neither_interviews_nor_attempts_leave_a_journal_line(take, attempt, assigned):
    before = JournalLine.objects.count()
    attempt(assigned[0], Outcome.REFUSED)
    take(assigned[1])
    assert JournalLine.objects.count() == before


def test_an_attempt_sent_twice_is_one(attempt, assigned):
    key = draw_key()
    attempt(assigned[0], Outcome.NO_ANSWER, key)
    attempt(assigned[0], Outcome.NO_ANSWER, key)
    assert (assigned[0].attempts, Attempt.objects.count()) == (1, 1)


def test_a_call_back_keeps_its_day(attempt, assigned):
    friday = timezone.localdate() + timedelta(days=3)
    attempt(assigned[0], Outcome.CALL_BACK, call_on=friday)
    assert Attempt.objects.get().call_on == friday
    assert assigned[0].state == AssignmentState.OPEN


def test_the_next_in_order_of_the_same_service_replaces_who_refuses(attempt, assigned, drawn, client_rows):
    attempt(assigned[-1], Outcome.REFUSED)
    service = assigned[-1].service
    order = in_order([row.reference for row in client_rows if row.service == service], seed=drawn.seed)
    asked = [one for one in assigned if one.service == service]
    (new,) = Assignment.objects.filter(is_replacement=True)
    assert (new.client.reference, new.service) == (order[len(asked)], service)
    assert (new.interviewer_id, assigned[-1].state) == (assigned[-1].interviewer_id, AssignmentState.ENDED)


def test_where_nobody_is_left_nobody_replaces(attempt, assigned):
    Client.objects.filter(assignment=None).delete()
    attempt(assigned[0], Outcome.MOVED)
    assert Assignment.objects.count() == len(assigned)


def test_she_counts_as_never_found_after_three_tries_only(attempt, assigned):
    attempt(assigned[0], Outcome.NO_ANSWER)
    with pytest.raises(InterviewRefusedError):
        attempt(assigned[0], Outcome.NEVER_FOUND)
    attempt(assigned[0], Outcome.NO_ANSWER)
    attempt(assigned[0], Outcome.NEVER_FOUND)
    assert assigned[0].state == AssignmentState.ENDED


def test_an_attempt_that_comes_after_the_interview_changes_nothing(take, attempt, assigned):
    take(assigned[0])
    attempt(assigned[0], Outcome.REFUSED)
    assert (assigned[0].state, Attempt.objects.count()) == (AssignmentState.DONE, 0)


def test_an_interview_held_before_the_list_was_erased_still_counts(take, assigned, next_month):
    erase_frames(actor="clock", today=next_month)
    assert take(assigned[0]).is_new

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.rounds import move_to

from prongsai.portal.interviews.calling.actions import Interview, take_interview
from prongsai.portal.interviews.models import Assignment, AssignmentState, BackCheck, CheckOutcome, DoubtfulDay
from prongsai.portal.interviews.queries import (
    back_checks_of,
    non_responses,
    progress_by_interviewer,
    progress_by_service,
)
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.interviews.reviewing.actions import (
    Doubt,
    count_late,
    doubt_day,
    draw_back_checks,
    record_back_check,
)
from prongsai.portal.interviews.sampling.actions import erase_frames
from prongsai.portal.journal.queries import JournalLine
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.queries import Answer, Standing, answer_counts, late_interviews
from prongsai.rulebook.instrument import Instrument
from prongsai.statistics.drawing import in_order

pytestmark = pytest.mark.django_db
ACTOR = "person/1"


@pytest.fixture
def interviewed(collecting, assessor, assigned, choices):
    """Five of nine; the last two of them came late."""
    for number, assignment in enumerate(assigned[:5]):
        take_interview(
            facts=collecting,
            person_id=assessor.person.pk,
            interview=Interview(assignment.pk, choices, draw_key()),
            is_late=number >= 3,
        )
    return assigned[:5]


def test_late_interviews_count_when_the_supervisor_lets_them(interviewed, collecting, drawn, agency):
    assert late_interviews(collecting.id) == {agency.pk: 2}
    assert answer_counts(collecting.id)[agency.pk][Instrument.EIT2] == 3
    assert count_late(actor=ACTOR, facts=collecting, frame_id=drawn.id) == 2
    assert answer_counts(collecting.id)[agency.pk][Instrument.EIT2] == 5
    assert not Assignment.objects.filter(state=AssignmentState.LATE).exists()
    assert JournalLine.objects.order_by("id").last().verb == "survey.count-late"


def test_late_interviews_count_no_more_once_the_scores_are_confirmed(interviewed, collecting, drawn):
    move_to(collecting.id, RoundState.DISCLOSURE_SCORING, RoundState.CLARIFICATION, RoundState.CONFIRMED)
    with pytest.raises(InterviewRefusedError):
        count_late(actor=ACTOR, facts=find_round(collecting.slug), frame_id=drawn.id)
    assert Answer.objects.filter(standing=Standing.SET_ASIDE).count() == 2


def test_a_share_is_called_again_in_the_order_of_the_seed(interviewed, drawn):
    assert draw_back_checks(actor=ACTOR, frame_id=drawn.id, percent=50, seed="77") == 3
    references = [one.client.reference for one in interviewed]
    assert [line.reference for line in back_checks_of(drawn.id)] == in_order(references, seed="77")[:3]
    assert draw_back_checks(actor=ACTOR, frame_id=drawn.id, percent=100, seed="78") == 2
    with pytest.raises(InterviewRefusedError):
        draw_back_checks(actor=ACTOR, frame_id=drawn.id, percent=100, seed="79")


def test_calling_again_keeps_whether_she_agrees_and_the_journal_not_who(interviewed, drawn):
    draw_back_checks(actor=ACTOR, frame_id=drawn.id, percent=10, seed="77")
    (line,) = back_checks_of(drawn.id)
    record_back_check(actor=ACTOR, frame_id=drawn.id, check_id=line.id, outcome=CheckOutcome.DISAGREE)
    assert BackCheck.objects.get().outcome == "disagree"
    assert JournalLine.objects.order_by("id").last().detail == {"outcome": "disagree"}


def test_an_erased_list_leaves_the_outcomes_without_references(interviewed, drawn, next_month):
    draw_back_checks(actor=ACTOR, frame_id=drawn.id, percent=10, seed="77")
    erase_frames(actor="clock", today=next_month)
    (line,) = back_checks_of(drawn.id)
    assert (line.reference, line.contact) == ("", "")


def test_a_days_interviews_are_doubted_in_number_and_no_answer_changes(interviewed, collecting, assessor):
    before = list(Answer.objects.order_by("id").values())
    day = timezone.localdate() - timedelta(days=1)
    doubt_day(actor=ACTOR, facts=collecting, doubt=Doubt(assessor.person.pk, day, 4, "ผู้รับบริการบอกว่าไม่เคยถูกถาม"))
    assert list(Answer.objects.order_by("id").values()) == before
    assert progress_by_interviewer(collecting.id)[0].doubtful == 4


@pytest.mark.parametrize(("days_ago", "interviews"), [(0, 6), (-1, 1), (1, 1), (2, 2)])
def test_no_day_is_doubted_twice_nor_more_interviews_than_there_are(
    interviewed, collecting, assessor, days_ago, interviews
):
    today = timezone.localdate()
    doubt_day(actor=ACTOR, facts=collecting, doubt=Doubt(assessor.person.pk, today - timedelta(days=1), 4, "เหตุผล"))
    again = Doubt(assessor.person.pk, today - timedelta(days=days_ago), interviews, "เหตุผล")
    with pytest.raises(InterviewRefusedError):
        doubt_day(actor=ACTOR, facts=collecting, doubt=again)
    assert DoubtfulDay.objects.count() == 1


def test_progress_and_reasons_are_told_by_service_in_a_fixed_number_of_queries(
    interviewed, assigned, drawn, django_assert_num_queries
):
    Assignment.objects.filter(pk=assigned[-1].pk).update(state=AssignmentState.ENDED, outcome="refused")
    with django_assert_num_queries(2):
        services = progress_by_service(drawn.id)
        reasons = non_responses(drawn.id, [line.name for line in services])
    assert {line.name: line.all for line in services} == {"ทะเบียน": 6, "ภาษี": 3}
    assert [(row.outcome.value, row.all) for row in reasons] == [("refused", 1)]
    assert sum(line.done for line in services) == 3
    assert sum(line.late for line in services) == 2

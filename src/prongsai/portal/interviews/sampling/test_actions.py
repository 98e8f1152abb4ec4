import io
import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from prongsai.portal.interviews.models import Assignment, AssignmentState, Client, Frame
from prongsai.portal.interviews.queries import find_frame, sample_of
from prongsai.portal.interviews.refusals import InterviewRefusedError
from prongsai.portal.interviews.sampling.actions import (
    assign_interviewers,
    draw_clients,
    erase_frames,
    import_clients,
)
from prongsai.portal.journal.queries import JournalLine
from prongsai.sheets.clients_file import ClientRow
from prongsai.statistics.drawing import draw_sample

pytestmark = pytest.mark.django_db
ACTOR = "person/1"


def last_line():
    return JournalLine.objects.order_by("id").last()


def loads():
    held = (
        Assignment.objects.exclude(interviewer=None).order_by("interviewer_id").values_list("interviewer_id", flat=True)
    )
    return [list(held).count(who) for who in dict.fromkeys(held)]


def test_a_second_file_adds_who_is_new_and_gives_back_who_is_there(framed, collecting, agency, client_rows, next_month):
    more = [*client_rows[:2], ClientRow(4, "ภาษี", "ตลาด", "Q99")]
    twins = import_clients(actor=ACTOR, round_id=collecting.id, agency_id=agency.pk, rows=more, erases_on=next_month)
    assert [row.reference for row in twins] == ["Q1", "Q2"]
    assert Client.objects.count() == 31


def test_the_journal_counts_clients_and_names_none(framed):
    line = last_line()
    assert (line.verb, line.detail["clients"]) == ("interviews.import", 30)
    assert "Q1" not in str(line.detail)


def test_the_day_of_erasing_comes_nearer_and_never_moves_away(framed, collecting, agency, next_month):
    where = {"actor": ACTOR, "round_id": collecting.id, "agency_id": agency.pk, "rows": []}
    with pytest.raises(InterviewRefusedError):
        import_clients(**where, erases_on=next_month + timedelta(days=1))
    with pytest.raises(InterviewRefusedError):
        import_clients(**where, erases_on=timezone.localdate())
    import_clients(**where, erases_on=next_month - timedelta(days=5))
    assert find_frame(collecting.id, agency.pk).erases_on == next_month - timedelta(days=5)


def test_the_sample_is_the_one_that_anybody_draws_from_the_seed(drawn, client_rows):
    strata = {"ทะเบียน": [], "ภาษี": []}
    for row in client_rows:
        strata[row.service].append(row.reference)
    again = draw_sample(strata, size=9, seed="821440")
    assert [(service, reference) for service, reference, _ in sample_of(drawn.id)] == [
        (one.stratum, one.reference) for one in again
    ]
    assert last_line().detail["seed"] == "821440"


def test_a_sample_is_drawn_once_and_its_list_stays(drawn, collecting, agency, client_rows, next_month):
    with pytest.raises(InterviewRefusedError):
        draw_clients(actor=ACTOR, frame_id=drawn.id, size=9, seed="another")
    with pytest.raises(InterviewRefusedError):
        import_clients(actor=ACTOR, round_id=collecting.id, agency_id=agency.pk, rows=client_rows, erases_on=next_month)
    assert Assignment.objects.count() == 9


def test_without_a_seed_one_is_drawn_and_published(framed):
    draw_clients(actor=ACTOR, frame_id=framed.id, size=3)
    assert len(find_frame(framed.round_id, framed.agency_id).seed) == 16


def test_nothing_can_be_drawn_from_an_empty_list(collecting, agency, next_month):
    import_clients(actor=ACTOR, round_id=collecting.id, agency_id=agency.pk, rows=[], erases_on=next_month)
    frame = find_frame(collecting.id, agency.pk)
    with pytest.raises(InterviewRefusedError):
        draw_clients(actor=ACTOR, frame_id=frame.id, size=3, seed="x")


def test_assignments_are_handed_out_evenly(drawn, assessor, second_assessor):
    people = [assessor.person.pk, second_assessor.person.pk]
    assert assign_interviewers(actor=ACTOR, frame_id=drawn.id, people=people) == 9
    assert sorted(loads()) == [4, 5]


def test_what_is_open_with_somebody_who_is_not_chosen_any_more_moves(assigned, drawn, second_assessor):
    Assignment.objects.filter(pk=assigned[0].pk).update(state=AssignmentState.DONE)
    assert assign_interviewers(actor=ACTOR, frame_id=drawn.id, people=[second_assessor.person.pk]) == 8
    assert sorted(loads()) == [1, 8]


def test_nobody_chosen_is_refused(drawn):
    with pytest.raises(InterviewRefusedError):
        assign_interviewers(actor=ACTOR, frame_id=drawn.id, people=[])


def test_on_its_day_the_list_is_erased_and_the_counts_stay(assigned, drawn, next_month):
    assert erase_frames(actor="clock", today=next_month - timedelta(days=1)) == 0
    assert erase_frames(actor="clock", today=next_month) == 30
    assert (Client.objects.count(), Assignment.objects.count()) == (0, 9)
    assert Frame.objects.get().erased_on == next_month
    assert (last_line().verb, last_line().detail) == ("interviews.erase", {"clients": 30})
    assert erase_frames(actor="clock", today=next_month) == 0
    with pytest.raises(InterviewRefusedError):
        assign_interviewers(actor=ACTOR, frame_id=drawn.id, people=[1])


def test_the_command_erases_what_is_due(framed):
    Frame.objects.update(erases_on=timezone.localdate())
    told = io.StringIO()
    call_command("erase_frames", stdout=told)
    assert "clients erased: 30" in told.getvalue()
    assert not Client.objects.exists()


def test_twenty_thousand_clients_are_taken_in_and_drawn_from_quickly(collecting, agency, next_month):
    rows = [ClientRow(number, f"บริการ {number % 5}", "0812345678", f"R{number}") for number in range(20_000)]
    started = time.perf_counter()
    import_clients(actor=ACTOR, round_id=collecting.id, agency_id=agency.pk, rows=rows, erases_on=next_month)
    frame = find_frame(collecting.id, agency.pk)
    assert draw_clients(actor=ACTOR, frame_id=frame.id, size=400, seed="x") == 400
    assert time.perf_counter() - started < 20

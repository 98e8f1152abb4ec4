"""Takes the whole database of a round with interviews and tries to find out which client answered what (ADR 8)."""

import random

import pytest
from django.db import connection
from django.utils import timezone

from prongsai.portal.interviews.calling.actions import Interview, record_attempt, take_interview
from prongsai.portal.interviews.calling.inputs import Try
from prongsai.portal.interviews.models import Assignment, Attempt, Client, Outcome
from prongsai.portal.interviews.reviewing.actions import draw_back_checks
from prongsai.portal.interviews.sampling.actions import assign_interviewers, draw_clients
from prongsai.portal.surveys.actions import mix_answers
from prongsai.portal.surveys.marks import draw_key
from prongsai.portal.surveys.queries import Answer
from prongsai.portal.surveys.test_privacy import order_of, single_values, tables
from prongsai.rulebook.survey_flow import pack

pytestmark = pytest.mark.django_db(transaction=True)
ACTOR = "person/1"


@pytest.fixture
def interviewed(collecting, framed, assessor, second_assessor, client_form):
    """Two interviewers interview thirty clients in a random order, each answering in a way of her own.

    Some were tried before; one after the other they are done: who knows the order of either side knows the truth.
    """
    dice = random.Random(2569)  # noqa: S311 - the same play each time
    draw_clients(actor=ACTOR, frame_id=framed.id, size=30, seed="821440")
    people = [assessor.person.pk, second_assessor.person.pk]
    assign_interviewers(actor=ACTOR, frame_id=framed.id, people=people)
    assignments = list(Assignment.objects.select_related("client"))
    dice.shuffle(assignments)
    truth = []
    for assignment in assignments:
        if dice.random() < 0.5:
            tried = Try(draw_key(), timezone.localdate(), Outcome.NO_ANSWER, None)
            record_attempt(
                facts=collecting, person_id=assignment.interviewer_id, assignment_id=assignment.pk, attempt=tried
            )
        choices = {line.key: dice.randint(1, len(line.options)) for line in client_form.lines}
        interview = Interview(assignment.pk, choices, draw_key())
        take_interview(facts=collecting, person_id=assignment.interviewer_id, interview=interview, is_late=False)
        truth.append((assignment, interview, pack(client_form, choices)))
    draw_back_checks(actor=ACTOR, frame_id=framed.id, percent=20, seed="77")
    mix_answers(round_id=collecting.id)
    return truth


def laid_down(table, column):
    """A column in the order in which the database keeps its rows."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {column} FROM "{table}"')  # noqa: S608 - names from this test
        return [row[0] for row in cursor.fetchall()]


def test_no_value_of_any_other_table_points_to_a_single_interview(interviewed):
    found = tables()
    answers = single_values(found.pop("surveys_answer"))
    assert len(interviewed) == len(answers["1 id"]) == 30
    for name, rows in found.items():
        for column, values in single_values(rows).items():
            for answer_column, answer_values in answers.items():
                shared = {value for value in values & answer_values if len(value) > 3}
                assert not shared, f"{name}.{column} and answer {answer_column} share {shared}"


def test_the_orders_of_assignments_and_answers_have_nothing_in_common(interviewed):
    place_of = {choices: place for place, choices in enumerate(laid_down("surveys_answer", "choices"))}
    in_time = [place_of[packed] for _, _, packed in interviewed]
    packed_by = {assignment.pk: packed for assignment, _, packed in interviewed}
    as_they_lie = [place_of[packed_by[number]] for number in laid_down("interviews_assignment", "id")]
    by_number = [place_of[packed_by[number]] for number in sorted(packed_by)]
    rows = [{"place": place} for place in range(len(interviewed))]
    for sequence in (in_time, as_they_lie, by_number):
        assert abs(order_of(rows, "place", sequence)) < 0.6


def test_the_answer_carries_neither_reference_nor_contact_nor_key(interviewed):
    found = tables()
    mine = str({name: rows for name, rows in found.items() if name.startswith("surveys_")})
    for assignment, interview, _ in interviewed:
        assert assignment.client.reference not in mine.replace("'", " ").split()
        assert assignment.client.contact not in mine
        assert interview.key not in str(found)


def test_no_row_about_a_client_keeps_a_day_once_she_was_interviewed(interviewed):
    """The day of an answer stands on the answer; nothing that names a client may have it too."""
    assert not Attempt.objects.exists()
    for model in (Assignment, Client):
        kinds = {field.get_internal_type() for field in model._meta.concrete_fields}
        assert not kinds & {"DateField", "DateTimeField", "TimeField"}


def test_nothing_refers_to_an_answer():
    referring = [relation.related_model for relation in Answer._meta.related_objects]
    assert referring == []


def test_the_journal_of_the_round_says_nothing_of_single_interviews(interviewed):
    lines = tables()["journal_journalline"]
    told = [line for line in lines if any(str(value).startswith("interviews.") for value in line.values())]
    assert len(told) == 4, "one line each: brought, drawn, handed out, to be called again"
    for assignment, _, packed in interviewed:
        text = str(told).replace('"', " ").split()
        assert assignment.client.reference not in text
        assert packed not in str(told)

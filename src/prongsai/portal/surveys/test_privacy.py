"""Takes the whole database of a round and tries to find out who answered what (ADR 8)."""

import random
from collections import Counter

import pytest
from django.apps import apps
from django.db import connection

from prongsai.portal.journal.queries import lines_of_round
from prongsai.portal.surveys.actions import make_codes, mix_answers, store_answer
from prongsai.portal.surveys.marks import as_typed, digest, receipt_number
from prongsai.portal.surveys.models import Answer
from prongsai.rulebook.survey_flow import pack

STAFF = 40
HIDDEN = {"sqlite": ["rowid"], "postgresql": ["'xmin ' || xmin::text"]}
"""What a database keeps of a row beside its columns; the place where it lies is looked at by order."""


@pytest.fixture
def answered(filled_in, codes, collecting, agency, staff_form):
    """Forty staff answer one after the other, each in a way of her own: who knows code, key and order knows the truth."""
    dice = random.Random(2569)  # noqa: S311 - the same play each time
    codes += make_codes(round_id=collecting.id, agency_id=agency.pk, wanted={None: STAFF - 20}, actor="person/1")
    truth = []
    for code in codes:
        sent = filled_in(code=code, choices={line.key: dice.randint(1, len(line.options)) for line in staff_form.lines})
        store_answer(sent=sent)
        truth.append(sent)
    return truth


def tables():
    """Every table of the project with all its rows, hidden columns too."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            name = model._meta.db_table
            hidden = ", ".join(HIDDEN[connection.vendor])
            cursor.execute(f'SELECT {hidden}, * FROM "{name}"')  # noqa: S608 - the model's name
            columns = [f"{position} {column[0]}" for position, column in enumerate(cursor.description)]
            found[name] = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return found


def single_values(rows):
    """Column → the values that one row alone has: what a join could use."""
    columns = rows[0].keys() if rows else ()
    counted = {column: Counter(str(row[column]) for row in rows) for column in columns}
    return {column: {value for value, many in counts.items() if many == 1} for column, counts in counted.items()}


def order_of(rows, column, sequence):
    """Spearman's correlation between the order in which people answered and the order of a column."""
    ranks = {value: rank for rank, value in enumerate(sorted(row[column] for row in rows))}
    pairs = [(place, ranks[value]) for place, value in enumerate(sequence)]
    many = len(pairs)
    return 1 - 6 * sum((a - b) ** 2 for a, b in pairs) / (many * (many**2 - 1))


@pytest.mark.django_db(transaction=True)
def test_no_value_of_any_other_table_points_to_a_single_answer(answered, collecting):
    mix_answers(round_id=collecting.id)
    found = tables()
    answers = single_values(found.pop("surveys_answer"))
    assert len(answered) == STAFF
    for name, rows in found.items():
        for column, values in single_values(rows).items():
            for answer_column, answer_values in answers.items():
                shared = {value for value in values & answer_values if len(value) > 3}
                assert not shared, f"{name}.{column} and answer {answer_column} share {shared}"


@pytest.mark.django_db(transaction=True)
def test_the_order_of_rows_and_numbers_tells_nothing_of_the_order_of_answers(answered, collecting):
    mix_answers(round_id=collecting.id)
    found = tables()
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, choices FROM surveys_answer")
        laid_down = [row[0] for row in cursor.fetchall()]
    by_choices = dict(Answer.objects.values_list("choices", "id"))
    in_time = [by_choices[pack(sent.questionnaire, sent.choices)] for sent in answered]
    rows = [{"place": place, "id": number} for place, number in enumerate(laid_down)]
    places = {row["id"]: row["place"] for row in rows}
    assert abs(order_of(rows, "id", in_time)) < 0.6
    assert abs(order_of(rows, "place", [places[number] for number in in_time])) < 0.6
    assert len(found["surveys_answer"]) == STAFF


@pytest.mark.django_db(transaction=True)
def test_neither_codes_nor_keys_stand_anywhere(answered):
    everything = str(tables())
    for sent in answered:
        assert sent.key not in everything
        assert sent.code not in everything
        assert as_typed(sent.code) not in everything


@pytest.mark.django_db(transaction=True)
def test_a_code_and_its_form_have_nothing_in_common(answered, collecting):
    """Who holds a slip and a receipt finds both, and no way from either to the answer."""
    mix_answers(round_id=collecting.id)
    found = tables()
    for sent in answered[:5]:
        (code,) = [row for row in found["surveys_accesscode"] if digest("code", as_typed(sent.code)) in row.values()]
        (form,) = [row for row in found["surveys_sentform"] if receipt_number(sent.key) in row.values()]
        shared = {str(v) for v in code.values()} & {str(v) for v in form.values()}
        assert all(len(value) <= 3 for value in shared), shared


@pytest.mark.django_db(transaction=True)
def test_the_journal_of_the_round_has_no_line_of_any_answer(answered, filled_in, collecting, national_office):
    """What the office reads of the round tells neither when somebody answered nor by which code or key."""
    told = list(lines_of_round(collecting.slug))
    store_answer(sent=filled_in())
    assert list(lines_of_round(collecting.slug)) == told
    page = national_office.get(f"/office/national/rounds/{collecting.slug}/journal/").content.decode()
    for sent in answered:
        for trace in (sent.key, sent.code, digest("code", as_typed(sent.code)), receipt_number(sent.key)):
            assert trace not in page


@pytest.mark.django_db(transaction=True)
def test_answers_have_no_time_but_the_day():
    assert {field.get_internal_type() for field in Answer._meta.concrete_fields} == {
        "BigAutoField",
        "ForeignKey",
        "CharField",
        "DateField",
        "BooleanField",
    }

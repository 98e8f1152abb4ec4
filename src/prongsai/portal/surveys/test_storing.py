"""The statements written out against the models that they fill."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from prongsai.portal.surveys import storing
from prongsai.portal.surveys.actions import store_answer
from prongsai.portal.surveys.devices import FROM_ONE_DEVICE, count_device, mark_of
from prongsai.portal.surveys.models import Answer, DayKey, DeviceMark, SentForm, Standing

pytestmark = pytest.mark.django_db


def standing_of(device):
    return count_device(mark_of(device))()


@pytest.mark.parametrize(
    ("statement", "model"),
    [
        (storing.KEEP_ANSWER, Answer),
        (storing.NOTE_FORM, SentForm),
        (storing.COUNT_ONE_MORE, DeviceMark),
    ],
)
def test_a_statement_fills_every_column_of_its_table(statement, model):
    table, columns = re.search(r"INSERT INTO (\w+)\s+\(([^)]+)\)", statement).groups()
    assert table == model._meta.db_table
    assert set(columns.split(", ")) == {field.column for field in model._meta.concrete_fields}


def test_no_statement_names_both_a_code_and_an_answer():
    """A database that writes its statements down would else bring them together in one line."""
    statements = [value for name, value in vars(storing).items() if name.isupper()]
    assert len(statements) >= 5
    for statement in statements:
        assert not ("accesscode" in statement and "surveys_answer" in statement)


def test_an_answer_is_read_as_it_was_stored(filled_in, codes, collecting, agency):
    store_answer(sent=filled_in(code=codes[0], is_assisted=True))
    found = Answer.objects.get()
    assert (found.round_id, found.agency_id, found.unit_id) == (collecting.id, agency.pk, None)
    assert (found.part, found.source, found.standing) == ("IIT", "web", "counted")
    assert (found.day, found.is_assisted) == (timezone.localdate(), True)


def test_a_device_is_counted_up_and_looked_at_beyond_what_a_village_hall_sends():
    standings = [standing_of("telephone") for _ in range(FROM_ONE_DEVICE + 1)]
    assert standings == [Standing.COUNTED] * FROM_ONE_DEVICE + [Standing.TO_REVIEW]
    assert standing_of("another") is Standing.COUNTED
    assert sorted(DeviceMark.objects.values_list("times", flat=True)) == [1, FROM_ONE_DEVICE + 1]


def test_the_first_answer_of_a_day_erases_the_marks_and_the_key_of_the_days_before(monkeypatch):
    standing_of("telephone")
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)
    standing_of("telephone")
    assert list(DayKey.objects.values_list("day", flat=True)) == [tomorrow]
    assert list(DeviceMark.objects.values_list("day", "times")) == [(tomorrow, 1)]
    assert storing.key_of(date(2020, 1, 1)) is None

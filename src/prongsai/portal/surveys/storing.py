"""The statements that every counted form costs, written out: Django would make their text anew, at ten times the cost.

Call them in one transaction. No statement names both a code and an answer, so that not even a database that writes its
statements down brings them together in one line (ADR 8).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from prongsai.portal.surveys.marks import as_typed, digest
from prongsai.portal.surveys.models import Part, Source, Standing, draw_number

NOTE_FORM = """
INSERT INTO surveys_sentform (id, round_id, number) VALUES (%s, %s, %s) ON CONFLICT (number) DO NOTHING
"""
SPEND_CODE = """
UPDATE surveys_accesscode SET is_spent = TRUE
WHERE digest = %s AND round_id = %s AND agency_id = %s AND NOT is_spent RETURNING unit_id
"""
KEEP_ANSWER = """
INSERT INTO surveys_answer
(id, round_id, agency_id, unit_id, part, day, choices, source, is_assisted, standing)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
COUNT_ONE_MORE = """
INSERT INTO surveys_devicemark (id, day, digest, times) VALUES (%s, %s, %s, 1)
ON CONFLICT (day, digest) DO UPDATE SET times = surveys_devicemark.times + 1 RETURNING times
"""
KEY_OF_A_DAY = "SELECT key FROM surveys_daykey WHERE day = %s"

Value = str | int | None


class NoCodeToSpendError(Exception):
    """There is no such code here, or it is spent."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is stored."""

    round_id: int
    agency_id: int
    unit_id: int | None
    part: Part
    day: date
    choices: str
    source: Source
    is_assisted: bool
    standing: Standing


def note_form(round_id: int, number: str) -> bool:
    """Note that a form is counted; false where it was noted before, also at the same moment."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE_FORM, [draw_number(), round_id, number])
        return int(cursor.rowcount) == 1


def spend_code(round_id: int, agency_id: int, code: str) -> int | None:
    """Spend a code of this round and agency; returns the unit for which it was made. Raises `NoCodeToSpendError`."""
    found = _first(SPEND_CODE, digest("code", as_typed(code)), round_id, agency_id)
    if found is None:
        raise NoCodeToSpendError
    return None if found[0] is None else int(found[0])


def keep_answer(kept: Kept) -> None:
    """Store an answer under a number drawn at random."""
    values = [
        draw_number(),
        kept.round_id,
        kept.agency_id,
        kept.unit_id,
        kept.part.value,
        _written(kept.day),
        kept.choices,
        kept.source.value,
        kept.is_assisted,
        kept.standing.value,
    ]
    with connection.cursor() as cursor:
        cursor.execute(KEEP_ANSWER, values)


def count_one_more(day: date, mark: str) -> int:
    """Count one more answer from a device or network; returns how many it sent on the day."""
    (times,) = _first(COUNT_ONE_MORE, draw_number(), _written(day), mark) or (0,)
    return int(times)


def key_of(day: date) -> bytes | None:
    """The key of a day's device marks, if it is drawn."""
    found = _first(KEY_OF_A_DAY, _written(day))
    return None if found is None else bytes(found[0])


def _written(day: date) -> Value:
    return connection.ops.adapt_datefield_value(day)


def _first(statement: str, *values: Value) -> tuple[Any, ...] | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found: tuple[Any, ...] | None = cursor.fetchone()
    return found

"""The statements that every counted form costs, written out: Django would make their text anew, at ten times the cost.

Call them within `few_trips`, which is one transaction; what they ask is sent first and read afterwards. No statement
names both a code and an answer, so that not even a database that writes its statements down brings them together in
one line (ADR 8).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import connection

from prongsai.portal.rounds.asking import ask, tell
from prongsai.portal.surveys.marks import as_typed, digest
from prongsai.portal.surveys.models import Part, Source, Standing, draw_number

NOTE_FORM = """
INSERT INTO surveys_sentform (id, round_id, number) VALUES (%s, %s, %s)
ON CONFLICT (number) DO NOTHING RETURNING number
"""
SPEND_CODE = """
UPDATE surveys_accesscode SET is_spent = TRUE
WHERE digest = %s AND round_id + 0 = %s AND agency_id + 0 = %s AND NOT is_spent RETURNING unit_id
"""
"""A code is found by its digest: without the zeros a server that knows little of the table yet goes through every code
of the agency, a millisecond for twelve thousand."""

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


def note_form(round_id: int, number: str) -> Callable[[], bool]:
    """Note that a form is counted; reads as false where it was noted before, also at the same moment."""
    noted = ask(NOTE_FORM, [draw_number(), round_id, number])
    return lambda: noted() is not None


def spend_code(round_id: int, agency_id: int, code: str) -> Callable[[], int | None]:
    """Spend a code of this round and agency; reads as the unit it was made for, or raises `NoCodeToSpendError`."""
    spent = ask(SPEND_CODE, [digest("code", as_typed(code)), round_id, agency_id])

    def unit_id() -> int | None:
        found = spent()
        if found is None:
            raise NoCodeToSpendError
        return None if found[0] is None else int(found[0])

    return unit_id


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
    tell(KEEP_ANSWER, values)


def count_one_more(day: date, mark: str) -> Callable[[], int]:
    """Count one more answer from a device or network; reads as how many it sent on the day."""
    counted = ask(COUNT_ONE_MORE, [draw_number(), _written(day), mark])
    return lambda: int((counted() or (0,))[0])


def key_of(day: date) -> bytes | None:
    """The key of a day's device marks, if it is drawn."""
    found = ask(KEY_OF_A_DAY, [_written(day)])()
    return None if found is None else bytes(found[0])


def _written(day: date) -> str | date | None:
    return connection.ops.adapt_datefield_value(day)

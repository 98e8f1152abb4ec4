"""Whether enough people will have answered when the survey closes, if they go on as in the last days. Pure.

The pace is the mean of the last whole days, at most seven so that a weekend weighs as it should; what is expected is
what has come, and the pace for every whole day that is left. Today counts among what has come, not in the pace.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS_LOOKED_AT = 7
FEWEST_DAYS = 3
"""Before so many whole days have passed nothing is foretold."""


class Prospect(StrEnum):
    """How it looks."""

    UNKNOWN = "unknown"
    REACHED = "reached"
    EARLY = "early"
    ON_PACE = "on-pace"
    SHORT = "short"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Pace:
    """The prospect, how many are `expected` at the end and `needed_a_day` from now on; `None` where not foretold."""

    prospect: Prospect
    expected: int | None
    needed_a_day: int | None


def window(*, opened: date, today: date) -> tuple[date, int]:
    """The first of the whole days that are looked at, up to yesterday, and how many they are."""
    days = min(DAYS_LOOKED_AT, max(0, (today - opened).days))
    return today - timedelta(days=days), days


def recent_answers(by_day: Mapping[date, int], *, opened: date, today: date) -> int:
    """Answers of the days that are looked at."""
    first, _ = window(opened=opened, today=today)
    return sum(many for day, many in by_day.items() if first <= day < today)


def pace(answers: int, recent: int, *, minimum: int | None, opened: date, today: date, closes: date) -> Pace:
    """How it looks for `answers` so far, `recent` of them in the days looked at; `closes` is the last day."""
    if minimum is None:
        return Pace(Prospect.UNKNOWN, None, None)
    if answers >= minimum:
        return Pace(Prospect.REACHED, None, None)
    left, (_, days) = (closes - today).days, window(opened=opened, today=today)
    if left < 0:
        return Pace(Prospect.MISSED, answers, None)
    needed = -(-(minimum - answers) // max(1, left))
    if days < FEWEST_DAYS:
        return Pace(Prospect.EARLY, None, needed)
    expected = answers + recent * left // days
    return Pace(Prospect.ON_PACE if expected >= minimum else Prospect.SHORT, expected, needed)

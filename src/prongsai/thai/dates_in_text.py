"""Finds dates and periods inside a text, also those that cannot be: 31 กันยายน, ก.ย. 2569 - ต.ค. 2568."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prongsai.thai.dates import BUDDHIST_ERA_OFFSET, MONTH_PATTERN, YEAR_PATTERN, full_buddhist_year, month_number
from prongsai.thai.numerals import to_arabic_digits

_DAY = r"(?<![\d.,/])(?P<day>\d{1,2})\s*(?:เดือน\s*)?"
_DATE = re.compile(rf"{_DAY}(?P<month>{MONTH_PATTERN})\s*{YEAR_PATTERN}(?!\d)")
_PERIOD = re.compile(
    rf"(?:(?<!\d)(?P<first_day>\d{{1,2}})\s*)?(?P<first_month>{MONTH_PATTERN})"
    r"\s*(?:(?:พ\.ศ\.\s*)?(?P<first_year>\d{4}|\d{2}))?\s*(?:[-–—]|(?:จน)?ถึง(?:วันที่)?)\s*"
    rf"(?:(?P<last_day>\d{{1,2}})\s*)?(?P<last_month>{MONTH_PATTERN})\s*(?:พ\.ศ\.\s*)?(?P<last_year>\d{{4}}|\d{{2}})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written; `day` is `None` where the calendar has no such day."""

    day: date | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A period as written, perhaps backward: both days belong to it."""

    first: date
    last: date
    span: tuple[int, int]

    @property
    def is_backward(self) -> bool:
        """Whether it ends before it begins."""
        return self.last < self.first


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Dates with day, month in words and Buddhist year, in order; other years are passed over."""
    for match in _DATE.finditer(to_arabic_digits(text)):
        year = _year(match["year"])
        if year is not None:
            yield WrittenDate(_day(year, month_number(match["month"]), int(match["day"])), match.span())


def find_periods(text: str) -> Iterator[WrittenPeriod]:
    """Periods between two months or days, in order.

    A first end without a year takes that of the last, or the year before where it would otherwise come later
    ("ต.ค. - ก.ย. 2569").
    """
    for match in _PERIOD.finditer(to_arabic_digits(text)):
        last_year = _year(match["last_year"])
        last = None if last_year is None else _end(last_year, match["last_month"], match["last_day"])
        first = None if last is None else _first(match, last)
        if first is not None and last is not None:
            yield WrittenPeriod(first, last, match.span())


def _first(match: re.Match[str], last: date) -> date | None:
    month, day = month_number(match["first_month"]), int(match["first_day"] or 1)
    if match["first_year"]:
        year = _year(match["first_year"])
        return None if year is None else _day(year, month, day)
    first = _day(last.year, month, day)
    return first if first is None or first <= last else _day(last.year - 1, month, day)


def _end(year: int, month_name: str, day: str | None) -> date | None:
    month = month_number(month_name)
    return _day(year, month, int(day) if day else monthrange(year, month)[1])


def _year(written: str) -> int | None:
    """The Gregorian year; `None` for a year that is not of the Buddhist era."""
    try:
        return full_buddhist_year(written) - BUDDHIST_ERA_OFFSET
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

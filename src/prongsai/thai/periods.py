"""Fiscal years and spans of time: "ต.ค. 2568 - ก.ย. 2569", "ปีงบประมาณ พ.ศ. 2568"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from prongsai.thai.dates import (
    BUDDHIST_ERA_OFFSET,
    MONTH_PATTERN,
    YEAR_PATTERN,
    buddhist_year,
    format_month,
    format_short_date,
    full_buddhist_year,
    month_number,
)
from prongsai.thai.numerals import DigitStyle, in_digits, to_arabic_digits

FIRST_MONTH_OF_FISCAL_YEAR = 10

_FISCAL_YEAR = re.compile(rf"(?:ตลอด)?\s*(?:ปีงบประมาณ)\s*{YEAR_PATTERN}")
_CALENDAR_YEAR = re.compile(rf"(?:ตลอด)?\s*ปี\s*{YEAR_PATTERN}")
_DASH = re.compile(r"\s*(?:[-–—]|ถึง)\s*")
_END = re.compile(rf"(?:(?P<day>\d{{1,2}})\s*)?(?P<month>{MONTH_PATTERN})\s*(?:{YEAR_PATTERN})?")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends belonging to it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def fiscal_year_of(day: date) -> int:
    """The fiscal year (Buddhist era) a day belongs to: 1 October 2025 is of 2569."""
    return buddhist_year(day) + (day.month >= FIRST_MONTH_OF_FISCAL_YEAR)


def fiscal_year_bounds(year: int) -> Period:
    """The days of a fiscal year (Buddhist era): 2568 is 1 October 2567 to 30 September 2568."""
    gregorian = year - BUDDHIST_ERA_OFFSET
    return Period(date(gregorian - 1, 10, 1), date(gregorian, 9, 30))


def format_fiscal_year(year: int, digits: DigitStyle = "arabic") -> str:
    """The name of a fiscal year: "ปีงบประมาณ พ.ศ. 2568"."""
    return in_digits(f"ปีงบประมาณ พ.ศ. {year}", digits)


def format_period(period: Period, digits: DigitStyle = "arabic") -> str:
    """Whole months as "ต.ค. 2568 - ก.ย. 2569", else with days: "1 ต.ค. 2567 - 14 ก.พ. 2568"."""
    whole_months = period.first.day == 1 and period.last == _end_of_month(period.last)
    write = format_month if whole_months else format_short_date
    first, last = write(period.first, digits), write(period.last, digits)
    return first if first == last else f"{first} - {last}"


def parse_period(text: str) -> Period:
    """Read a period as documents write it; an end without a year takes the other end's.

    "ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙", "1 ต.ค. 2567 - 28 ก.พ. 2568", "ม.ค. - เม.ย. ๖๘", "ปีงบประมาณ พ.ศ. ๒๕๖๘", "ตลอดปี ๒๕๖๕"
    (a calendar year). Raises `ValueError` where the text is none of these.
    """
    plain = to_arabic_digits(text.strip())
    if found := _FISCAL_YEAR.fullmatch(plain):
        return fiscal_year_bounds(full_buddhist_year(found["year"]))
    if found := _CALENDAR_YEAR.fullmatch(plain):
        year = full_buddhist_year(found["year"]) - BUDDHIST_ERA_OFFSET
        return Period(date(year, 1, 1), date(year, 12, 31))
    return _between_ends(text, [_END.fullmatch(end) for end in _DASH.split(plain)])


def _between_ends(text: str, ends: list[re.Match[str] | None]) -> Period:
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) > len(("first", "last")) or last["year"] is None:
        raise ValueError(f"{text!r} is not a period: write it as in ต.ค. 2568 - ก.ย. 2569")
    year = full_buddhist_year(last["year"])
    return Period(_first_day(first, year), _last_day(last, year))


def _first_day(end: re.Match[str], year: int) -> date:
    own = full_buddhist_year(end["year"]) if end["year"] else year
    return date(own - BUDDHIST_ERA_OFFSET, month_number(end["month"]), int(end["day"] or 1))


def _last_day(end: re.Match[str], year: int) -> date:
    month = date(year - BUDDHIST_ERA_OFFSET, month_number(end["month"]), 1)
    return month.replace(day=int(end["day"])) if end["day"] else _end_of_month(month)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])

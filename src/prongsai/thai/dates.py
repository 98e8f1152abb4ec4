"""Dates in the Buddhist era, as Thai offices write them: "5 มิถุนายน 2569"."""

import re
from datetime import date

from prongsai.thai.numerals import DigitStyle, in_digits, to_arabic_digits

BUDDHIST_ERA_OFFSET = 543
CENTURY = 2500

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)

_NUMBER_OF_MONTH = {name: number for names in (MONTHS, SHORT_MONTHS) for number, name in enumerate(names, 1)}
MONTH_PATTERN = "|".join(re.escape(name) for name in _NUMBER_OF_MONTH)
YEAR_PATTERN = r"(?:พ\.ศ\.\s*)?(?P<year>\d{4}|\d{2})"

_IN_WORDS = re.compile(rf"(?:วันที่\s*)?(?P<day>\d{{1,2}})\s*(?:เดือน\s*)?(?P<month>{MONTH_PATTERN})\s*{YEAR_PATTERN}")
_IN_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})")


def buddhist_year(day: date) -> int:
    """The year of the Buddhist era: 2569 for a day in 2026."""
    return day.year + BUDDHIST_ERA_OFFSET


def full_buddhist_year(written: str) -> int:
    """The year meant by "2569" or, as offices shorten it, "69"; a Gregorian year is refused."""
    year = int(to_arabic_digits(written))
    if len(written) == len("69"):
        return CENTURY + year
    if not CENTURY - 100 <= year < CENTURY + 200:
        raise ValueError(f"year {written!r} is not of the Buddhist era: write 2569, not 2026")
    return year


def month_number(name: str) -> int:
    """1 for "มกราคม" or "ม.ค."; an unknown name raises `ValueError`."""
    number = _NUMBER_OF_MONTH.get(name)
    if number is None:
        raise ValueError(f"no month is called {name!r}: write one such as {MONTHS[0]} or {SHORT_MONTHS[0]}")
    return number


def format_date(day: date, digits: DigitStyle = "arabic") -> str:
    """The date in full: "5 มิถุนายน 2569" or "๕ มิถุนายน ๒๕๖๙"."""
    return in_digits(f"{day.day} {MONTHS[day.month - 1]} {buddhist_year(day)}", digits)


def format_signed_date(day: date, digits: DigitStyle = "arabic") -> str:
    """The date as announcements and orders give theirs, the era by name: "5 มิถุนายน พ.ศ. 2569"."""
    return in_digits(f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {buddhist_year(day)}", digits)


def format_short_date(day: date, digits: DigitStyle = "arabic") -> str:
    """The date with its month shortened: "5 มิ.ย. 2569"."""
    return in_digits(f"{day.day} {format_month(day)}", digits)


def format_month(day: date, digits: DigitStyle = "arabic") -> str:
    """The month of a day, shortened: "ต.ค. 2568"."""
    return in_digits(f"{SHORT_MONTHS[day.month - 1]} {buddhist_year(day)}", digits)


def parse_date(text: str) -> date:
    """Read a date such as "๕ มิถุนายน ๒๕๖๙", "5 มิ.ย. 69", "วันที่ 5 เดือนมิถุนายน พ.ศ. 2569" or "5/6/2569".

    Raises `ValueError` where the text is not a date or the day does not exist.
    """
    plain = to_arabic_digits(text.strip())
    found = _IN_WORDS.fullmatch(plain) or _IN_FIGURES.fullmatch(plain)
    if found is None:
        raise ValueError(f"{text!r} is not a date: write it as in 5 {MONTHS[5]} 2569")
    month = int(found["month"]) if found["month"].isdigit() else month_number(found["month"])
    try:
        return date(full_buddhist_year(found["year"]) - BUDDHIST_ERA_OFFSET, month, int(found["day"]))
    except ValueError as error:
        raise ValueError(f"{text!r} is not a day of the calendar: {error}") from error

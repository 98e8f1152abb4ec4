"""The newest day that a file names: in its words, its properties, or by its server's word."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from prongsai.fetching.looking.findings import Part, Passage, Where
from prongsai.thai.dates import parse_date
from prongsai.thai.dates_in_text import find_dates
from prongsai.thai.numerals import to_arabic_digits

_IN_FIGURES = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:25\d{2})(?![\d/])")
_ISO = re.compile(r"(?<!\d)(20\d{2})-?(\d{2})-?(\d{2})(?=\D|\d{6}|$)")
_OLDEST = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, where it is named, and from which letter to which."""

    day: date
    where: Where
    span: tuple[int, int]


def newest_day(passages: Iterable[Passage], today: date) -> NamedDay | None:
    """The newest that is not to come; deadlines lie ahead and say nothing of a file's age."""
    past = [found for passage in passages for found in _days(passage) if _OLDEST <= found.day <= today]
    return max(past, key=lambda found: found.day, default=None)


def day_of_header(last_modified: str | None) -> date | None:
    """The day of a Last-Modified header."""
    try:
        return parsedate_to_datetime(last_modified or "").date()
    except (ValueError, TypeError, OverflowError):
        return None


def _days(passage: Passage) -> Iterator[NamedDay]:
    text = to_arabic_digits(passage.text)
    for written in find_dates(text):
        if written.day is not None:
            yield NamedDay(written.day, passage.where, written.span)
    for match in _IN_FIGURES.finditer(text):
        if (day := _parsed(match[0])) is not None:
            yield NamedDay(day, passage.where, match.span())
    if passage.where.part in {Part.PROPERTIES, Part.HEADER}:
        for match in _ISO.finditer(text):
            if (day := _made(*map(int, match.groups()))) is not None:
                yield NamedDay(day, passage.where, match.span())


def _parsed(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Finds cited OIT items, however the letter is printed: O18, o๑๘, ๐๑๘ or 018 (zero for O), "ข้อ O18"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.thai.numerals import to_arabic_digits

_NUMBER = r"(?P<number>\d{1,2})(?!\d|[.,:/]\d|[A-Za-z])"
_INTRODUCED = r"(?:อ้างอิง(?:จาก|ตาม|ข้อมูลจาก)?|ข้อ(?:ที่)?|หัวข้อ|OIT)\s*[(:]?\s*"
_BY_LETTER = re.compile(rf"(?<![A-Za-z0-9])[Oo][ -]?{_NUMBER}")
_BY_ZERO = re.compile(rf"{_INTRODUCED}(?P<code>0\s?{_NUMBER})")
_NEXT_BY_ZERO = re.compile(rf"\s*(?:,|และ|หรือ|ถึง|[-–/])\s*(?P<code>0\s?{_NUMBER})")
_OTHER_YEAR_AFTER = re.compile(r"\s*\(?\s*(?:ของ)?ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?(25\d\d)")
_OTHER_YEAR_BEFORE = re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?(25\d\d)\s*,?\s*(?:ข้อ\s*)?$")


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited item number with its place in the text; `year` where the text itself says of which year."""

    number: int
    span: tuple[int, int]
    year: int | None


def find_citations(text: str) -> tuple[Citation, ...]:
    """All cited items in the order of the text. A zero counts as the letter only after "อ้างอิงจาก", "ข้อ" or "OIT"."""
    plain = to_arabic_digits(text)
    cited = {span: number for span, number in (*_by_letter(plain), *_by_zero(plain)) if number}
    return tuple(Citation(cited[span], span, _stated_year(plain, span)) for span in sorted(cited))


def _by_letter(plain: str) -> Iterator[tuple[tuple[int, int], int]]:
    return ((match.span(), int(match["number"])) for match in _BY_LETTER.finditer(plain))


def _by_zero(plain: str) -> Iterator[tuple[tuple[int, int], int]]:
    for first in _BY_ZERO.finditer(plain):
        match: re.Match[str] | None = first
        while match is not None:
            yield match.span("code"), int(match["number"])
            match = _NEXT_BY_ZERO.match(plain, match.end())


def _stated_year(plain: str, span: tuple[int, int]) -> int | None:
    start, end = span
    stated = _OTHER_YEAR_AFTER.match(plain, end) or _OTHER_YEAR_BEFORE.search(plain, max(0, start - 40), start)
    return int(stated[1]) if stated else None

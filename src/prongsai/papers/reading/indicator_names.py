"""Tells indicators by number and name: the number decides, unless the numbers of a list only count its entries."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from prongsai.rulebook.loading import known_years, load_year
from prongsai.thai.numerals import to_arabic_digits

_LABEL = r"(?:ตัวชี้วัด\s*(?:ที่)?\s*)"
_ENTRY = re.compile(
    rf"\s*(?:[-–•*]\s*)?(?P<label>{_LABEL})?(?P<number>10|[1-9])(?![0-9]|[.,]\s?[0-9])\s*[.)]?\s*(?P<name>\D.*)?",
    re.DOTALL,
)
_SUB_ENTRY = re.compile(
    r"(?:[0-9.]+\s+)?(?:ตัวชี้วัด\s*(?:ย่อย)?\s*(?:ที่)?\s*)?(?P<code>(?:9|10)\s?\.\s?[1-9])(?![0-9])\s*(?P<name>\D.*)?"
)
_NOT_THE_NAME = re.compile(r"\(.*?\)|[^\u0e01-\u0e4e]")
ALIKE = 86
APART = 4
FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A number with the name beside it, and the indicator that has such a name, if one has."""

    number: int | None
    name: str
    named: int | None
    is_labelled: bool


def read_entry(text: str) -> Entry | None:
    """`๓. การใช้อำนาจ`, `ตัวชี้วัดที่ 3`, `การใช้อำนาจ`, `3`; nothing where there is neither number nor known name."""
    plain = to_arabic_digits(text)
    found = _ENTRY.fullmatch(plain.strip())
    if found is None:
        named = indicator_named(plain)
        return Entry(None, plain.strip(), named, is_labelled=False) if named is not None else None
    name = (found["name"] or "").strip()
    return Entry(int(found["number"]), name, indicator_named(name), is_labelled=found["label"] is not None)


def read_sub_indicator(text: str) -> str | None:
    """`10.1` of `ตัวชี้วัดย่อยที่ ๑๐.๑ …`; a number that stands alone is no sub-indicator."""
    found = _SUB_ENTRY.match(to_arabic_digits(text).strip())
    if found is None or not (found["name"] or "").strip():
        return None
    return re.sub(r"\s", "", found["code"])


def numbers_only_count(entries: Iterable[Entry]) -> bool:
    """Whether the numbers are places in a list: most of the names that can be told are those of other indicators."""
    told = [entry for entry in entries if entry.number is not None and entry.named is not None]
    differing = sum(1 for entry in told if entry.number != entry.named)
    return differing * 2 > len(told)


def indicator_of(entry: Entry, *, by_name: bool) -> int | None:
    """The indicator that an entry is about."""
    if by_name and not entry.is_labelled:
        return entry.named
    return entry.number if entry.number is not None else entry.named


@cache
def indicator_named(name: str) -> int | None:
    """The indicator with this name, as far as a scanner left it readable; nothing where two are as close."""
    letters = _NOT_THE_NAME.sub("", name)
    if len(letters) < FEWEST_LETTERS:
        return None
    names = _names()
    found = process.extract(letters, list(names), scorer=fuzz.ratio, limit=len(names), score_cutoff=ALIKE - APART)
    best = {names[spelling]: score for spelling, score, _ in reversed(found)}
    ranked = sorted(best.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < ALIKE or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < APART):
        return None
    return ranked[0][0]


@cache
def _names() -> dict[str, int]:
    names: dict[str, int] = {}
    for year in known_years():
        for number, indicator in load_year(year).indicators.items():
            for name in (indicator.name_th, *indicator.also_printed_th):
                names[_NOT_THE_NAME.sub("", name)] = number
    return names

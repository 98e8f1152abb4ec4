"""Several scores given in turn: `IIT EIT และ OIT ได้ 91.79 88.70 และ 92.09 ตามลำดับ`, `ปี 2567 และ 2568 ได้ …`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.papers.reading.mentions import Mentions
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS

_AND = r"\s*(?:คะแนน)?\s*(?:,|และ|กับ|/|\s)\s*"
_SCORE = r"(?:[0-9]{2}\.[0-9]{2}|100(?:\.00)?)(?![0-9.%])"
_SCORES = re.compile(rf"(?<![0-9.,+-]){_SCORE}(?:{_AND}{_SCORE})+")
_ONE = re.compile(_SCORE)
_YEAR = r"25[4-9][0-9]"
_YEARS = re.compile(rf"{_YEAR}(?:{_AND}(?:ปี\s*|พ\.ศ\.\s*)?{_YEAR})+(?![0-9])")
_INDICATORS = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(?:10|[1-9])(?:\s*(?:,|และ|กับ)\s*(?:ตัวชี้วัด)?(?:ที่)?\s*(?:10|[1-9])(?![0-9.]))+")
_PARTS = re.compile(r"EIT\s*\(?\s*ส่วนที่\s*1\s*\)?\s*(?:และ|,|กับ)\s*(?:EIT)?\s*\(?\s*(?:ส่วน)?(?:ที่)?\s*2\s*\)?")
_DIGITS = re.compile(r"[0-9]+")
REACH = 90
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """Scores in a row with what each is of, in the same order; nothing is named where that cannot be told."""

    span: tuple[int, int]
    numbers: tuple[tuple[int, int], ...]
    places: tuple[Place, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def is_even(self) -> bool:
        """Whether each number has its own place or year."""
        return len(self.numbers) == len(self.places or self.years)


def turns_in(plain: str, mentions: Mentions) -> Iterator[Turn]:
    """Every row of scores of a text in Arabic digits; one number of a row is never told without the others."""
    for match in _SCORES.finditer(plain):
        numbers = tuple(one.span() for one in _ONE.finditer(plain, *match.span()))
        yield _turn(plain, match.span(), numbers, mentions)


def names_several(plain: str, start: int, mentions: Mentions) -> tuple[Place, ...]:
    """The places that a text names side by side before a position: a number behind them is of none of them alone."""
    found = _places(plain, start, mentions)
    return found if len(found) >= FEWEST else ()


def _turn(plain: str, span: tuple[int, int], numbers: tuple[tuple[int, int], ...], mentions: Mentions) -> Turn:
    places = names_several(plain, span[0], mentions)
    if places:
        return Turn(span, numbers, places)
    named = _last(_YEARS, plain, span[0])
    return Turn(span, numbers, years=tuple(map(int, re.findall(_YEAR, named[0]))) if named else ())


def _places(plain: str, start: int, mentions: Mentions) -> tuple[Place, ...]:
    indicators = _last(_INDICATORS, plain, start)
    if indicators is not None:
        return tuple(indicator_place(int(number)) for number in _DIGITS.findall(indicators[0]))
    if _last(_PARTS, plain, start) is not None:
        return tuple(map(instrument_place, EIT_PARTS))
    return tuple(mention.place for mention in mentions.side_by_side(start))


def _last(pattern: re.Pattern[str], plain: str, start: int) -> re.Match[str] | None:
    """The last match before a position with no other number between them than a year."""
    found = list(pattern.finditer(plain, max(0, start - REACH * FEWEST), start))
    if not found or start - found[-1].end() > REACH:
        return None
    between = _DIGITS.findall(plain[found[-1].end() : start])
    return found[-1] if all(re.fullmatch(_YEAR, digits) for digits in between) else None

"""Two scores that a text sets beside each other: `จาก 93 เป็น 90`, `100 → 75`, `ปี 2567 ได้คะแนน 90 ปี 2568 ได้คะแนน 85`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

SCORE = r"\d{1,3}(?:\.\d+)?"
UNIT = r"\s*(?:คะแนน|%)?\s*"
_FROM_TO = re.compile(
    rf"จาก\s*(?:คะแนน|ร้อยละ)?\s*(?P<was>{SCORE}){UNIT}(?:เป็น|เหลือ|มาเป็น|ไปเป็น)\s*(?:คะแนน|ร้อยละ)?\s*(?P<now>{SCORE})(?!\d)"
    rf"|(?<![\d.])(?P<was2>{SCORE}){UNIT}(?:→|->|=>)\s*(?P<now2>{SCORE})(?!\d)"
)
_OF_A_YEAR = re.compile(
    r"ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?(?P<year>25\d\d)\s*(?:มี|ได้)(?:รับ)?\s*(?:ผล)?(?:คะแนน)?\s*(?:ร้อยละ|เป็น|คือ)?\s*"
    rf"(?P<score>{SCORE})(?!\d)"
)
_NEXT_YEAR_FOLLOWS = re.compile(r"\s*(?:คะแนน|%)?\s*[/,]?\s*(?:และ|ส่วน|แต่|ขณะที่|เทียบกับ)?\s*(?:ใน)?\s*")


@dataclass(frozen=True, slots=True)
class QuotedPair:
    """A score before and after, with the place in the text where both stand."""

    was: Decimal
    now: Decimal
    span: tuple[int, int]

    @property
    def points(self) -> Decimal:
        """Points up (+) or down (-)."""
        return self.now - self.was


def find_pairs(plain: str, start: int, end: int) -> tuple[QuotedPair, ...]:
    """The pairs between two places of a text with Arabic digits, in order."""
    pairs = (*_from_to(plain, start, end), *_of_two_years(plain, start, end))
    return tuple(sorted(pairs, key=lambda pair: pair.span))


def _from_to(plain: str, start: int, end: int) -> Iterator[QuotedPair]:
    for match in _FROM_TO.finditer(plain, start, end):
        yield QuotedPair(Decimal(match["was"] or match["was2"]), Decimal(match["now"] or match["now2"]), match.span())


def _of_two_years(plain: str, start: int, end: int) -> Iterator[QuotedPair]:
    for one, other in pairwise(_OF_A_YEAR.finditer(plain, start, end)):
        apart = int(other["year"]) - int(one["year"])
        if abs(apart) == 1 and _NEXT_YEAR_FOLLOWS.fullmatch(plain, one.end(), other.start()):
            scores = Decimal(one["score"]), Decimal(other["score"])
            was, now = scores if apart > 0 else scores[::-1]
            yield QuotedPair(was, now, (one.start(), other.end()))

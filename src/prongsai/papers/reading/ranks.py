"""Finds the ranks that a document says were reached, with how many and among whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.papers.reading.found import ReadRank
from prongsai.papers.reading.passages import Passage
from prongsai.papers.reading.years import NamedYears, Years
from prongsai.thai.numerals import to_arabic_digits

_COUNT = r"[0-9]{1,3}(?:\s?,\s?[0-9]{3})+|[0-9]{1,5}"
_RANK = re.compile(
    rf"(?P<reached>(?:อยู่|จัด|ได้|เป็น|คิดเป็น)\s*(?:ใน|ที่)?\s*)?(?:ลำดับ|อันดับ)\s*(?:ที่)?\s*[:=]?\s*(?P<rank>{_COUNT})(?![0-9.)])"
    rf"(?:\s*(?:จาก|ใน)?\s*(?:ทั้งหมด|จำนวน|ทั้งสิ้น)*\s*(?P<of>{_COUNT})\s*(?:แห่ง|หน่วยงาน))?"
    rf"(?P<among>\s*(?:ของ|ใน|จาก|ระดับ)\s*(?:หน่วยงาน)?\s*(?:ประเภท)?\s*(?P<whom>[\u0e01-\u0e4e.]{{2,40}}(?:\s(?=จังหวัด)[\u0e01-\u0e4e]+)?))?"
)


def ranks_of(passages: Sequence[Passage], years: Years) -> tuple[ReadRank, ...]:
    """All ranks; two that a document gives for the same year and group are doubts, both."""
    found = [rank for one in passages for rank in _in_passage(one, years)]
    return tuple(_doubted(rank) if _is_denied(rank, found) else rank for rank in found)


def _in_passage(one: Passage, years: Years) -> Iterator[ReadRank]:
    plain = to_arabic_digits(one.text)
    named = NamedYears(plain)
    for match in _RANK.finditer(plain):
        if not (match["reached"] or match["of"] or match["among"]):
            continue
        yield ReadRank(
            year=named.before(match.start()) or years.at(one.index(match.start())),
            rank=_whole(match["rank"]),
            where=one.where(match.start("rank")),
            of=_whole(match["of"]) if match["of"] else None,
            among=match["whom"] or "",
        )


def _is_denied(rank: ReadRank, found: Sequence[ReadRank]) -> bool:
    return any(
        other.rank != rank.rank and other.year == rank.year and other.among == rank.among and other.of == rank.of
        for other in found
    )


def _doubted(rank: ReadRank) -> ReadRank:
    return replace(rank, certainty="doubt")


def _whole(digits: str) -> int:
    return int(re.sub(r"[\s,]", "", digits))

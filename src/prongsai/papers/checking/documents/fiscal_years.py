"""Fiscal years that do not fit: a result of a year that the document has no result of, a year far away."""

import re
from collections.abc import Collection, Iterator, Sequence

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.documents.result_years import find_result_years
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import Reading
from prongsai.thai.numerals import to_arabic_digits

_FISCAL_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.ศ\.\s*)?(?P<year>2\d\d\d)(?!\d)")
FURTHEST_AHEAD = 10
FIRST_YEAR = 2550
"""No document about this assessment speaks of fiscal years before it, and none of plans further ahead."""


def check_fiscal_years(reading: Reading, passages: Sequence[Passage]) -> Iterator[DocumentFinding]:
    """Results of a year after the one that the document is about, and fiscal years that nobody can mean."""
    if reading.year is None:
        return
    with_figures = {figure.year for figure in reading.figures} | {level.year for level in reading.levels}
    for passage in passages:
        yield from _of_no_result(passage, reading.year, with_figures)
        yield from _far_away(passage, reading.year)


def _of_no_result(passage: Passage, year: int, with_figures: Collection[int | None]) -> Iterator[DocumentFinding]:
    for named in find_result_years(passage.text):
        if named.year > year and named.year not in with_figures:
            follows = Wording(
                f"เอกสารนี้รายงานผลของปี {year} และไม่มีคะแนนของปี {named.year}",
                f"this document reports the result of {year} and has no score of {named.year}",
            )
            mend = Wording(f"เขียนปี {year} ถ้าหมายถึงผลที่รายงาน", f"write {year} if the reported result is meant")
            yield _at(passage, named.span, follows, mend)


def _far_away(passage: Passage, year: int) -> Iterator[DocumentFinding]:
    for match in _FISCAL_YEAR.finditer(to_arabic_digits(passage.text)):
        named = int(match["year"])
        if not FIRST_YEAR <= named <= year + FURTHEST_AHEAD:
            follows = Wording(f"เอกสารนี้เป็นของปี {year}", f"this document is of {year}")
            mend = Wording("ตรวจตัวเลขปีงบประมาณ", "check the digits of the fiscal year")
            yield _at(passage, match.span(), follows, mend)


def _at(passage: Passage, span: tuple[int, int], follows: Wording, mend: Wording) -> DocumentFinding:
    start, end = span
    return DocumentFinding(Kind.DATE, passage.where, passage.text[start:end], follows, mend)

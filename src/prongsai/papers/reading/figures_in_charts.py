"""Reads the totals of earlier years from the labels of a chart: a year on one line, its score on the next."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.found import SourceLine
from prongsai.papers.reading.printed_numbers import numbers_of_cell
from prongsai.papers.reading.years import only_year
from prongsai.rulebook.evidence import TOTAL
from prongsai.thai.numerals import to_arabic_digits

_YEAR_ALONE = re.compile(r"\s*(?:ปี\s*)?(?:พ\.?ศ\.?\s*)?25[5-9][0-9]\s*")
_LOOKS_BACK = re.compile(r"ย้อนหลัง")
_OF_THE_WHOLE = re.compile(r"คะแนนรวม|ภาพรวม")
_OF_PARTS = re.compile(r"รายเครื่องมือ|รายตัวชี้วัด")
AROUND = 14
"""Lines above and below in which the chart's title must stand."""


def figures_in_charts(lines: Sequence[SourceLine]) -> Iterator[Claim]:
    """Each year with its total, in a chart whose title says that it looks back on the result as a whole."""
    labels = [(index, line) for index, line in enumerate(lines) if line.text and not line.cells]
    for (index, label), (_, below) in pairwise(labels):
        if not _YEAR_ALONE.fullmatch(to_arabic_digits(label.text)) or not _is_titled(lines, index):
            continue
        for number in numbers_of_cell(below.text):
            if number.is_clean and "." in number.printed:
                yield Claim(only_year(label.text), TOTAL, number, below.where)


def _is_titled(lines: Sequence[SourceLine], index: int) -> bool:
    """The nearest title with "looking back" in it, above or below, is one of the whole result."""
    near = range(max(0, index - AROUND), min(len(lines), index + AROUND))
    titles = [one for one in near if _LOOKS_BACK.search(lines[one].text)]
    said = [lines[one].text for one in sorted(titles, key=lambda one: abs(one - index))]
    return any(_OF_THE_WHOLE.search(text) for text in said) and not any(_OF_PARTS.search(text) for text in said[:1])

"""Finds the OIT items that a document cites, with their places."""

import re
from collections.abc import Iterator, Sequence

from prongsai.papers.checking.citations import find_citations
from prongsai.papers.reading.found import CitedItem, SourceLine
from prongsai.thai.numerals import to_arabic_digits

_LETTER_LOST = re.compile(r"อ้างอิง(?:จาก|ตาม|ข้อมูลจาก)\s*(?P<number>[1-9][0-9]?)\s*\)")


def cited_items(lines: Sequence[SourceLine], year: int | None) -> Iterator[CitedItem]:
    """Every citation in order; `year` is that of the scores, whose items a text means where it says no other."""
    for line in lines:
        found = [(citation.span[0], citation.number, citation.year) for citation in find_citations(line.text)]
        plain = to_arabic_digits(line.text)
        found += [(match.start("number"), int(match["number"]), None) for match in _LETTER_LOST.finditer(plain)]
        for _, number, own in sorted(found, key=lambda one: one[0]):
            yield CitedItem(own or year, f"o{number}", line.where)

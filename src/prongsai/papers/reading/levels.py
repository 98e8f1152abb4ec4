"""Finds the levels that a document says were reached; definitions, wishes and levels not reached are left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai.papers.reading.columns import Role, year_of_head
from prongsai.papers.reading.found import ReadLevel, SourceLine
from prongsai.papers.reading.level_words import LEVEL
from prongsai.papers.reading.passages import Passage
from prongsai.papers.reading.table_rows import is_total
from prongsai.papers.reading.tables import Row, Table
from prongsai.papers.reading.years import NamedYears, Years, only_year
from prongsai.thai.numerals import to_arabic_digits

_LINK = r"(?:\s|:|=|“|\"|\(|คือ|อยู่|ใน|ที่|เท่ากับ|ได้|ระดับ){0,8}"
_LABEL = r"(?<!ยก)ระดับ\s*(?:ผล)?(?:การประเมิน|คะแนน|คุณธรรมและความโปร่งใส)?(?:\s*ITA)?"
_STATED = re.compile(
    rf"{_LABEL}{_LINK}{LEVEL}|คะแนน\s*\(?\s*{LEVEL.replace('level', 'beside')}\s*\)?(?=[\s),.]|$|โดย|ซึ่ง)"
)
_ALONE = re.compile(rf"\s*[(“\"]?\s*(?:ระดับ)?\s*{LEVEL}\s*[)”\"]?\s*")
_LABEL_ALONE = re.compile(rf"\s*{_LABEL}\s*[:=]?\s*")
_NOT_REACHED = re.compile(
    r"(?:ไม่)?ถึง\s*$|(?:ของ|เกณฑ์|สู่|เป้าหมาย|อย่างน้อย|หรือ|แต่ละ|เป็น(?:ระดับ)?สากล)\s*(?:อยู่)?(?:ใน)?\s*$"
    r"|(?:เพื่อให้|ให้อยู่|ให้ได้|คาดว่า|มุ่ง|ต้องการ|จะได้|จะอยู่)[^\n]{0,40}$"
)
_DEFINES = re.compile(
    r"\s*[)”\"]?\s*(?:หมายถึง|:|คือ|=|\()?\s*(?:คะแนน\S*\s*)?(?:ตั้งแต่|ระหว่าง)?\s*[0-9]{1,3}(?:\.[0-9]+)?\s*(?:-|–|ขึ้นไป|ถึง)|\s*หมายถึง"
)
_STARTS_WITH_LEVEL = re.compile(r"\s*ระดับ")
LOOK_BACK = 60
MOST_ABOVE = 3


def levels_of(
    lines: Sequence[SourceLine], tables: Sequence[Table], passages: Sequence[Passage], years: Years
) -> tuple[ReadLevel, ...]:
    """All levels with the years they are given to, in the order of the document."""
    found = [*_in_passages(passages, years), *_under_labels(lines, years), *_in_tables(tables, years)]
    settled = (_with_year(level, found, years.main) for level in found)
    return tuple(sorted(dict.fromkeys(settled), key=lambda level: (level.where.page or 0, level.where.line)))


def _in_passages(passages: Sequence[Passage], years: Years) -> Iterator[ReadLevel]:
    for one in passages:
        plain = to_arabic_digits(one.text)
        named = NamedYears(plain)
        for match in _STATED.finditer(plain):
            before = plain[max(0, match.start() - LOOK_BACK) : match.start()]
            if _NOT_REACHED.search(before) or _DEFINES.match(plain, match.end()):
                continue
            year = named.before(match.start()) or years.at(one.index(match.start()))
            yield ReadLevel(year, match["level"] or match["beside"], one.where(match.start()))


def _under_labels(lines: Sequence[SourceLine], years: Years) -> Iterator[ReadLevel]:
    """`ระดับผลการประเมิน` on one line, the level on the next."""
    for index, line in enumerate(lines):
        alone = _ALONE.fullmatch(line.text)
        if alone is None or line.cells:
            continue
        above = [one.text for one in lines[max(0, index - MOST_ABOVE) : index] if one.text]
        if above and _LABEL_ALONE.fullmatch(above[-1]):
            yield ReadLevel(years.at(index), alone["level"], line.where)


def _in_tables(tables: Sequence[Table], years: Years) -> Iterator[ReadLevel]:
    for table in tables:
        for row in table.rows:
            if any(_STARTS_WITH_LEVEL.match(cell) for cell in row.cells) or is_total(row):
                yield from _in_row(table, row, years.at(row.index))


def _in_row(table: Table, row: Row, context: int | None) -> Iterator[ReadLevel]:
    """One level under each year; a single one under several years may have been printed across them all."""
    found = [(column, alone["level"]) for column, cell in enumerate(row.cells) if (alone := _ALONE.fullmatch(cell))]
    of_years = [column for column, role in enumerate(table.roles) if role is Role.YEAR]
    own = next((year for cell in row.cells[:1] if (year := only_year(cell)) is not None), None)
    for column, level in found:
        if len(of_years) > 1 and len(found) == 1:
            yield ReadLevel(None, level, row.where)
        else:
            head = year_of_head(table.head[column]) if column in of_years else None
            yield ReadLevel(head or own or context, level, row.where)


def _with_year(level: ReadLevel, found: Sequence[ReadLevel], main: int | None) -> ReadLevel:
    """A level whose year cannot be told belongs to the one year that has it elsewhere in the document."""
    if level.year is not None:
        return level
    given = {other.year for other in found if other.level == level.level and other.year is not None}
    return replace(level, year=given.pop()) if len(given) == 1 else replace(level, year=main if main in given else None)

"""Rows of a table of measures, put together again where a page's edge cut them or a scanner ran two into one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from prongsai.papers.reading.columns import Role
from prongsai.papers.reading.tables import Row, Table

_SHORT_COLUMNS = (Role.PERIOD, Role.UNIT)
_SAYS_MORE = {Role.STEPS, Role.PERIOD, Role.UNIT, Role.FOLLOW_UP, Role.RESULT, Role.OUTCOME}
_BEGINS_ENTRY = re.compile(r"\s*(?:[0-9๐-๙]{1,2}\s?[.)]|(?:ข้อ\s*)?[iIeE]\s?[0-9๐-๙]|ข้อ\s*[0-9๐-๙])")
_IS_CUT = re.compile(r"[-–]\s*$|ถึง\s*$")
FEWEST = 2


def tells_of_measures(table: Table) -> bool:
    """A column of measures, one of who or when, and one more."""
    roles = set(table.roles)
    return Role.MEASURE in roles and bool(roles & set(_SHORT_COLUMNS)) and len(roles & _SAYS_MORE) >= FEWEST


def joined_rows(table: Table) -> Iterator[tuple[Row, ...]]:
    """Each measure's rows: one, or those that a page's edge made of it."""
    gathered: list[Row] = []
    for row in (part for whole in table.rows for part in _parts(table, whole)):
        if gathered and not _goes_on(table, gathered[-1], row):
            yield tuple(gathered)
            gathered = []
        gathered.append(row)
    if gathered:
        yield tuple(gathered)


def _goes_on(table: Table, before: Row, row: Row) -> bool:
    """The rest of a row has no measure; or, on a new page, nothing of when and who that a row of its own would have."""
    measure, issue = table.column(Role.MEASURE), table.column(Role.ISSUE)
    if not row.cell(measure).strip():
        return True
    if not row.first_on_page:
        return False
    when = table.column(Role.PERIOD)
    if _IS_CUT.search(before.cell(when)):
        return True
    short = [when] if when is not None else [table.column(Role.UNIT)]
    if not any(row.cell(column).strip() for column in short):
        return not any(_BEGINS_ENTRY.match(row.cell(column)) for column in (measure, issue))
    return not _has_beside(table, row)


def _has_beside(table: Table, row: Row) -> bool:
    """Whether a row has any text in a column of long text beside its measure."""
    beside = (Role.ISSUE, Role.STEPS, Role.RESULT, Role.OUTCOME, Role.FOLLOW_UP)
    columns = [column for column, role in enumerate(table.roles) if role in beside]
    return not columns or any(row.cell(column).strip() for column in columns)


def _parts(table: Table, row: Row) -> list[Row]:
    """Two rows that a scanner ran into one: who and when stand there twice, one below the other.

    What stands there as often goes to the rows in order; anything else belongs to the last.
    """
    counts = {len(_paragraphs(row.cell(c))) for c, role in enumerate(table.roles) if role in _SHORT_COLUMNS}
    times = next(iter(counts)) if len(counts) == 1 else 1
    if times < FEWEST or not row.first_on_page or not _says_the_same_again(table, row):
        return [row]
    return [
        replace(row, cells=tuple(_share(cell, part, times) for cell in row.cells), first_on_page=part == 0)
        for part in range(times)
    ]


def _says_the_same_again(table: Table, row: Row) -> bool:
    short = [row.cell(c) for c, role in enumerate(table.roles) if role in _SHORT_COLUMNS]
    return all(len(set(_paragraphs(cell))) == 1 for cell in short)


def _share(cell: str, part: int, times: int) -> str:
    paragraphs = _paragraphs(cell)
    if len(paragraphs) == times:
        return paragraphs[part]
    return cell if part == times - 1 else ""


def _paragraphs(cell: str) -> list[str]:
    return [paragraph for paragraph in cell.split("\n") if paragraph.strip()]

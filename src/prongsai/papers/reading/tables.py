"""Gathers rows into tables: over page breaks, repeated heads and heads of two lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from prongsai.papers.reading.columns import Role, is_head, role_of
from prongsai.papers.reading.found import SourceLine, Where
from prongsai.papers.reading.indicator_names import indicator_named
from prongsai.thai.numerals import to_arabic_digits

_FURNITURE = re.compile(r"[-–\s]*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{0,3}(?:\s*(?:/|จาก|of)\s*[0-9๐-๙]{1,3})?[-–\s]*(?:\(ต่อ\))?")
_ENTRY = re.compile(
    r"\s*(?:[-–•]\s*)?(?P<number>10|[1-9])\s*[.)]\s*(?P<name>[\u0e01-\u0e4e\s/()]{8,80}?)\s*[:=]?\s*"
    r"(?P<score>[0-9]{1,3}\s?\.\s?[0-9]{2}|100)\s*(?:คะแนน)?[.\s]*"
)
_SAYS_GOT = re.compile(r"\s*(?:ได้(?:รับ)?|มี)?\s*(?:ผล)?(?:คะแนน)?\s*(?:เท่ากับ|คือ|ร้อยละ)?\s*$")
TITLE_LINES = 3
MOST_BETWEEN = 8
FEWEST_ALIKE = 2
LONGEST_FOOTER = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells; `index` is its line's place among the document's lines, `first_on_page` after a break."""

    index: int
    where: Where
    cells: tuple[str, ...]
    first_on_page: bool = False

    def cell(self, column: int | None) -> str:
        """A cell's text; nothing where the row has no such cell."""
        return "" if column is None or column >= len(self.cells) else self.cells[column]


@dataclass(slots=True)
class Table:
    """Rows under one head; a head that repeats is there once. `title` is the text right above."""

    head: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    width: int = 0
    title: str = ""

    def add(self, row: Row) -> None:
        """Put a row at the end."""
        self.rows.append(row)
        self.width = max(self.width, len(row.cells))

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """What each column holds."""
        return tuple(map(role_of, self.head))

    def column(self, role: Role) -> int | None:
        """The first column with a role."""
        roles = self.roles
        return roles.index(role) if role in roles else None


def find_tables(lines: Sequence[SourceLine]) -> tuple[Table, ...]:
    """All tables in order."""
    tables: list[Table] = []
    last_row = -1
    heading = False
    for index, line in enumerate(lines):
        cells = line.cells or entry_cells(line.text)
        if not cells:
            continue
        apart = last_row < 0 or index - last_row > 1
        goes_on = bool(tables) and (not apart or _only_furniture(lines[last_row + 1 : index]))
        heads = is_head(cells)
        if heads and heading and not apart:
            tables[-1].head = _second_line(tables[-1].head, cells)
        elif heads:
            is_new = not (goes_on and _same_head(tables[-1], cells)) and not _goes_on_far(tables, cells)
            tables += [Table(cells, title=_title(lines, index))] if is_new else []
        else:
            broken = apart or _follows_head(lines, last_row) or lines[last_row].where.page != line.where.page
            fits = goes_on and _fits(tables[-1], cells, apart=apart)
            tables += [] if fits else [Table((), title=_title(lines, index))]
            tables[-1].add(Row(index, line.where, cells, first_on_page=broken and bool(tables[-1].rows)))
        last_row, heading = index, heads
    return tuple(table for table in tables if table.rows)


def entry_cells(text: str) -> tuple[str, ...]:
    """A line such as `1. การเปิดเผยข้อมูล ได้คะแนน 95.00` as a row: number and name of an indicator, then its score."""
    found = _ENTRY.fullmatch(to_arabic_digits(text))
    if found is None or indicator_named(_SAYS_GOT.sub("", found["name"])) is None:
        return ()
    name = _SAYS_GOT.sub("", text[slice(*found.span("name"))])
    return f"{found['number']}. {name}", text[slice(*found.span("score"))]


def _title(lines: Sequence[SourceLine], index: int) -> str:
    above = [line.text for line in lines[max(0, index - MOST_BETWEEN) : index] if line.text and not line.cells]
    return "\n".join(above[-TITLE_LINES:])


def _goes_on_far(tables: list[Table], head: tuple[str, ...]) -> bool:
    """A head seen before, further apart than a page's edge, may still go on its table."""
    return bool(tables) and bool(tables[-1].rows) and _same_head(tables[-1], head) and _is_wide(head)


def _is_wide(head: tuple[str, ...]) -> bool:
    """Wide tables run over pages with pictures and notes between; narrow ones begin anew."""
    return sum(1 for cell in head if cell) > len(("number", "indicator", "score", "year"))


def _same_head(table: Table, cells: tuple[str, ...]) -> bool:
    squeezed = tuple(re.sub(r"\s+", "", cell) for cell in cells)
    mine = tuple(re.sub(r"\s+", "", cell) for cell in table.head)
    return squeezed == mine or _covers(mine, squeezed)


def _covers(head: tuple[str, ...], line: tuple[str, ...]) -> bool:
    """The first line of a head of two lines, met again: most of what it says of the columns the head says too."""
    same = sum(1 for mine, other in zip(head, line, strict=False) if other and mine == other)
    filled = sum(1 for cell in line if cell)
    return len(head) == len(line) and same >= max(FEWEST_ALIKE, filled - 1)


def _second_line(head: tuple[str, ...], line: tuple[str, ...]) -> tuple[str, ...]:
    """The lower line says more of the columns that it names."""
    width = max(len(head), len(line))
    upper, lower = head + ("",) * (width - len(head)), line + ("",) * (width - len(line))
    return tuple(below or above for above, below in zip(upper, lower, strict=True))


def _fits(table: Table, cells: tuple[str, ...], *, apart: bool) -> bool:
    """A row right below may have lost cells; one on a new page must be as wide as the table."""
    width = len(table.head) or table.width or len(cells)
    return len(cells) == width or (bool(table.head) and not apart)


def _follows_head(lines: Sequence[SourceLine], last_row: int) -> bool:
    return last_row >= 0 and is_head(lines[last_row].cells)


def _only_furniture(between: Sequence[SourceLine]) -> bool:
    """Nothing but empty lines, page numbers and a short footer."""
    said = [line for line in between if not _FURNITURE.fullmatch(line.text)]
    turned = len({line.where.page for line in between} - {None}) > 1
    return len(between) <= MOST_BETWEEN and (not said or (turned and all(len(s.text) <= LONGEST_FOOTER for s in said)))


def cells_in(table: Table, role: Role) -> Iterator[tuple[Row, str]]:
    """The cells of a role with their rows."""
    for column, found in enumerate(table.roles):
        if found is role:
            yield from ((row, row.cell(column)) for row in table.rows)

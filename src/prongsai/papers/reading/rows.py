"""Lines of plain text, and of the tables that stand in it as tabs, pipes or HTML."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from prongsai.papers.reading.found import SourceLine, Where
from prongsai.papers.reading.mending import mend

_TABLE_BEGINS = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_ENDS = re.compile(r"</table\s*>", re.IGNORECASE)
_PIPE_ROW = re.compile(r"\s*(?:[-*]\s*)?\|(?P<cells>.*)\|\s*")
_OPEN_PIPE_ROW = re.compile(r"[^|]+(?:\s\|\s[^|]*){2,}")
_RULE = re.compile(r"\s*:?-{2,}:?\s*")
_LIST_ENTRY = re.compile(r"\s*(?:[-–•*o\uf0b7]|\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?[.)]*)\t+[^\t]*\s*")
FEWEST = 2
_NEAR = 6
_LONGEST_TABLE = 3000
_MOST_COLUMNS = 60


def lines_of_text(text: str) -> tuple[SourceLine, ...]:
    """Every line with its number in the file; with form feeds also its page. A line of a table has cells."""
    numbered = list(_numbered(text))
    lines: list[SourceLine] = []
    position = 0
    while position < len(numbered):
        where, raw = numbered[position]
        block = _table_block(numbered, position) if _TABLE_BEGINS.search(raw) else []
        lines += _html_rows(block) if block else [source_line(where, raw, cells_of(raw) or _rest_of_row(raw, lines))]
        position += max(1, len(block))
    return tuple(lines)


def _rest_of_row(raw: str, before: list[SourceLine]) -> tuple[str, ...]:
    """A single text behind tabs is text set in, unless the table right above has as many columns."""
    above = next((line for line in reversed(before[-_NEAR:]) if line.cells), None)
    cells = tuple(raw.split("\t"))
    if above is None or not len(cells) == len(above.cells) > 1:
        return ()
    return () if _LIST_ENTRY.fullmatch(raw) or not raw.strip() else cells


def source_line(where: Where, raw: str, cells: tuple[str, ...]) -> SourceLine:
    """A line from what the source has; a row's text is its cells with tabs between."""
    if cells:
        mended = tuple(map(mend, cells))
        return SourceLine(where, raw, "\t".join(mended).rstrip("\t"), mended)
    return SourceLine(where, raw, "" if _is_ruling(raw) else mend(raw.replace("\t", " ")))


def _is_ruling(raw: str) -> bool:
    """`|---|:--:|` under a head says nothing by itself."""
    piped = _PIPE_ROW.fullmatch(raw)
    return piped is not None and all(_RULE.fullmatch(cell) for cell in piped["cells"].split("|"))


def cells_of(raw: str) -> tuple[str, ...]:
    """The cells of a row; none where the line is no row: an entry of a list, text set in, a line that rules off."""
    cells = _cells(raw)
    return cells if len(cells) <= _MOST_COLUMNS else ()


def _cells(raw: str) -> tuple[str, ...]:
    if "\t" in raw:
        cells = tuple(raw.split("\t"))
        filled = sum(1 for cell in cells if cell.strip())
        return () if filled < FEWEST or _LIST_ENTRY.fullmatch(raw) else cells
    if raw.count("|") < FEWEST:
        return ()
    piped = _PIPE_ROW.fullmatch(raw)
    if piped and "|" in piped["cells"]:
        cells = tuple(piped["cells"].split("|"))
        return () if all(_RULE.fullmatch(cell) or not cell.strip() for cell in cells) else cells
    return tuple(raw.split("|")) if _OPEN_PIPE_ROW.fullmatch(raw) else ()


def _numbered(text: str) -> Iterator[tuple[Where, str]]:
    in_pages = "\f" in text
    page = 1
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        page += raw.count("\f")
        yield Where(number, page if in_pages else None), raw.replace("\f", "")


def _table_block(numbered: list[tuple[Where, str]], start: int) -> list[tuple[Where, str]]:
    """The lines up to the table's end tag; nothing where it has none."""
    for end in range(start, min(len(numbered), start + _LONGEST_TABLE)):
        if _TABLE_ENDS.search(numbered[end][1]):
            return numbered[start : end + 1]
    return []


def _html_rows(block: list[tuple[Where, str]]) -> list[SourceLine]:
    """Text before the table, its rows, text after it; a row stands where its `<tr>` stands."""
    first, last = block[0], block[-1]
    before = _TABLE_BEGINS.split(first[1], maxsplit=1)[0]
    after = _TABLE_ENDS.split(last[1])[-1]
    parser = _Rows()
    parser.feed("\n".join(raw for _, raw in block))
    parser.close()
    rows = [source_line(block[line][0], "\t".join(cells), cells) for line, cells in parser.finished()]
    lead = [source_line(first[0], before, ())] if before.strip() else []
    tail = [source_line(last[0], after, ())] if after.strip() else []
    return [*lead, *rows, *tail]


class _Rows(HTMLParser):
    """Collects `<tr>` with its cells; a joined cell's text stands in its first place, the others are empty."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[tuple[int, dict[int, str]]] = []
        self._taken: dict[tuple[int, int], bool] = {}
        self._cell: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row or cell begins; other tags stay for `mend`, which knows paragraphs."""
        if tag == "tr":
            self._rows.append((self.getpos()[0] - 1, {}))
            self._cell = None
        elif tag in {"td", "th"} and self._rows:
            self._begin_cell(dict(attrs))
        elif tag in {"p", "br", "li", "div"}:
            self.handle_data("<br>")

    def handle_endtag(self, tag: str) -> None:
        """What stands between cells belongs to none."""
        if tag in {"td", "th", "tr"}:
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Text of the cell that is open."""
        if self._cell is not None:
            cells = self._rows[-1][1]
            cells[self._cell] = cells.get(self._cell, "") + data.replace("\n", " ")

    def finished(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Rows with the number of their line in the block, cells in order."""
        for row, (line, cells) in enumerate(self._rows):
            width = max([*cells, *(column for taken, column in self._taken if taken == row)], default=-1) + 1
            if width > 0:
                yield line, tuple(cells.get(column, "") for column in range(width))

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        row = len(self._rows) - 1
        column = 0
        while (row, column) in self._taken:
            column += 1
        self._cell = None
        if column >= _MOST_COLUMNS:
            return
        down, across = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        self._taken.update({(row + r, column + c): True for r in range(down) for c in range(across)})
        self._rows[-1][1][column] = ""
        self._cell = column


def _span(written: str | None) -> int:
    digits = (written or "").strip()
    return min(max(int(digits), 1), _MOST_COLUMNS) if digits.isascii() and digits.isdecimal() else 1

"""Puts the letters of a page back into lines and rows, however the page was made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mode

from prongsai.papers.reading.found import SourceLine, Where
from prongsai.papers.reading.grids import Grid
from prongsai.papers.reading.rows import cells_of, source_line

_THAI_LETTER = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_MARK = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
_CUT_NUMBER = re.compile(r"[0-9๐-๙]{1,2}\n[0-9๐-๙.]{1,4}")
_BEGINS_ENTRY = re.compile(r"\s*(?:[-–•*|]|\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)])\s*\S")
ALMOST_FULL = 0.12
SET_IN = 15.0
NEXT_LINE = 2.4
GAP = 0.6
OVERLAP = 0.3
MOST_LINES = 400
NARROW = 0.12
TABLE_GAP = 1.8
PARAGRAPH_GAP = 1.3
FIRST_LINE_SET_IN = 55.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A letter or word of a page with where it stands; y grows downward. `apart`: its reader saw a space before it."""

    text: str
    left: float
    right: float
    base: float
    height: float
    apart: bool = False

    @property
    def centre(self) -> tuple[float, float]:
        """A point within the letter."""
        return (self.left + self.right) / 2, self.base - self.height / 4


@dataclass(slots=True)
class _Line:
    """A line of text as it grows; what is drawn late goes where it stands."""

    pieces: list[Piece]
    right: float
    height: float

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def base(self) -> float:
        return self.pieces[0].base

    @property
    def text(self) -> str:
        """The pieces, with a space or tab where the paper has room for one."""
        said = [self.pieces[0].text]
        said += [_room(before, piece) + piece.text for before, piece in pairwise(self.pieces)]
        return "".join(said)

    def takes(self, piece: Piece) -> bool:
        """Whether a piece stands on this line."""
        return abs(piece.base - self.base) <= GAP * max(self.height, piece.height)

    def add(self, piece: Piece) -> None:
        """At the end, or where it stands: a mark after the letter it stands over."""
        if piece.left >= self.right - OVERLAP:
            self.pieces.append(piece)
        else:
            at = piece.centre[0] if _MARK.fullmatch(piece.text) else piece.left
            self.pieces.insert(self._position(at), piece)
        self.right, self.height = max(self.right, piece.right), max(self.height, piece.height)

    def _position(self, at: float) -> int:
        position = len(self.pieces)
        while position and self.pieces[position - 1].left > at:
            position -= 1
        return position


def _room(before: Piece, piece: Piece) -> str:
    if before.text.isspace() or piece.text.isspace():
        return ""
    gap, height = piece.left - before.right, max(before.height, piece.height)
    if gap > TABLE_GAP * height:
        return "\t"
    return " " if gap > (NARROW if piece.apart else GAP) * height else ""


@dataclass(slots=True)
class _Block:
    """A table, or lines of text in the order in which they were met."""

    grid: Grid | None
    cells: dict[tuple[int, int], list[_Line]] = field(default_factory=dict)
    lines: list[_Line] = field(default_factory=list)


def lines_of_page(pieces: Sequence[Piece], grids: Sequence[Grid], page: int) -> list[SourceLine]:
    """The page's lines, numbered from 1; text that runs over several lines of print is one line."""
    found: list[SourceLine] = []
    for block in _blocks(pieces, grids):
        drawn = _rows(block) if block.grid else ((text, cells_of(text)) for text in _paragraphs(block.lines))
        for text, cells in drawn:
            if text.strip():
                found.append(source_line(Where(len(found) + 1, page), text, cells))
    return found


def _blocks(pieces: Sequence[Piece], grids: Sequence[Grid]) -> list[_Block]:
    blocks: list[_Block] = []
    tables: dict[int, _Block] = {}
    for piece in pieces:
        home = next(((i, place) for i, grid in enumerate(grids) if (place := grid.place_of(*piece.centre))), None)
        if home is None:
            if not blocks or blocks[-1].grid:
                blocks.append(_Block(None))
            _write(blocks[-1].lines, piece, within=1)
            continue
        number, place = home
        if number not in tables:
            tables[number] = _Block(grids[number])
            blocks.append(tables[number])
        _write(tables[number].cells.setdefault(place, []), piece)
    return blocks


def _write(lines: list[_Line], piece: Piece, within: int = MOST_LINES) -> None:
    """Put a piece on the line it stands on, among the last few; a space begins no line.

    Outside of tables only the last line counts: the labels of a chart stand side by side and are no text.
    """
    line = next((line for line in reversed(lines[-within:]) if line.takes(piece)), None)
    if line is None and lines and _MARK.fullmatch(piece.text):
        line = lines[-1]
    if line is not None:
        line.add(piece)
    elif not piece.text.isspace():
        lines.append(_Line([piece], piece.right, piece.height))


def _rows(block: _Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    grid, usual = block.grid, _usual_distance(block)
    for row in range(grid.height if grid else 0):
        cells = tuple(_joined(block.cells.get((row, column), []), usual) for column in range(grid.width if grid else 0))
        yield "\t".join(cells), cells


def _joined(lines: Sequence[_Line], usual: float = 0.0) -> str:
    """Lines of one cell as running text: Thai goes on without a space, anything else with one.

    A line that stands further below the one before than lines of a paragraph do begins a paragraph.
    """
    text = ""
    for before, line in zip([None, *lines], lines, strict=False):
        piece = line.text.replace("\t", " ")
        text += piece if before is None else _joint(text, piece, _distance(before, line), usual) + piece
    return text


def _joint(text: str, piece: str, distance: float, usual: float) -> str:
    if _CUT_NUMBER.fullmatch(f"{text}\n{piece}"):
        return ""
    if usual and distance > PARAGRAPH_GAP * usual:
        return "\n"
    goes_on = _THAI_LETTER.match(text[-1:]) and _THAI_LETTER.match(piece[:1])
    return "" if goes_on or text.endswith(" ") else " "


def _usual_distance(block: _Block) -> float:
    """How far below each other the lines of a paragraph stand in this table, in heights of a line."""
    found = [_distance(one, other) for lines in block.cells.values() for one, other in pairwise(lines)]
    rounded = [round(distance, 1) for distance in found if distance > GAP]
    return mode(rounded) if rounded else 0.0


def _distance(before: _Line, line: _Line) -> float:
    return (line.base - before.base) / (max(before.height, line.height) or 1)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """Lines that fill the width go on in the next one."""
    margin, full = min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)
    reach = full - ALMOST_FULL * (full - margin)
    gathered: list[_Line] = []
    for line in lines:
        if gathered and not (gathered[-1].right >= reach and _goes_on(gathered[-1], line, margin)):
            yield _joined_lines(gathered)
            gathered = []
        gathered.append(line)
    if gathered:
        yield _joined_lines(gathered)


def _goes_on(before: _Line, line: _Line, margin: float) -> bool:
    """Near enough below, not set in as a first line is, and no entry of a list or row of a table."""
    return (
        0 < _distance(before, line) < NEXT_LINE
        and line.left <= min(before.left + SET_IN, margin + FIRST_LINE_SET_IN)
        and "\t" not in line.text
        and not _BEGINS_ENTRY.match(line.text)
    )


def _joined_lines(lines: Sequence[_Line]) -> str:
    return lines[0].text if len(lines) == 1 else _joined(lines)

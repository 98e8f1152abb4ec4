"""Running text: neighbouring lines, or the cells of a column, as one passage that still knows its lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from prongsai.papers.reading.columns import Role
from prongsai.papers.reading.found import SourceLine, Where
from prongsai.papers.reading.measure_rows import joined_rows, tells_of_measures
from prongsai.papers.reading.tables import Table

_TEXT_OF_MEASURES = (Role.ISSUE, Role.RESULT, Role.OUTCOME)
_UNFINISHED = re.compile(
    r"(?:ได้(?:รับ)?|คะแนน|เป็น|จาก|เหลือ|เท่ากับ|คือ|อยู่ที่|ระดับ|ปี|พ\.ศ\.|ตัวชี้วัดที่|ส่วนที่|ลดลง|เพิ่มขึ้น|ร้อยละ|และ|\(|:)\s*$"
)
_BEGINS_ENTRY = re.compile(r"\s*(?:[-–•*]\s|\(?[0-9๐-๙]{1,2}[.)]\s)")
SHORTEST_CELL = 25
MOST_LINES = 12
FEWEST_LINES = 8
ALMOST_FULL = 0.75
WIDEST_PAPER = 130
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the places where its lines begin; `index` is the first line's place among the document's."""

    text: str
    starts: tuple[int, ...]
    wheres: tuple[Where, ...]
    indexes: tuple[int, ...]
    in_table: bool = False

    def where(self, offset: int) -> Where:
        """The line that a letter stands on."""
        return self.wheres[bisect_right(self.starts, offset) - 1]

    def index(self, offset: int) -> int:
        """The same line's place among the document's lines."""
        return self.indexes[bisect_right(self.starts, offset) - 1]


Piece = tuple[str, Where, int]


def passage(pieces: Sequence[Piece], joint: str, *, in_table: bool = False) -> Passage:
    """Pieces of text, one after the other."""
    starts, offset = [], 0
    for text, _, _ in pieces:
        starts.append(offset)
        offset += len(text) + len(joint)
    whole = joint.join(text for text, _, _ in pieces)
    wheres, indexes = tuple(where for _, where, _ in pieces), tuple(index for _, _, index in pieces)
    return Passage(whole, tuple(starts), wheres, indexes, in_table)


def passages_of(lines: Sequence[SourceLine], tables: Sequence[Table]) -> Iterator[Passage]:
    """Each line of text, with those that go on its sentence; then the text that stands in tables."""
    wrapped = _is_wrapped(lines)
    gathered: list[Piece] = []
    for index, line in enumerate(lines):
        if gathered and not (_goes_on(gathered[-1][0], line, wrapped=wrapped) and len(gathered) < MOST_LINES):
            yield passage(gathered, "\n")
            gathered = []
        if line.text and not line.cells:
            gathered.append((line.text, line.where, index))
    if gathered:
        yield passage(gathered, "\n")
    for table in tables:
        yield from _in_table(table)


def _goes_on(before: str, line: SourceLine, *, wrapped: bool) -> bool:
    if line.cells or not line.text or _BEGINS_ENTRY.match(line.text):
        return False
    return wrapped or _UNFINISHED.search(before) is not None


def _is_wrapped(lines: Sequence[SourceLine]) -> bool:
    """Whether the source breaks its lines at the edge of the paper: most lines that another follows are as long."""
    pairs = [
        (one, other) for one, other in pairwise(lines) if one.text and other.text and not (one.cells or other.cells)
    ]
    lengths = sorted(len(one.text) for one, _ in pairs)
    if len(lengths) < FEWEST_LINES:
        return False
    full = lengths[len(lengths) * 9 // 10]
    filled = sum(1 for length in lengths if length >= ALMOST_FULL * full)
    return full <= WIDEST_PAPER and filled > len(lengths) * MOSTLY


def _in_table(table: Table) -> Iterator[Passage]:
    """Of measures what they answer and what came of them; of other tables every cell with a sentence in it."""
    if tells_of_measures(table):
        for rows in joined_rows(table):
            for column, role in enumerate(table.roles):
                if role in _TEXT_OF_MEASURES:
                    yield passage([(row.cell(column), row.where, row.index) for row in rows], " ", in_table=True)
        return
    for row in table.rows:
        for cell in row.cells:
            if len(cell) >= SHORTEST_CELL:
                yield passage([(cell, row.where, row.index)], "", in_table=True)

"""Finds the tables of a page in its drawn lines: which cells there are, and which of them are joined."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NEAR = 3.0
"""Points within which two lines count as one, and a line as reaching another."""
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line: `at` is its fixed coordinate, `start` to `end` its extent; y grows downward."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's lines; `home` gives the first place of the joined cell that a place belongs to."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    home: dict[tuple[int, int], tuple[int, int]]

    def place_of(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column in which a point lies, as the first place of its cell."""
        row, column = bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1
        return self.home.get((row, column))

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.columns) - 1

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.rows) - 1


def find_grids(strokes: Iterable[Stroke]) -> tuple[Grid, ...]:
    """The tables that lines which meet make; a single frame is none."""
    grids = (_grid(group) for group in _connected(merged(strokes)))
    return tuple(grid for grid in grids if grid is not None)


def merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Lines drawn in pieces, or twice, as one."""
    found: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (one.upright, round(one.at / NEAR), one.start)):
        last = found[-1] if found else None
        if (
            last
            and last.upright == stroke.upright
            and abs(last.at - stroke.at) <= NEAR
            and stroke.start <= last.end + NEAR
        ):
            found[-1] = Stroke(last.upright, last.at, last.start, max(last.end, stroke.end))
        else:
            found.append(stroke)
    return found


def _connected(strokes: list[Stroke]) -> list[list[Stroke]]:
    """Groups of lines that reach each other."""
    level = [stroke for stroke in strokes if not stroke.upright]
    upright = [stroke for stroke in strokes if stroke.upright]
    groups: list[list[Stroke]] = []
    waiting = set(range(len(level)))
    while waiting:
        group, reached, edge = [], set[int](), [waiting.pop()]
        while edge:
            line = level[edge.pop()]
            group.append(line)
            crossing = {i for i, one in enumerate(upright) if i not in reached and _meet(line, one)}
            reached |= crossing
            found = {j for j in waiting if any(_meet(level[j], upright[i]) for i in crossing)}
            waiting -= found
            edge += sorted(found)
        groups.append(group + [upright[i] for i in sorted(reached)])
    return groups


def _meet(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - NEAR <= upright.at <= level.end + NEAR and upright.start - NEAR <= level.at <= upright.end + NEAR
    )


def _grid(strokes: list[Stroke]) -> Grid | None:
    level = [stroke for stroke in strokes if not stroke.upright]
    upright = [stroke for stroke in strokes if stroke.upright]
    columns, rows = _lines_at(upright), _lines_at(level)
    if len(columns) <= FEWEST or len(rows) < FEWEST:
        return None
    return Grid(columns, rows, _joined(columns, rows, level, upright))


def _lines_at(strokes: Sequence[Stroke]) -> tuple[float, ...]:
    found: list[float] = []
    for at in sorted(stroke.at for stroke in strokes):
        if not found or at - found[-1] > NEAR:
            found.append(at)
    return tuple(found)


def _joined(
    columns: tuple[float, ...], rows: tuple[float, ...], level: list[Stroke], upright: list[Stroke]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Two places are one cell where no line stands between them."""
    home: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(rows) - 1):
        y = (rows[row] + rows[row + 1]) / 2
        for column in range(len(columns) - 1):
            x = (columns[column] + columns[column + 1]) / 2
            if column and not _is_drawn(upright, columns[column], y):
                home[row, column] = home[row, column - 1]
            elif row and not _is_drawn(level, rows[row], x):
                home[row, column] = home[row - 1, column]
            else:
                home[row, column] = (row, column)
    return home


def _is_drawn(strokes: list[Stroke], at: float, through: float) -> bool:
    return any(abs(one.at - at) <= NEAR and one.start <= through <= one.end for one in strokes)

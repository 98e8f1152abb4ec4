"""The straight lines drawn on a PDF page: rules, thin boxes that are drawn as lines, the sides of frames."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from prongsai.papers.reading.grids import Stroke

THIN = 2.5
SHORTEST = 4.0
MOST_DRAWINGS = 20_000
MOST_CORNERS = 200
Point = tuple[float, float]


def strokes_of(page: Any, height: float) -> Iterator[Stroke]:  # noqa: ANN401 - the library has no types
    """Upright and level lines; y grows downward from the page's top."""
    drawn = _paths(page, 1) or _paths(page, 3)
    for path in drawn[:MOST_DRAWINGS]:
        is_framed = _is_framed(path)
        for corners in _outlines(path):
            flipped = [(x, height - y) for x, y in corners]
            yield from _lines_of_outline(flipped, framed=is_framed)


def _paths(page: Any, depth: int) -> list[Any]:  # noqa: ANN401
    """What is drawn on the page itself; some printers put the whole page into a form, so look there too if need be."""
    return list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=depth))


def _outlines(path: Any) -> Iterator[list[Point]]:  # noqa: ANN401
    """The corners of each line or box of a path, where they lie on the page; nothing of what is bent."""
    matrix = path.get_matrix()
    corners: list[Point] = []
    for index in range(min(raw.FPDFPath_CountSegments(path), MOST_DRAWINGS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO and corners:
            yield corners
            corners = []
        if kind == raw.FPDF_SEGMENT_BEZIERTO or len(corners) > MOST_CORNERS:
            return
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append(matrix.on_point(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if corners:
        yield corners


def _lines_of_outline(corners: list[Point], *, framed: bool) -> Iterator[Stroke]:
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    if right - left <= THIN or bottom - top <= THIN:
        yield from _line(left, top, right, bottom)
    elif framed:
        for (x, y), (to_x, to_y) in pairwise(corners):
            yield from _line(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def _line(left: float, top: float, right: float, bottom: float) -> Iterator[Stroke]:
    wide, high = right - left, bottom - top
    if wide <= THIN and high >= SHORTEST:
        yield Stroke(upright=True, at=(left + right) / 2, start=top, end=bottom)
    elif high <= THIN and wide >= SHORTEST:
        yield Stroke(upright=False, at=(top + bottom) / 2, start=left, end=right)


def _is_framed(path: Any) -> bool:  # noqa: ANN401
    """Whether a path's edge is drawn and not only its inside."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)

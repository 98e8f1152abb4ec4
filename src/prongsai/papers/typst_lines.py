"""Joins the words of a line, so that Typst lays out one box for a line and not one for a word.

Half of the time of a long paper went into boxes of single words. Where the room of a line is known, it is settled here
which words share one; Typst still breaks between the boxes, and would break at the same places had they stayed single.
"""

from functools import lru_cache
from typing import Any, Final

from prongsai.papers.digits import TEXTS_KEPT
from prongsai.papers.faces import space
from prongsai.papers.fitting import LINE_END, SPACE
from prongsai.papers.fonts import text_width

Data = dict[str, Any]

SLACK_PT: Final = 0.001
"""Left free in a line: a box that is wider than the line by a rounding would break within itself."""
_SPACE_EM: Final = space.WIDTH / space.EM
_PULLED_APART: Final = ("es", "se")
_APART_EM: Final = 0.02
"""Pairs that Sarabun sets wider than its letters are; all others keep their width or come closer."""


def join_lines(runs: list[Data], room: float, used: float = 0.0) -> list[Data]:
    """The runs with the words of one line joined; `room` and what is `used` of the first line in points.

    Texts with italics stay as they are: the widths of that face are not known here.
    """
    if any(run["italic"] for run in runs):
        return runs
    joined = []
    for run in runs:
        pieces, used = _joined(run["pieces"], room - SLACK_PT, used, run["size"], bold=run["bold"])
        joined.append(run | {"pieces": pieces})
    return joined


@lru_cache(maxsize=TEXTS_KEPT)
def _joined(
    pieces: tuple[str, ...], room: float, used: float, size: float, *, bold: bool
) -> tuple[tuple[str, ...], float]:
    """Pieces of one run, and how much of the last line they leave used; spaces between boxes stay single."""
    lines: list[str] = []
    line, blank = "", 0
    for piece in pieces:
        width = size * _width_em(piece, bold=bold)
        if piece == SPACE and line:
            blank, used = blank + 1, used + width
        elif piece in (SPACE, LINE_END):
            lines += [*_closed(line, blank), piece]
            line, blank, used = "", 0, 0.0 if piece == LINE_END else used + width
        elif used + width <= room and line:
            line, blank, used = line + SPACE * blank + piece, 0, used + width
        else:
            lines += _closed(line, blank)
            line, blank, used = piece, 0, width if used + width > room else used + width
    return (*lines, *_closed(line, blank)), used


def _closed(line: str, blank: int) -> list[str]:
    return ([line] if line else []) + [SPACE] * blank


@lru_cache(maxsize=TEXTS_KEPT)
def _width_em(piece: str, *, bold: bool) -> float:
    words = sum(text_width(word, 1, bold=bold) for word in piece.split(SPACE))
    apart = sum(piece.count(pair) for pair in _PULLED_APART)
    return words + piece.count(SPACE) * _SPACE_EM + apart * _APART_EM

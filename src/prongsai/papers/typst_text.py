"""Texts as plain data for `official.typ`: runs with their look, cut into the pieces that stay whole.

The texts travel as JSON and never as Typst markup: nothing an office writes (`#`, `$`, `[`, quotes …) can mean anything
to the compiler. Each text goes as the pieces a line may be broken between; the template puts each in a box, because
Typst's own breaking cuts some Thai words, and zero-width spaces would stay in copied text. Where it is known how wide
the lines are, the words of a line go together.
"""

from dataclasses import dataclass
from functools import lru_cache

from prongsai.papers import typography as measures
from prongsai.papers.digits import TEXTS_KEPT, showable, shown
from prongsai.papers.fitting import fitting_pieces
from prongsai.papers.fonts import drawable, sarabun_size
from prongsai.papers.texts import Run, Text, runs_of
from prongsai.papers.typst_lines import Data, join_lines
from prongsai.thai.numerals import DigitStyle

__all__ = ["Data", "Place", "line_data", "text_data"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: the width in points, the size in points of TH Sarabun New."""

    digits: DigitStyle
    width: float
    size: float = measures.BODY_SIZE
    in_cell: bool = False
    bold: bool = False


def text_data(text: Text, place: Place) -> list[Data]:
    """The runs of a text, each in pieces that fit the place."""
    return [_run_data(run, place) for run in runs_of(text) if run.text]


def line_data(text: Text, place: Place, *, used: float = 0.0) -> list[Data]:
    """The runs of a text whose lines are exactly as wide as the place; `used` points of the first are taken."""
    return join_lines(text_data(text, place), place.width, used)


def _run_data(run: Run, place: Place) -> Data:
    size, bold = sarabun_size(run.size or place.size), run.bold or place.bold
    text = showable(run.text) if run.as_written else shown(run.text, place.digits)
    return {
        "pieces": _pieces(text, place.width, size, bold=bold),
        "bold": bold,
        "italic": run.italic,
        "size": size,
        "link": run.link,
    }


@lru_cache(maxsize=TEXTS_KEPT)
def _pieces(text: str, width: float, size: float, *, bold: bool) -> tuple[str, ...]:
    return tuple(fitting_pieces(drawable(text), width, size, bold=bold))

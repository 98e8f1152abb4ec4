"""Texts as plain data for `official.typ`: runs with their look, cut into the pieces that stay whole.

The texts travel as JSON and never as Typst markup: nothing an office writes (`#`, `$`, `[`, quotes …) can mean anything
to the compiler. Each text goes as the pieces a line may be broken between; the template puts each in a box, because
Typst's own breaking cuts some Thai words, and zero-width spaces would stay in copied text.
"""

from dataclasses import dataclass
from typing import Any

from prongsai.papers import typography as measures
from prongsai.papers.digits import showable, shown
from prongsai.papers.fitting import fitting_pieces
from prongsai.papers.fonts import drawable, sarabun_size
from prongsai.papers.texts import Text, runs_of
from prongsai.thai.numerals import DigitStyle

Data = dict[str, Any]


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
    return [
        {
            "pieces": _pieces(
                drawable(_shown(run.text, place, as_written=run.as_written)), place, run.size, bold=run.bold
            ),
            "bold": run.bold or place.bold,
            "italic": run.italic,
            "size": sarabun_size(run.size or place.size),
            "link": run.link,
        }
        for run in runs_of(text)
        if run.text
    ]


def _shown(text: str, place: Place, *, as_written: bool) -> str:
    return showable(text) if as_written else shown(text, place.digits)


def _pieces(text: str, place: Place, size: float | None, *, bold: bool) -> list[str]:
    return fitting_pieces(text, place.width, sarabun_size(size or place.size), bold=bold or place.bold)

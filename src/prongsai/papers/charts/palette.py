"""The colours and patterns of charts, in one place.

Blue, ochre and violet-grey differ for every kind of colour vision, and in lightness, dash and mark too, so that a
grey print can be read. Literal values, because neither Typst nor the PNG renderer knows CSS variables.
"""

from dataclasses import dataclass
from typing import Final

INK: Final = "#16212b"
MUTED: Final = "#55626d"
GRID: Final = "#d9dfe4"
PAPER: Final = "#ffffff"
TARGET: Final = "#b3261e"
THIS_YEAR: Final = "#17568c"
LAST_YEAR: Final = "#f3d79b"
LAST_YEAR_EDGE: Final = "#8a5a00"

FONT_STACK: Final = "Sarabun, 'TH Sarabun New', 'Noto Sans Thai', sans-serif"
TEXT_SIZE: Final = 14.0
SMALL_TEXT_SIZE: Final = 12.5


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """How one series of several is told apart: colour, dash of its line, shape of its marks."""

    colour: str
    dash: str
    mark: str


SERIES: Final = (
    SeriesLook(THIS_YEAR, "", "circle"),
    SeriesLook("#c2740a", "7 4", "square"),
    SeriesLook("#7a6a9b", "2 3", "triangle"),
    SeriesLook("#2f7d6b", "9 3 2 3", "diamond"),
)


def look_of(position: int) -> SeriesLook:
    """The look of the series at a position; beyond the fourth they begin again."""
    return SERIES[position % len(SERIES)]

"""Sarabun: where its files are, how wide its letters are, and how big it must be to look like TH Sarabun New.

Offices state sizes for TH Sarabun New, a face drawn small in its square: ko kai is 0.400 em high there and 0.586 em in
Sarabun, the open face that comes with this program. 16 pt of the one is 10.9 pt of the other. PDF therefore uses
Sarabun at the scaled size with the line height of TH Sarabun New (1.331 em) set by hand; DOCX names TH Sarabun New at
the stated size, because the offices have it. A DOCX that named Sarabun at 16 pt would come out half as big again.
"""

from functools import cache
from pathlib import Path
from typing import Final

FAMILY: Final = "Sarabun"
OFFICE_FAMILY: Final = "TH Sarabun New"
OFFICE_FALLBACKS: Final = "TH SarabunPSK,TH SarabunIT๙,TH Sarabun"
SYMBOL_FAMILY: Final = "DejaVu Sans Mono"
SYMBOLS: Final = frozenset("☐☑☒✓✔✗●○■▪►→←↑↓∞")
MISSING: Final = "□"

SCALE: Final = 0.400 / 0.586
LINE_HEIGHT_EM: Final = 1.331 / SCALE
"""Distance of two lines in em of Sarabun."""

_SYMBOL_EM: Final = 0.6021
"""How wide each symbol of `SYMBOL_FAMILY` is."""

Advances = dict[int, float]


def sarabun_size(office_size: float) -> float:
    """The points of Sarabun that look like `office_size` points of TH Sarabun New."""
    return round(office_size * SCALE, 2)


@cache
def font_folder() -> Path:
    """The folder with Sarabun's files."""
    import fontpkg

    return Path(fontpkg.path(FAMILY)).parent


def font_files() -> tuple[str, ...]:
    """The four faces documents and charts use."""
    return tuple(str(font_folder() / f"{FAMILY}-{face}.ttf") for face in ("Regular", "Bold", "Italic", "BoldItalic"))


@cache
def _advances(*, bold: bool) -> Advances:
    """Each letter's width in em, by its code point."""
    from fontTools.ttLib import TTFont

    with TTFont(font_folder() / f"{FAMILY}-{'Bold' if bold else 'Regular'}.ttf", lazy=True) as font:
        em = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of Sarabun is, in the unit of `size`."""
    widths = _advances(bold=bold)
    return size * sum(widths.get(ord(letter), _SYMBOL_EM) for letter in text)


def drawable(text: str) -> str:
    """The text with a box for each letter that no font at hand can draw; a PDF/UA may not hold such letters."""
    known = _advances(bold=False)
    return "".join(x if ord(x) in known or x in SYMBOLS or x == "\n" else MISSING for x in text)

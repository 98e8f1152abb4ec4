"""A space that PDF readers keep.

Typst writes the space between two boxed words as a text object of its own. PDFium (Chrome, Edge, this program's own
reader) skips objects whose letters cover nothing, so "ปี 2568" would be copied as "ปี2568". In this face the space has
a sliver two thousandths of an em high, set in white: nobody sees it, and the space stays.

To write the file anew: `python -m prongsai.papers.faces.space`.
"""

from io import BytesIO
from pathlib import Path
from typing import Final

FAMILY: Final = "Prongsai Space"
FILE: Final = Path(__file__).with_name("ProngsaiSpace.ttf")
EM: Final = 1000
WIDTH: Final = 243
"""As wide as Sarabun's space."""
_SLIVER: Final = ((20, 0), (20, 2), (223, 2), (223, 0))
_ASCENT: Final = 1068
_DESCENT: Final = -232
_EPOCH: Final = 3_786_912_000
"""1 January 2024, in the seconds since 1904 that fonts count."""


def build_space_face() -> bytes:
    """The font file; the same bytes each time."""
    from fontTools.fontBuilder import FontBuilder

    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space"])
    builder.setupCharacterMap({ord(" "): "space"})
    builder.setupGlyf({".notdef": _glyph(()), "space": _glyph(_SLIVER)})
    builder.setupHorizontalMetrics({".notdef": (WIDTH, 0), "space": (WIDTH, _SLIVER[0][0])})
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupNameTable(_names())
    builder.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT, usWinAscent=_ASCENT, usWinDescent=-_DESCENT)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = _EPOCH
    builder.font.recalcTimestamp = False
    written = BytesIO()
    builder.save(written)
    return written.getvalue()


def _names() -> dict[str, str]:
    return {
        "familyName": FAMILY,
        "styleName": "Regular",
        "uniqueFontIdentifier": FAMILY,
        "fullName": FAMILY,
        "version": "Version 1.0",
        "psName": "ProngsaiSpace-Regular",
    }


def _glyph(points: tuple[tuple[int, int], ...]) -> object:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    if points:
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    FILE.write_bytes(build_space_face())

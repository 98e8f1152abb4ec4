"""The one place where a document's text becomes the text that is shown."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from prongsai.thai.numerals import DigitStyle, in_digits
from prongsai.thai.spelling import normalize, space_marks

_ADDRESS = re.compile(r"((?:https?://|www\.)[^\s\u0e00-\u0e7f]+|[\w.+-]+@[\w-]+\.[\w.-]+)", re.ASCII)
_UNSHOWABLE = frozenset({"Cc", "Cs", "Cf", "Co"})
_NONCHARACTERS = frozenset("\ufffe\uffff")
TEXTS_KEPT: Final = 8192
"""How many texts are remembered: the papers of a set, and of the next agency, say much in the same words."""


@lru_cache(maxsize=TEXTS_KEPT)
def shown(text: str, digits: DigitStyle) -> str:
    """The text as it is printed: spelling and spacing settled, digits in the chosen style; web and mail addresses stay.

    Letters that no document format may hold (controls, halves of surrogate pairs) are dropped; a line end stays.
    """
    settled = showable(text)
    pieces = _ADDRESS.split(settled)
    return "".join(piece if index % 2 else in_digits(space_marks(piece), digits) for index, piece in enumerate(pieces))


def showable(text: str) -> str:
    """The text with its spelling settled and without what cannot be written to a file; digits stay."""
    lines = normalize(text).replace("\r\n", "\n").replace("\t", " ")
    if lines.isprintable():
        return lines
    return "".join(letter for letter in lines if letter == "\n" or _can_be_written(letter))


def _can_be_written(letter: str) -> bool:
    return letter not in _NONCHARACTERS and unicodedata.category(letter) not in _UNSHOWABLE

"""Mends a line for reading: tags, entities, odd spaces and spellings go; digits stay as they are printed."""

import html
import re

from prongsai.thai.spelling import normalize

_PARAGRAPH_END = re.compile(r"</(?:p|li|div|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,500}>")
_EMPHASIS = re.compile(r"\*\*|__|^\s{0,3}#{1,6}\s+|`")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ue000-\uf6ff\uf71b-\uf8ff]")
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000]+")
_AROUND_BREAK = re.compile(r" *\n[ \n]*")
# Old Thai fonts keep raised and shifted marks at private places; these are the marks they stand for.
_SHIFTED_MARKS = str.maketrans(
    "\uf700\uf701\uf702\uf703\uf704\uf705\uf706\uf707\uf708\uf709\uf70a\uf70b\uf70c\uf70d\uf70e\uf70f"
    "\uf710\uf711\uf712\uf713\uf714\uf715\uf716\uf717\uf718\uf719\uf71a",
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
    "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
)


def mend(raw: str) -> str:
    """The line as a person reads it; paragraphs inside it become lines of their own."""
    text = _PARAGRAPH_END.sub("\n", raw)
    text = html.unescape(_TAG.sub("", text))
    text = normalize(text.translate(_SHIFTED_MARKS))
    text = _EMPHASIS.sub("", _UNPRINTABLE.sub(" ", text))
    return _AROUND_BREAK.sub("\n", _SPACES.sub(" ", text)).strip(" \n")

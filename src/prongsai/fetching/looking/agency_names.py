"""Whether an agency is named, however its kind is shortened and however the file spaces its letters."""

import re
from collections.abc import Iterable

from prongsai.thai.spelling import normalize

_KINDS = (
    ("องค์การบริหารส่วนจังหวัด", "อบจ"),
    ("องค์การบริหารส่วนตำบล", "อบต"),
    ("เทศบาลตำบล", "ทต"),
    ("เทศบาลเมือง", "ทม"),
    ("เทศบาลนคร", "ทน"),
    ("มหาวิทยาลัยราชภัฏ", "มรภ"),
    ("สำนักงาน", "สนง"),
)
_SEAT = re.compile(r"\s+(?:อำเภอ|อ\.|จังหวัด|จ\.)\s*\S+")
_SPACE = r"[\s\u200b]{0,3}"
_MARKS = frozenset("\u0e48\u0e49\u0e4a\u0e4b\u0e47\u0e4c")
"""Signs above the letters, which PDF files lose."""
_SARA_AM = "\u0e33"


def agency_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names in a text that went through `thai.spelling.normalize`; `None` without a name.

    The seat behind a name (อำเภอ…, จังหวัด…) is not asked for.
    """
    plain = {_SEAT.sub("", normalize(name)).strip() for name in names}
    patterns = [_one(name) for name in sorted(plain, key=len, reverse=True) if name]
    return re.compile("|".join(patterns)) if patterns else None


def _one(name: str) -> str:
    for full, short in _KINDS:
        for start in (full, f"{short}.", short):
            if name.startswith(start) and name != start:
                kind = f"(?:{_letters(full)}|{_SPACE.join(short)}{_SPACE}\\.?)"
                return f"{kind}{_SPACE}{_letters(name.removeprefix(start))}"
    return _letters(name)


def _letters(text: str) -> str:
    return _SPACE.join(_letter(letter) for letter in text if not letter.isspace())


def _letter(letter: str) -> str:
    if letter in _MARKS:
        return f"{re.escape(letter)}?"
    if letter == _SARA_AM:
        return f"(?:{_SARA_AM}|\u0e4d?{_SPACE}\u0e32)"
    return re.escape(letter)

"""What a text rule found: where, what is printed, what follows from the data, and how to mend it."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """The rule that a text breaks; names as in `prongsai check`, of which all but `success` may come."""

    TOTAL = "total"
    LEVEL = "level"
    SCHEME = "scheme"
    RANK = "rank"
    ITEM_YEAR = "item-year"
    NAME = "name"
    DIRECTION = "direction"
    DATE = "date"
    IMPOSSIBLE_MEAN = "impossible-mean"
    TEXT_TABLE = "text-table"
    ARITHMETIC = "arithmetic"
    SUCCESS = "success"


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in both languages of the interface."""

    th: str
    en: str


@dataclass(frozen=True, slots=True)
class TextFinding:
    """A passage that does not hold; `span` counts characters of the text that was read, the end not included."""

    kind: Kind
    span: tuple[int, int]
    printed: str
    follows: Wording
    mend: Wording


def found(kind: Kind, text: str, span: tuple[int, int], follows: Wording, mend: Wording) -> TextFinding:
    """A finding with what is printed at its place."""
    return TextFinding(kind, span, text[slice(*span)], follows, mend)

"""What other areas, and the pages of this one, learn of a disclosure: frozen facts, no tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AnsweredItem:
    """What an agency gave for an item; `not_applicable` is its reason, empty where the item applies."""

    item: str
    urls: tuple[str, ...] = ()
    explanation: str = ""
    not_applicable: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given."""
        return not (self.urls or self.explanation or self.not_applicable)


@dataclass(frozen=True, slots=True)
class ConfirmedDisclosure:
    """The copy that an executive confirmed last: what the assessors mark and the public sees."""

    disclosure_id: int
    round_id: int
    agency_id: int
    version: int
    sha256: str
    at: datetime
    items: Mapping[str, AnsweredItem]

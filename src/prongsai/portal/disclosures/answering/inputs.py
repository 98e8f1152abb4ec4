"""What people hand to the actions of answering."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ItemInput:
    """What somebody writes for an item; `not_applicable` is a reason, empty where the item applies."""

    urls: tuple[str, ...] = ()
    explanation: str = ""
    not_applicable: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is given."""
        return not (self.urls or self.explanation or self.not_applicable)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who sees to an item, and by when."""

    unit_id: int | None = None
    due_on: date | None = None

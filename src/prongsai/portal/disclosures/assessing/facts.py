"""What the pages of marking show: frozen facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.portal.disclosures.models import SeatKind
from prongsai.portal.ui.language import pick


@dataclass(frozen=True, slots=True)
class ElementFacts:
    """A required element as it was marked; `number` counts from 1."""

    number: int
    is_there: bool
    reason: str


@dataclass(frozen=True, slots=True)
class MarkFacts:
    """An assessor's mark on an item."""

    item: str
    is_complete: bool
    elements: tuple[ElementFacts, ...]

    @property
    def there(self) -> int:
        """How many of the required elements are there: information, the item scores all or nothing."""
        return sum(element.is_there for element in self.elements)

    @property
    def reasons(self) -> tuple[ElementFacts, ...]:
        """What is missing, with why."""
        return tuple(element for element in self.elements if not element.is_there)


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What an adjudicator decided."""

    item: str
    is_complete: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SeatingFacts:
    """An assessor's place at an agency; `version` is that of the copy to mark."""

    id: int
    kind: SeatKind
    disclosure_id: int
    agency_id: int
    agency_code: str
    agency_name_th: str
    agency_name_en: str
    version: int

    @property
    def agency_name(self) -> str:
        """The agency's name in the page's language."""
        return pick(self.agency_name_th, self.agency_name_en)

    @property
    def is_adjudicator(self) -> bool:
        """Whether she decides instead of marking."""
        return self.kind is SeatKind.ADJUDICATOR


@dataclass(frozen=True, slots=True)
class QueueLine:
    """An agency in an assessor's queue: what waits there and what she has done, item by item in order."""

    seating: SeatingFacts
    waiting: tuple[str, ...]
    finished: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many items she has done."""
        return len(self.finished)

    @property
    def opens_at(self) -> str | None:
        """The item with which to begin: the first that waits, else the first that she has done."""
        return next(iter((*self.waiting, *self.finished)), None)

    @property
    def all(self) -> int:
        """How many items are hers in all."""
        return len(self.waiting) + self.done


@dataclass(frozen=True, slots=True)
class BothMarks:
    """The two marks on an item, as an adjudicator and later the agency see them; `None` where not marked."""

    first: MarkFacts | None = None
    second: MarkFacts | None = None

    @property
    def given(self) -> tuple[MarkFacts, ...]:
        """The marks that there are."""
        return tuple(mark for mark in (self.first, self.second) if mark is not None)


MarksByItem = Mapping[str, BothMarks]

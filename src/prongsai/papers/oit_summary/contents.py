"""What the summary says of each item, gathered from the year's rules, what the agency gave, and the verdicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from prongsai.rulebook.evidence import Verdicts
from prongsai.rulebook.instrument import SubIndicator, YearInstrument
from prongsai.rulebook.planning import ItemCost, item_costs
from prongsai.rulebook.rounding import half_up


class ItemState(Enum):
    """What the assessor said; nothing is not the same as incomplete."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    NOT_ASSESSED = "not assessed"


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What the agency gave for an item: addresses in its order, and its explanation."""

    urls: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with what was given for it and what came of it."""

    cost: ItemCost
    given: Disclosed
    state: ItemState


@dataclass(frozen=True, slots=True)
class Tally:
    """Items counted with the points of the total that they carry, two decimals."""

    items: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class GroupLines:
    """A sub-indicator with its items in order."""

    sub_indicator: SubIndicator
    lines: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class SummaryContents:
    """Everything on the summary, as things stood on the day `as_of`."""

    agency_name: str
    year: int
    groups: tuple[GroupLines, ...]
    as_of: date

    @property
    def lines(self) -> tuple[ItemLine, ...]:
        """All items in order."""
        return tuple(line for group in self.groups for line in group.lines)

    @property
    def knows_answers(self) -> bool:
        """Whether anything is known of what the agency gave: else an item without an address says nothing of it."""
        return any(line.given != Disclosed() for line in self.lines)


class UnknownItemError(ValueError):
    """Something was given for an item that the year does not have."""


def gather_summary(
    year: YearInstrument,
    *,
    agency_name: str,
    given: Mapping[str, Disclosed],
    verdicts: Verdicts,
    as_of: date,
) -> SummaryContents:
    """Lay what was given and the verdicts (by item code) over the year's items.

    Raises `UnknownItemError` for a code that is no item of the year.
    """
    for code in (*given, *verdicts):
        if code not in year.items:
            known = f"o1 to o{len(year.items)}"
            raise UnknownItemError(f"found {code}, which is no item of fiscal year {year.year}; write {known}")
    costs = item_costs(year)
    lines = [ItemLine(costs[code], given.get(code, Disclosed()), _state(verdicts, code)) for code in year.items]
    groups = tuple(
        GroupLines(sub, tuple(line for line in lines if line.cost.item.sub_indicator == sub.code))
        for sub in year.disclosure.sub_indicators
    )
    return SummaryContents(agency_name, year.year, groups, as_of)


def tally(lines: Iterable[ItemLine], *states: ItemState) -> Tally:
    """How many of the lines are in one of the states (any, if none is named), and their points."""
    chosen = [line for line in lines if not states or line.state in states]
    return Tally(len(chosen), half_up(sum((line.cost.exact for line in chosen), Fraction(0))))


def _state(verdicts: Verdicts, code: str) -> ItemState:
    if code not in verdicts:
        return ItemState.NOT_ASSESSED
    return ItemState.COMPLETE if verdicts[code] else ItemState.INCOMPLETE

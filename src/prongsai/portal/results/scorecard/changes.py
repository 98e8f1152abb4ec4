"""How a figure moved since the year before, with numbered notes where the two years may not be compared."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from prongsai.portal.ui.language import pick
from prongsai.rulebook.comparing import Comparable, Comparison
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Break


class Direction(Enum):
    """Which way a figure moved; `NONE` where the years may not be compared."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BreakNote:
    """Why a comparison does not hold, or only with care."""

    number: int
    forbids: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A figure's change: `points` without its sign; nothing where the years may not be compared."""

    before: Decimal
    direction: Direction
    points: Decimal
    notes: tuple[BreakNote, ...]


@dataclass(slots=True)
class ChangeReader:
    """Reads changes out of a comparison and numbers the breaks in the order they are met."""

    comparison: Comparison | None
    _numbered: dict[str, BreakNote] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[BreakNote, ...]:
        """The notes so far."""
        return tuple(self._numbered.values())

    def level_notes(self) -> tuple[BreakNote, ...]:
        """Notes on comparing the level itself."""
        return () if self.comparison is None else self._number(self.comparison.level_breaks)

    def mark(self, place: Place) -> ChangeMark | None:
        """How the figure at a place moved; `None` without two figures."""
        change = None if self.comparison is None else self.comparison.change(place)
        if change is None or change.before is None or change.delta is None:
            return None
        direction = Direction.NONE if change.comparable is Comparable.NO else _direction(change.delta)
        return ChangeMark(change.before, direction, abs(change.delta), self._number(change.breaks))

    def _number(self, breaks: Sequence[Break]) -> tuple[BreakNote, ...]:
        for entry in breaks:
            if entry.reason_th not in self._numbered:
                reason = pick(entry.reason_th, entry.reason_en)
                number = len(self._numbered) + 1
                self._numbered[entry.reason_th] = BreakNote(number, entry.severity == "broken", reason)
        return tuple(self._numbered[entry.reason_th] for entry in breaks)


def _direction(delta: Decimal) -> Direction:
    if delta == 0:
        return Direction.SAME
    return Direction.UP if delta > 0 else Direction.DOWN

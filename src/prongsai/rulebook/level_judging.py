"""Which level the known scores prove, and why: gates on the total and on the instruments."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from prongsai.rulebook.instrument import EIT_PARTS, Condition, Level, YearInstrument

HALF_A_HUNDREDTH = Fraction(1, 200)
FULL = Fraction(100)

KnownScores = Mapping[str, Decimal | None]
"""Scores by the name a condition uses: `total`, `IIT`, `EIT1`, `EIT2`, `EIT`, `OIT`."""


class Standing(Enum):
    """What is known about a gate."""

    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class GateReading:
    """A condition beside the score it asks for; `value` is `None` where the score is not known."""

    condition: Condition
    value: Decimal | None
    standing: Standing

    @property
    def distance(self) -> Decimal | None:
        """Points above (+) or below (-) the gate."""
        return None if self.value is None else self.value - self.condition.at_least


@dataclass(frozen=True, slots=True)
class LevelReading:
    """A level with all its gates read."""

    level: Level
    gates: tuple[GateReading, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class LevelJudgement:
    """The level that the known figures guarantee, and whether a higher one is still open."""

    level: Level | None
    certain: bool
    readings: tuple[LevelReading, ...]

    @property
    def label(self) -> str | None:
        """The official label of the guaranteed level."""
        return None if self.level is None else self.level.label

    @property
    def open_levels(self) -> tuple[Level, ...]:
        """Higher levels that the missing figures could still prove."""
        return () if self.certain else tuple(r.level for r in self.readings if r.standing is Standing.OPEN)


def judge_level(year: YearInstrument, scores: KnownScores) -> LevelJudgement:
    """Read every level from the top; without a total there is no level."""
    readings = tuple(_read_level(level, scores) for level in year.levels)
    if scores.get("total") is None:
        return LevelJudgement(None, certain=False, readings=readings)
    held = next(index for index, reading in enumerate(readings) if reading.standing is Standing.HOLDS)
    certain = all(reading.standing is Standing.FAILS for reading in readings[:held])
    return LevelJudgement(readings[held].level, certain, readings)


def _read_level(level: Level, scores: KnownScores) -> LevelReading:
    gates = tuple(_read_gate(condition, scores) for condition in level.conditions)
    standings = {gate.standing for gate in gates}
    if Standing.FAILS in standings or _parts_cannot_both_hold(level, scores):
        return LevelReading(level, gates, Standing.FAILS)
    return LevelReading(level, gates, Standing.OPEN if Standing.OPEN in standings else Standing.HOLDS)


def _read_gate(condition: Condition, scores: KnownScores) -> GateReading:
    value = scores.get(condition.of)
    if value is not None:
        standing = Standing.HOLDS if value >= condition.at_least else Standing.FAILS
    else:
        least = _least_possible(condition.of, scores)
        standing = Standing.HOLDS if least >= condition.at_least else Standing.OPEN
    return GateReading(condition, value, standing)


def _least_possible(name: str, scores: KnownScores) -> Fraction:
    """An EIT part cannot be lower than the known EIT allows when the other part has full points."""
    eit = scores.get("EIT")
    if name not in EIT_PARTS or eit is None:
        return Fraction(0)
    return 2 * (Fraction(eit) - HALF_A_HUNDREDTH) - FULL


def _parts_cannot_both_hold(level: Level, scores: KnownScores) -> bool:
    """If the mean of the parts lies below the mean of their gates, one part lies below its gate."""
    gates = [condition.at_least for condition in level.conditions if condition.of in EIT_PARTS]
    eit = scores.get("EIT")
    if len(gates) < len(EIT_PARTS) or eit is None:
        return False
    return Fraction(eit) + HALF_A_HUNDREDTH < sum(map(Fraction, gates)) / len(gates)

"""Which level the known scores prove, and why: gates on the total and on the instruments."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import takewhile

from prongsai.rulebook.instrument import EIT_PARTS, Condition, Instrument, Level, YearInstrument

HALF_A_HUNDREDTH = Fraction(1, 200)
Bound = tuple[Fraction, Fraction]
Bounds = dict[str, Bound]
ANYTHING: Bound = (Fraction(0), Fraction(100))

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
        higher = takewhile(lambda reading: reading.level is not self.level, self.readings)
        return tuple(reading.level for reading in higher if reading.standing is Standing.OPEN)


def judge_level(year: YearInstrument, scores: KnownScores) -> LevelJudgement:
    """Read every level from the top; without a total there is no level."""
    gated = {condition.of for level in year.levels for condition in level.conditions}
    bounds = _bounds(year, scores) if any(scores.get(name) is None for name in gated) else {}
    readings = tuple(_read_level(level, scores, bounds) for level in year.levels)
    if scores.get("total") is None:
        return LevelJudgement(None, certain=False, readings=readings)
    held = next(index for index, reading in enumerate(readings) if reading.standing is Standing.HOLDS)
    certain = all(reading.standing is Standing.FAILS for reading in readings[:held])
    return LevelJudgement(readings[held].level, certain, readings)


def _read_level(level: Level, scores: KnownScores, bounds: Bounds) -> LevelReading:
    gates = tuple(_read_gate(condition, scores, bounds) for condition in level.conditions)
    standings = {gate.standing for gate in gates}
    if Standing.FAILS in standings or _parts_cannot_both_hold(level, scores, bounds):
        return LevelReading(level, gates, Standing.FAILS)
    return LevelReading(level, gates, Standing.OPEN if Standing.OPEN in standings else Standing.HOLDS)


def _read_gate(condition: Condition, scores: KnownScores, bounds: Bounds) -> GateReading:
    value, gate = scores.get(condition.of), condition.at_least
    if value is not None:
        return GateReading(condition, value, Standing.HOLDS if value >= gate else Standing.FAILS)
    least, most = bounds.get(condition.of, ANYTHING)
    if least >= gate:
        return GateReading(condition, None, Standing.HOLDS)
    return GateReading(condition, None, Standing.FAILS if most < gate else Standing.OPEN)


def _parts_cannot_both_hold(level: Level, scores: KnownScores, bounds: Bounds) -> bool:
    """If the mean of the parts lies below the mean of their gates, one part lies below its gate."""
    if all(scores.get(part) is not None for part in EIT_PARTS):
        return False
    gates = [condition.at_least for condition in level.conditions if condition.of in EIT_PARTS]
    if len(gates) < len(EIT_PARTS):
        return False
    return bounds.get(Instrument.EIT, ANYTHING)[1] < sum(map(Fraction, gates)) / len(gates)


def _bounds(year: YearInstrument, scores: KnownScores) -> Bounds:
    """Between which scores the unknown instruments must lie, as the known ones and the total leave them no other."""
    found = {i.value: _around(value) for i in Instrument if (value := scores.get(i)) is not None}
    rest = _left_by_the_total(year, scores)
    if rest is not None:
        found[rest[0]] = rest[1]
    eit = found.get(Instrument.EIT)
    if eit is not None:
        given = dict(found)
        for part, other in (EIT_PARTS, EIT_PARTS[::-1]):
            found.setdefault(part, _left_by_the_mean(eit, given.get(other, ANYTHING)))
    return found


def _left_by_the_total(year: YearInstrument, scores: KnownScores) -> tuple[str, Bound] | None:
    """What the total leaves for the one instrument that is not known, EIT being one where its parts are not known.

    Of a total beside which no instrument is known nothing is concluded.
    """
    total = scores.get("total")
    whole = {Instrument.IIT: Fraction(0), Instrument.EIT: Fraction(0), Instrument.OIT: Fraction(0)}
    for instrument, share in year.weights.items():
        whole[instrument.family] += Fraction(share)
    for shares in ({i: Fraction(share) for i, share in year.weights.items()}, whole):
        unknown = [instrument for instrument in shares if scores.get(instrument) is None]
        if total is not None and len(unknown) == 1:
            known = sum((s * Fraction(scores[i] or 0) for i, s in shares.items() if i not in unknown), Fraction(0))
            middle, slack = (Fraction(total) - known) / shares[unknown[0]], HALF_A_HUNDREDTH / shares[unknown[0]]
            return unknown[0].value, (middle - slack - HALF_A_HUNDREDTH, middle + slack + HALF_A_HUNDREDTH)
    return None


def _left_by_the_mean(mean: Bound, other: Bound) -> Bound:
    return 2 * mean[0] - other[1], 2 * mean[1] - other[0]


def _around(value: Decimal) -> Bound:
    return Fraction(value) - HALF_A_HUNDREDTH, Fraction(value) + HALF_A_HUNDREDTH

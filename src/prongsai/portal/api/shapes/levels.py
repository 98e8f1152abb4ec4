"""A year's levels with what they ask for, beside what is there."""

from dataclasses import dataclass

from prongsai.portal.results.scorecard.level_reasons import STANDINGS, Met
from prongsai.rulebook.level_judging import GateReading, LevelReading, Standing
from prongsai.shapes.scored import Score, score_text

HELD = {Met.YES: True, Met.NO: False, Met.UNKNOWN: None}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionRead:
    """A level's condition beside the score that it asks for; null where that is not known."""

    of: str
    at_least: Score
    value: Score | None
    holds: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRead:
    """A level of the year with its conditions; `holds` is null while a missing figure could decide it."""

    label: str
    label_en: str
    holds: bool | None
    conditions: tuple[ConditionRead, ...]


def level_read(reading: LevelReading) -> LevelRead:
    """A level as the rulebook reads it."""
    return LevelRead(
        label=reading.level.label,
        label_en=reading.level.label_en,
        holds=_holds(reading.standing),
        conditions=tuple(map(_condition, reading.gates)),
    )


def _condition(gate: GateReading) -> ConditionRead:
    return ConditionRead(
        of=gate.condition.of,
        at_least=f"{gate.condition.at_least:.2f}",
        value=score_text(gate.value),
        holds=_holds(gate.standing),
    )


def _holds(standing: Standing) -> bool | None:
    return HELD[STANDINGS[standing]]

"""Why an agency holds its level: the gates of that level and of the next one above."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from django.utils.translation import gettext as _

from prongsai.portal.results.scorecard.names import instrument_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.instrument import Instrument, Level, YearInstrument
from prongsai.rulebook.level_judging import GateReading, LevelReading, Standing
from prongsai.rulebook.overall_scoring import AgencyResult

PASS_TONES = ("top", "good", "pass")


class Met(Enum):
    """What is known about a gate or a level."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


STANDINGS = {Standing.HOLDS: Met.YES, Standing.FAILS: Met.NO, Standing.OPEN: Met.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition beside the score it asks for; `distance` has a sign, `value` is empty where it is not known."""

    code: str
    name: str
    at_least: Decimal
    value: Decimal | None
    met: Met
    distance: Decimal | None

    @property
    def points(self) -> Decimal | None:
        """The distance without its sign."""
        return None if self.distance is None else abs(self.distance)


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level with its gates; `is_deduced` when it fails although no single gate is known to fail."""

    label: str
    meaning: str
    tone: str
    met: Met
    gates: tuple[Gate, ...]

    @property
    def is_deduced(self) -> bool:
        """Whether it fails only because not all gates can hold at once."""
        return self.met is Met.NO and all(gate.met is not Met.NO for gate in self.gates)


@dataclass(frozen=True, slots=True)
class LevelReasons:
    """The held level, the one above it, those still open, and all of the year's levels."""

    held: LevelView | None
    next_above: LevelView | None
    certain: bool
    open_labels: tuple[str, ...]
    levels: tuple[LevelView, ...]


def explain_level(result: AgencyResult) -> LevelReasons:
    """Read the rulebook's judgement out as views."""
    views = tuple(_view(result.year, reading) for reading in result.level.readings)
    held = next((i for i, reading in enumerate(result.level.readings) if reading.level == result.level.level), None)
    return LevelReasons(
        held=None if held is None else views[held],
        next_above=views[held - 1] if held else None,
        certain=result.level.certain,
        open_labels=tuple(level_label(level) for level in result.level.open_levels),
        levels=views,
    )


def level_label(level: Level) -> str:
    """A level's name in the page's language, the official one beside it."""
    says_it_already = level.label_en.startswith(level.label)
    return pick(level.label, level.label_en if says_it_already else f"{level.label_en} ({level.label})")


def level_tone(year: YearInstrument, label: str) -> str:
    """A word for the colour of a level: top, good, pass, weak or low."""
    passing = [level for level in year.levels if _asks_for_target(year, level)]
    for position, level in enumerate(passing):
        if level.label == label:
            return PASS_TONES[min(position, len(PASS_TONES) - 1)]
    if not label:
        return "unknown"
    return "low" if label == year.levels[-1].label else "weak"


def _asks_for_target(year: YearInstrument, level: Level) -> bool:
    return any(gate.of == "total" and gate.at_least >= year.round.target for gate in level.conditions)


def _view(year: YearInstrument, reading: LevelReading) -> LevelView:
    level = reading.level
    return LevelView(
        label=level_label(level),
        meaning=pick(level.meaning_th, level.meaning_en),
        tone=level_tone(year, level.label),
        met=STANDINGS[reading.standing],
        gates=tuple(map(_gate, reading.gates)),
    )


def _gate(gate: GateReading) -> Gate:
    of = gate.condition.of
    name = _("คะแนนรวม") if of == "total" else instrument_name(Instrument(of))
    code = "" if of == "total" else of
    return Gate(code, name, gate.condition.at_least, gate.value, STANDINGS[gate.standing], gate.distance)

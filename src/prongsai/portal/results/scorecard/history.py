"""An agency's years in a row, with marks where a year may not be laid beside the one before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.results.scorecard.changes import BreakNote
from prongsai.portal.results.scorecard.level_reasons import level_label, level_tone
from prongsai.portal.ui.language import pick
from prongsai.rulebook.comparing import year_breaks
from prongsai.rulebook.evidence import TOTAL, Place
from prongsai.rulebook.instrument import Break, Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult

MARKED = (TOTAL, Place(None, "level"), Place(Instrument.IIT, "instrument"), Place(Instrument.EIT, "instrument"))


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A year's total and level; `breaks` stand between it and the year before, `gap` when that year is not there."""

    year: int
    total: Decimal | None
    label: str
    tone: str
    certain: bool
    breaks: tuple[BreakNote, ...]
    gap: bool


def tell_history(results: Sequence[AgencyResult]) -> tuple[HistoryLine, ...]:
    """One line a year, oldest first."""
    years = [result.year.year for result in results]
    return tuple(
        _line(result, before=years[position - 1] if position else None) for position, result in enumerate(results)
    )


def history_breaks(year: YearInstrument) -> tuple[Break, ...]:
    """What stands between a year and the one before it where totals and levels are laid side by side."""
    return tuple({entry.reason_th: entry for place in MARKED for entry in year_breaks(year, place)}.values())


def _line(result: AgencyResult, *, before: int | None) -> HistoryLine:
    year, level = result.year, result.level.level
    gap = before is not None and before != year.year - 1
    return HistoryLine(
        year=year.year,
        total=result.total,
        label="" if level is None else level_label(level),
        tone=level_tone(year, result.level.label or ""),
        certain=result.level.certain,
        breaks=() if before is None or gap else _notes(year),
        gap=gap,
    )


def _notes(year: YearInstrument) -> tuple[BreakNote, ...]:
    return tuple(
        BreakNote(number, entry.severity == "broken", pick(entry.reason_th, entry.reason_en))
        for number, entry in enumerate(history_breaks(year), start=1)
    )

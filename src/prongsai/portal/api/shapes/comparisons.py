"""A figure beside the year before, and a year beside the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from prongsai.portal.results.scorecard.history import HistoryLine, history_breaks
from prongsai.portal.results.scorecard.page import ScoredYear, comparison_of
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.shapes.scored import Score, score_text
from prongsai.shapes.year_rules import BreakRules, break_rules

Points = Annotated[str, Meta(pattern=r"^[+-]\d{1,3}\.\d{2}$")]
"""Points up or down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChange:
    """A figure beside that of the year before; `change` is null where the two may not be compared."""

    what: str
    before: Score
    change: Points | None
    comparable: Comparable


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryYear:
    """A year until this one; `breaks` stand between it and the year before, `gap` says that that one is not there."""

    year: int
    total: Score | None
    level: str | None
    level_certain: bool
    gap: bool
    breaks: tuple[BreakRules, ...]


def year_changes(years: Sequence[ScoredYear]) -> Iterator[YearChange]:
    """What is known of the last of the years and of the one before it."""
    comparison = comparison_of(years)
    for change in comparison.changes.values() if comparison else ():
        if change.before is not None and change.delta is not None:
            yield _change(change, change.before, change.delta)


def _change(change: Change, before: Decimal, delta: Decimal) -> YearChange:
    forbidden = change.comparable is Comparable.NO
    return YearChange(
        what=str(change.place),
        before=f"{before:.2f}",
        change=None if forbidden else f"{delta:+.2f}",
        comparable=change.comparable,
    )


def history_year(entry: ScoredYear, line: HistoryLine) -> HistoryYear:
    """A year as the page's history has it."""
    return HistoryYear(
        year=line.year,
        total=score_text(line.total),
        level=entry.scored.level.label,
        level_certain=line.certain,
        gap=line.gap,
        breaks=tuple(map(break_rules, history_breaks(entry.scored.year))) if line.breaks else (),
    )

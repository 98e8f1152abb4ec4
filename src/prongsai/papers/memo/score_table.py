"""The table of scores in a memo: the indicators in their rank, or the instruments."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from prongsai.papers.analysis_report.wording import INSTRUMENT_NAMES, change_text, score_text
from prongsai.papers.content import Block, Column, Paragraph, Row, Table
from prongsai.rulebook.comparing import Comparison
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.overall_scoring import AgencyResult

ScoreTable = Literal["indicators", "instruments"]
INSTRUMENTS = (Instrument.IIT, Instrument.EIT, Instrument.EIT1, Instrument.EIT2, Instrument.OIT)


def score_blocks(result: AgencyResult, comparison: Comparison | None, scores: ScoreTable) -> Iterator[Block]:
    """The table asked for, the other where nothing of the one is known, nothing where neither is."""
    indicators = [(indicator_place(number), value) for number, value in result.indicators.items()]
    parts = [(instrument_place(i), result.instruments[i]) for i in INSTRUMENTS if instrument_place(i) in result.scores]
    first, second = (parts, indicators) if scores == "instruments" else (indicators, parts)
    shown = first if any(value is not None for _, value in first) else second
    if any(value is not None for _, value in shown):
        yield _ranked(shown, result, comparison) if shown is indicators else _by_instrument(shown, result, comparison)
        yield from _marks(shown, comparison)


def _ranked(
    indicators: Sequence[tuple[Place, Decimal | None]], result: AgencyResult, comparison: Comparison | None
) -> Table:
    """The highest first; equals share a rank, what is not known comes last without one."""
    known = sorted((pair for pair in indicators if pair[1] is not None), key=lambda pair: -(pair[1] or 0))
    unknown = [pair for pair in indicators if pair[1] is None]
    columns = (
        Column("ลำดับ", 0.9, "centre"),
        Column("ตัวชี้วัด", 4.6),
        Column("เครื่องมือ", 1.2, "centre"),
        Column("คะแนน", 1.2, "right"),
        *_change_column(comparison),
    )
    rows = []
    for place, value in [*known, *unknown]:
        indicator = result.year.indicators[int(place.code)]
        rank = "-" if value is None else f"{1 + sum(other > value for _, other in known if other is not None)}"
        name = f"{indicator.number}. {indicator.name_th}"
        rows.append(Row((rank, name, indicator.instrument.value, score_text(value), *_changed(place, comparison))))
    return Table(columns, tuple(rows), caption="คะแนนรายตัวชี้วัด เรียงจากมากไปน้อย")


def _by_instrument(
    parts: Sequence[tuple[Place, Decimal | None]], result: AgencyResult, comparison: Comparison | None
) -> Table:
    columns = (Column("เครื่องมือ", 5.8), Column("คะแนน", 1.2, "right"), *_change_column(comparison))
    rows = [
        Row((INSTRUMENT_NAMES[place.instrument], score_text(value), *_changed(place, comparison)))
        for place, value in parts
        if place.instrument is not None
    ]
    total = Row(("คะแนนรวม", score_text(result.total), *_changed(TOTAL, comparison)), kind="total")
    return Table(columns, (*rows, total), caption="คะแนนรายเครื่องมือ")


def _change_column(comparison: Comparison | None) -> tuple[Column, ...]:
    return () if comparison is None else (Column(f"เทียบกับปี {comparison.before.year.year}", 2.0, "right"),)


def _changed(place: Place, comparison: Comparison | None) -> tuple[str, ...]:
    return () if comparison is None else (change_text(comparison.change(place)),)


def _marks(shown: Sequence[tuple[Place, Decimal | None]], comparison: Comparison | None) -> Iterator[Block]:
    """Why some changes are marked or not given, each reason once."""
    if comparison is None:
        return
    changes = [change for place, _ in shown if (change := comparison.change(place)) and change.delta is not None]
    breaks = dict.fromkeys(entry for change in changes for entry in change.breaks)
    for entry in breaks:
        word = "เทียบไม่ได้" if entry.severity == "broken" else "*"
        yield Paragraph(f"{word} หมายถึง {entry.reason_th}", style="note")

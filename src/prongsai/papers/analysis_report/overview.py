"""The report's first part: result in all, by instrument, by indicator and over the years."""

from collections.abc import Iterator
from decimal import Decimal

from prongsai.papers.analysis_report.contents import AnalysisContents
from prongsai.papers.analysis_report.level_reasons import level_reasons
from prongsai.papers.analysis_report.wording import (
    INSTRUMENT_NAMES,
    change_text,
    level_text,
    score_text,
)
from prongsai.papers.charts import Bar, RadarSeries, YearScore, bar_chart, history_chart, radar_chart
from prongsai.papers.content import Block, Cell, Column, Figure, Heading, Paragraph, Row, Table
from prongsai.rulebook.comparing import Comparable, year_breaks
from prongsai.rulebook.evidence import TOTAL, indicator_place, instrument_place
from prongsai.rulebook.instrument import Break, Instrument
from prongsai.rulebook.loading import load_year
from prongsai.thai.numerals import DigitStyle

SMALL_FIGURE_CM = 12.5
FEWEST_COMPARED = 3


def overview_blocks(contents: AnalysisContents, digits: DigitStyle) -> tuple[Block, ...]:
    """Result in all, why this level, instruments, indicators, history."""
    return (
        *_in_all(contents),
        *_instruments(contents),
        *_indicators(contents, digits),
        *_over_the_years(contents, digits),
    )


def _in_all(contents: AnalysisContents) -> Iterator[Block]:
    result, year = contents.result, contents.year.year
    yield Heading("1. ผลการประเมินในภาพรวม", key="overview")
    yield Paragraph(
        f"{contents.agency_name} เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
        f"ประจำปีงบประมาณ พ.ศ. {year} {_total_text(contents)} {level_text(result)}",
        key="overview/result",
    )
    yield from _since_last_year(contents)
    yield from _why_this_level(contents)


def _total_text(contents: AnalysisContents) -> str:
    total = contents.result.total
    return "แต่ยังไม่ทราบคะแนนรวม จึง" if total is None else f"ได้คะแนนรวม {score_text(total)} คะแนน"


def _since_last_year(contents: AnalysisContents) -> Iterator[Block]:
    change = contents.comparison and contents.comparison.change(TOTAL)
    if change and change.delta is not None:
        before = f"ปีงบประมาณ พ.ศ. {contents.year.year - 1} ได้คะแนนรวม {score_text(change.before)} คะแนน"
        if change.comparable is Comparable.NO:
            yield Paragraph(f"{before} แต่แบบวัดเปลี่ยนไป คะแนนของสองปีจึงเทียบกันไม่ได้", key="overview/last-year")
        else:
            yield Paragraph(f"{before} คะแนนรวมปีนี้จึง{change_text(change)}", key="overview/last-year")


def _why_this_level(contents: AnalysisContents) -> Iterator[Block]:
    reasons = level_reasons(contents.result.level)
    if reasons.held:
        yield Paragraph(reasons.held, key="overview/level")
    if reasons.above:
        yield Paragraph(reasons.above, key="overview/next-level")


def _instruments(contents: AnalysisContents) -> Iterator[Block]:
    yield Heading("1.1 ผลรายเครื่องมือ", level=2)
    columns = (
        Column("เครื่องมือ", 5.2),
        Column("น้ำหนัก", 1.2, "right"),
        Column("คะแนน", 1.3, "right"),
        Column("เทียบกับปีก่อน", 2.2, "right"),
    )
    weights = contents.year.weights
    rows = [
        Row((
            INSTRUMENT_NAMES[instrument],
            f"{weights[instrument] * 100:.0f}%" if instrument in weights else "",
            score_text(contents.result.instruments[instrument]),
            _change(contents, instrument),
        ))
        for instrument in _listed(contents)
    ]  # fmt: skip
    total = Row(("คะแนนรวม", "100%", score_text(contents.result.total), _total_change(contents)), kind="total")
    yield Table(columns, (*rows, total))
    yield from _break_notes(contents, [TOTAL.code, "EIT", "IIT", "OIT"])


def _listed(contents: AnalysisContents) -> list[Instrument]:
    """The instruments that the year weighs, EIT as a whole before its parts."""
    return [i for i in (Instrument.IIT, Instrument.EIT, Instrument.EIT1, Instrument.EIT2, Instrument.OIT)
            if instrument_place(i) in contents.result.scores]  # fmt: skip


def _change(contents: AnalysisContents, instrument: Instrument) -> str:
    return change_text(contents.comparison.change(instrument_place(instrument)) if contents.comparison else None)


def _total_change(contents: AnalysisContents) -> str:
    return change_text(contents.comparison.change(TOTAL) if contents.comparison else None)


def _indicators(contents: AnalysisContents, digits: DigitStyle) -> Iterator[Block]:
    year = contents.year.year
    yield Heading("1.2 ผลรายตัวชี้วัด", level=2)
    columns = (
        Column("เครื่องมือ", 1.2, "centre"),
        Column("ตัวชี้วัด", 4.6),
        Column(f"ปี {year - 1}", 1.3, "right"),
        Column(f"ปี {year}", 1.3, "right"),
        Column("การเปลี่ยนแปลง", 2.0, "right"),
    )
    yield Table(columns, tuple(_indicator_row(contents, number) for number in contents.year.indicators))
    yield from _break_notes(contents, [str(number) for number in contents.year.indicators])
    yield _bars(contents, digits)


def _indicator_row(contents: AnalysisContents, number: int) -> Row:
    indicator = contents.year.indicators[number]
    change = contents.comparison and contents.comparison.change(indicator_place(number))
    before = change.before if change else None
    return Row((
        indicator.instrument.value,
        f"{number}. {indicator.name_th}",
        "-" if before is None else score_text(before),
        score_text(contents.result.indicators[number]),
        Cell(change_text(change or None)),
    ))  # fmt: skip


def _bars(contents: AnalysisContents, digits: DigitStyle) -> Figure:
    year = contents.year.year
    bars = [
        Bar(f"{number}. {contents.year.indicators[number].name_th}", value, _comparable_before(contents, number))
        for number, value in contents.result.indicators.items()
    ]
    has_before = any(bar.before is not None for bar in bars)
    title = f"คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. {year}"
    svg = bar_chart(
        bars,
        title=title,
        this_year=f"ปี {year}",
        last_year=f"ปี {year - 1}" if has_before else "",
        target=contents.year.round.target,
        digits=digits,
    )
    return Figure(svg, alt=_spoken(title, bars), caption=title)


def _comparable_before(contents: AnalysisContents, number: int) -> Decimal | None:
    """Last year's score where the two may stand side by side."""
    change = contents.comparison and contents.comparison.change(indicator_place(number))
    return change.before if change and change.comparable is not Comparable.NO else None


def _spoken(title: str, bars: list[Bar]) -> str:
    return f"{title}: " + "; ".join(f"{bar.label} {score_text(bar.value)}" for bar in bars)


def _over_the_years(contents: AnalysisContents, digits: DigitStyle) -> Iterator[Block]:
    if len(contents.history) > 1:
        yield Heading("1.3 ผลย้อนหลัง", level=2)
        yield _history(contents, digits)
    if all(value is not None for value in contents.result.indicators.values()):
        yield _radar(contents, digits)


def _history(contents: AnalysisContents, digits: DigitStyle) -> Figure:
    years = [
        YearScore(year, value, comparable=not any(b.severity == "broken" for b in year_breaks(load_year(year), TOTAL)))
        for year, value in contents.history
    ]
    title = "คะแนนรวมย้อนหลัง"
    spoken = "; ".join(f"ปี {one.year} {score_text(one.value)}" for one in years)
    svg = history_chart(years, title=title, target=contents.year.round.target, digits=digits)
    return Figure(svg, alt=f"{title}: {spoken}", caption=title)


def _radar(contents: AnalysisContents, digits: DigitStyle) -> Figure:
    labels = [indicator.name_th for indicator in contents.year.indicators.values()]
    year = contents.year.year
    series = [RadarSeries(f"ปี {year}", tuple(contents.result.indicators.values()))]
    before = tuple(_comparable_before(contents, number) for number in contents.year.indicators)
    if sum(value is not None for value in before) >= FEWEST_COMPARED:
        series.insert(0, RadarSeries(f"ปี {year - 1}", before))
    title = f"ตัวชี้วัดทั้งสิบ {' และ '.join(one.name for one in series)}"
    spoken = "; ".join(f"{one.name}: {', '.join(map(score_text, one.values))}" for one in series)
    svg = radar_chart(labels, series, title=title, digits=digits)
    return Figure(svg, alt=f"{title}: {spoken}", caption=title, width_cm=SMALL_FIGURE_CM)


def _break_notes(contents: AnalysisContents, places: list[str]) -> Iterator[Block]:
    """Why a change is marked, once for each reason."""
    crosswalk = contents.year.crosswalk
    if contents.comparison is None or crosswalk is None:
        return
    for entry in crosswalk.breaks:
        touched = [place for place in entry.places if place in places]
        if touched:
            yield Paragraph(_break_note(entry), style="note")


def _break_note(entry: Break) -> str:
    return f"เทียบกับปีก่อนไม่ได้: {entry.reason_th}" if entry.severity == "broken" else f"* {entry.reason_th}"

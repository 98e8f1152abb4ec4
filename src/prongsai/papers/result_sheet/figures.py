"""The middle of the sheet: the instruments against the limits of the levels, and the ten indicators as bars."""

from decimal import Decimal

from prongsai.papers.charts.changes import PITCHES, ChangeBar, ChartWords, change_chart, chart_aspect
from prongsai.papers.content import Column, Figure, Row, Table
from prongsai.papers.result_sheet.contents import SheetContents
from prongsai.papers.result_sheet.wording import WORDS, change_words, full_name, plain_number
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.thai.numerals import DigitStyle

TABLE_SIZE = 13.0


def instrument_table(contents: SheetContents) -> Table:
    """Each instrument with weight, score, interval, the limits and the change; the total closes."""
    words = WORDS[contents.language]
    columns = [Column(words.instrument, 4.8), Column(words.weight, 1.4, "right"), Column(words.score, 1.5, "right")]
    columns += [Column(words.interval_head, 2.9, "centre")] if contents.intervals else []
    columns += [Column(words.gate.format(gate=plain_number(gate)), 2.0, "centre") for gate in contents.gates]
    columns += [Column(words.compared.format(year=contents.year.year - 1), 2.6, "right")] if contents.comparison else []
    rows = [_row(contents, instrument) for instrument in contents.instruments]
    return Table(tuple(columns), (*rows, _total(contents)), size=TABLE_SIZE)


def indicator_chart(contents: SheetContents, digits: DigitStyle, *, width_cm: float, height_cm: float) -> Figure:
    """The ten indicators with their change; last year's stroke stands only where the years may be compared.

    The bars move together where the height is short; only then does the drawing become narrower than `width_cm`.
    """
    words, bars = WORDS[contents.language], _bars(contents)
    pitch = next((p for p in PITCHES if chart_aspect(bars, digits, p) * width_cm <= height_cm), PITCHES[-1])
    svg = change_chart(
        bars,
        _chart_words(contents, bars),
        target=contents.year.round.target,
        title=words.indicators,
        description=_spoken(contents, bars),
        digits=digits,
        pitch=pitch,
    )
    width = min(width_cm, height_cm / chart_aspect(bars, digits, pitch))
    return Figure(svg, alt=f"{words.indicators}: {_spoken(contents, bars)}", width_cm=width)


def _chart_words(contents: SheetContents, bars: tuple[ChangeBar, ...]) -> ChartWords:
    words, year = WORDS[contents.language], contents.year.year
    has_before = any(bar.before is not None for bar in bars)
    return ChartWords(
        target=words.target.format(target=plain_number(contents.year.round.target)),
        no_data=words.no_data,
        this_year=words.this_year.format(year=year),
        last_year=words.last_year.format(year=year - 1) if has_before else "",
        change=words.compared.format(year=year - 1) if contents.comparison else "",
    )


def _spoken(contents: SheetContents, bars: tuple[ChangeBar, ...]) -> str:
    return "; ".join(f"{bar.label} {_score(bar.value, contents)} {bar.change}".rstrip() for bar in bars)


def _bars(contents: SheetContents) -> tuple[ChangeBar, ...]:
    return tuple(_bar(contents, number) for number in contents.year.indicators)


def marked_places(contents: SheetContents) -> tuple[Place, ...]:
    """Everything on the sheet that stands against last year."""
    instruments = (instrument_place(instrument) for instrument in contents.instruments)
    return (TOTAL, *instruments, *(indicator_place(number) for number in contents.year.indicators))


def _bar(contents: SheetContents, number: int) -> ChangeBar:
    indicator, change = contents.year.indicators[number], _change(contents, indicator_place(number))
    name = indicator.name_th if contents.language == "th" else indicator.name_en
    comparable = change is not None and change.comparable is not Comparable.NO
    return ChangeBar(
        label=f"{number}. {name}",
        value=contents.result.indicators[number],
        before=change.before if change and comparable else None,
        change=change_words(change, contents.language) if contents.comparison else "",
    )


def _row(contents: SheetContents, instrument: Instrument) -> Row:
    weight, score = contents.year.weights.get(instrument), contents.result.instruments[instrument]
    cells = [full_name(instrument, contents.language), "" if weight is None else f"{weight * 100:.0f}%"]
    cells += [_score(score, contents), *_interval(contents, instrument)]
    cells += [_against(score, gate, contents) for gate in contents.gates]
    if contents.comparison:
        cells.append(change_words(_change(contents, instrument_place(instrument)), contents.language))
    return Row(tuple(cells))


def _total(contents: SheetContents) -> Row:
    words, total = WORDS[contents.language], contents.result.total
    cells = [words.total, "100%", _score(total, contents), *([""] if contents.intervals else [])]
    cells += [_against(total, gate, contents) for gate in contents.gates]
    if contents.comparison:
        cells.append(change_words(_change(contents, TOTAL), contents.language))
    return Row(tuple(cells), kind="total")


def _interval(contents: SheetContents, instrument: Instrument) -> list[str]:
    if not contents.intervals:
        return []
    found = contents.intervals.get(instrument)
    return [WORDS[contents.language].no_interval if found is None else f"{found.low:.2f}–{found.high:.2f}"]


def _against(score: Decimal | None, gate: Decimal, contents: SheetContents) -> str:
    words = WORDS[contents.language]
    if score is None:
        return words.no_interval
    return words.reached if score >= gate else words.short.format(points=f"{gate - score:.2f}")


def _score(score: Decimal | None, contents: SheetContents) -> str:
    return WORDS[contents.language].no_data if score is None else f"{score:.2f}"


def _change(contents: SheetContents, place: Place) -> Change | None:
    return contents.comparison.change(place) if contents.comparison else None

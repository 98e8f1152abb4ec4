"""The top of the sheet: whose result, the total, the level with its reason, and the code that opens the result page."""

from collections.abc import Iterator

from prongsai.papers.analysis_report.level_reasons import level_reasons
from prongsai.papers.content import Block, Figure, Heading, Panel, Panels, Paragraph, Run
from prongsai.papers.line_heights import fitting_size
from prongsai.papers.qr import qr_code
from prongsai.papers.result_sheet.contents import SheetContents
from prongsai.papers.result_sheet.wording import WORDS, change_words, level_line
from prongsai.rulebook.comparing import Comparable
from prongsai.rulebook.evidence import TOTAL
from prongsai.thai.numerals import DigitStyle

WIDTH_CM = 17.0
PANEL_CM = (4.9, 8.5, 3.6)
PADDING_CM = 0.2
NAME_SIZES = ((1, 30.0), (1, 26.0), (1, 22.0), (2, 24.0), (2, 20.0), (2, 18.0), (2, 16.0), (3, 14.0))
"""Lines and size: one line is tried first."""
LEVEL_SIZES = (30.0, 26.0, 22.0)
TOTAL_SIZES = (48.0, 42.0, 36.0, 22.0)
REASON_SIZE = 14.0
SMALL = 13.0
QR_CM = 3.0


def headline_blocks(contents: SheetContents, digits: DigitStyle) -> tuple[Block, ...]:
    """The name, three panels side by side, and why it is not the level above."""
    words = WORDS[contents.language]
    above = level_reasons(contents.result.level, contents.language).above
    return (
        Paragraph(Run(words.kicker.format(year=contents.year.year), size=REASON_SIZE), style="plain"),
        Heading(Run(contents.agency_name, bold=True, size=name_size(contents.agency_name, digits))),
        _panels(contents, digits),
        *([Paragraph(Run(above, size=REASON_SIZE), style="plain")] if above else []),
    )


def _panels(contents: SheetContents, digits: DigitStyle) -> Panels:
    """Total, level and code; without an address the level takes the code's place too."""
    total = Panel(tuple(_total(contents, digits)), tinted=True, middle=True, size=REASON_SIZE)
    level = Panel(tuple(_level(contents, digits)), middle=True, size=REASON_SIZE)
    if not contents.address:
        return Panels((total, level), shares=(PANEL_CM[0], PANEL_CM[1] + PANEL_CM[2]), padding_cm=PADDING_CM)
    code = Panel(_code(contents), middle=True)
    return Panels((total, level, code), shares=PANEL_CM, padding_cm=PADDING_CM)


def name_size(name: str, digits: DigitStyle) -> float:
    """The biggest size at which the name takes a line, or two lines if it is long."""
    return fitting_size(name, WIDTH_CM, NAME_SIZES, digits, bold=True)


def _total(contents: SheetContents, digits: DigitStyle) -> Iterator[Block]:
    words, total = WORDS[contents.language], contents.result.total
    figure = words.no_data if total is None else f"{total:.2f}"
    yield Paragraph(Run(words.total, bold=True, size=18), style="centre")
    size = _fitting(figure, PANEL_CM[0], TOTAL_SIZES, digits)
    yield Paragraph(Run(figure, bold=True, size=size), style="centre")
    for line in (*([words.of_hundred] if total is not None else []), *_interval(contents), *_since_last_year(contents)):
        yield Paragraph(line, style="centre")


def _interval(contents: SheetContents) -> Iterator[str]:
    interval = contents.total_interval
    if interval is not None:
        yield WORDS[contents.language].interval.format(low=f"{interval.low:.2f}", high=f"{interval.high:.2f}")


def _since_last_year(contents: SheetContents) -> Iterator[str]:
    change = contents.comparison.change(TOTAL) if contents.comparison else None
    if change is not None and change.delta is not None:
        words, moved = WORDS[contents.language], change_words(change, contents.language)
        sentence = words.not_since if change.comparable is Comparable.NO else words.since
        yield sentence.format(change=moved, year=contents.year.year - 1)


def _level(contents: SheetContents, digits: DigitStyle) -> Iterator[Block]:
    line = level_line(contents.result.level, contents.language)
    yield Paragraph(Run(line, bold=True, size=_fitting(line, PANEL_CM[1], LEVEL_SIZES, digits)), style="plain")
    for sentence in beside_level(contents):
        yield Paragraph(sentence, style="plain")


def beside_level(contents: SheetContents) -> tuple[str, ...]:
    """What the level asks for, and the rank where it is given."""
    held, rank, words = (
        level_reasons(contents.result.level, contents.language).held,
        contents.rank,
        WORDS[contents.language],
    )
    sentences = [held] if held else []
    if rank is not None:
        span = words.rank_span.format(first=rank.first, last=rank.last) if rank.is_open else ""
        sentences.append(words.rank.format(place=rank.place, of=rank.of, among=rank.among) + span)
    return tuple(sentences)


def _code(contents: SheetContents) -> tuple[Block, ...]:
    name = WORDS[contents.language].qr
    figure = Figure(
        qr_code(contents.address, title=name), alt=f"QR {name}: {contents.address}", width_cm=QR_CM, align="centre"
    )
    return (figure, Paragraph(Run(name, size=SMALL), style="centre"))


def _fitting(line: str, width_cm: float, sizes: tuple[float, ...], digits: DigitStyle) -> float:
    """The biggest of the sizes at which the line stays one line, else the smallest."""
    return fitting_size(line, width_cm - 2 * PADDING_CM, [(1, size) for size in sizes], digits, bold=True)

"""Lying bars with the change since last year in words beside them: denser than pairs of bars, for a single page."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.charts import svg
from prongsai.papers.charts.bars import TICKS, rectangle
from prongsai.papers.charts.labels import FULL_SCORE, axis_text, block_of_lines, height_of_lines, legend, target_line
from prongsai.papers.charts.palette import GRID, LAST_YEAR_EDGE, MUTED, PAPER, TARGET
from prongsai.papers.digits import shown
from prongsai.thai.numerals import DigitStyle

WIDTH = 720.0
TOP = 24.0
FOOT = 46.0
SIZE = 13.5
LABEL_WIDTH = 208.0
LEFT, RIGHT = 216.0, 496.0
SCALE = (RIGHT - LEFT) / FULL_SCORE
VALUE_AT = 552.0
CHANGE_AT = 564.0
PITCHES = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0, 18.0)
"""How far apart the bars lie: wide where there is room, never so near that labels touch."""


@dataclass(frozen=True, slots=True)
class ChangeBar:
    """A score (0 to 100), last year's where the two may be compared, and the change in words."""

    label: str
    value: Decimal | None
    before: Decimal | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What the drawing says besides the labels; an empty name of last year leaves its marks out."""

    target: str
    no_data: str
    this_year: str
    last_year: str = ""
    change: str = ""


def change_chart(
    bars: Sequence[ChangeBar],
    words: ChartWords,
    *,
    target: Decimal,
    title: str,
    description: str,
    digits: DigitStyle,
    pitch: float = PITCHES[0],
) -> str:
    """Bars with their values, a stroke where last year's score lay, and the change beside."""
    middles, bottom = _rows(bars, digits, pitch)
    parts = [_grid(bottom, digits), *_heads(words, target, bottom, digits)]
    for bar, middle in zip(bars, middles, strict=True):
        parts += _row(bar, middle, pitch / 2, words, digits)
    return svg.chart(
        [*parts, _legend(words, bottom, digits)],
        width=WIDTH,
        height=bottom + FOOT,
        title=shown(title, digits),
        description=shown(description, digits),
    )


def chart_aspect(bars: Sequence[ChangeBar], digits: DigitStyle, pitch: float) -> float:
    """The height of the drawing where its width is 1."""
    return (_rows(bars, digits, pitch)[1] + FOOT) / WIDTH


def _rows(bars: Sequence[ChangeBar], digits: DigitStyle, pitch: float) -> tuple[list[float], float]:
    middles, at = [], TOP
    for bar in bars:
        height = max(pitch, height_of_lines(shown(bar.label, digits), LABEL_WIDTH, SIZE))
        middles.append(at + height / 2)
        at += height
    return middles, at


def _row(bar: ChangeBar, middle: float, thick: float, words: ChartWords, digits: DigitStyle) -> list[str]:
    parts = [block_of_lines(0, middle, shown(bar.label, digits), LABEL_WIDTH, anchor="start", size=SIZE)]
    if bar.value is not None:
        parts.append(rectangle(LEFT, middle - thick / 2, float(bar.value) * SCALE, thick, this=True))
    if bar.before is not None and words.last_year:
        parts.append(_stroke(LEFT + float(bar.before) * SCALE, middle))
    return [*parts, _value(bar, middle + SIZE / 3, words, digits), _change(bar, middle + SIZE / 3, digits)]


def _stroke(x: float, middle: float) -> str:
    """Where last year's score lay, with a light rim so that it shows on the bar too."""
    rim = svg.line(x, middle - 9, x, middle + 9, stroke=PAPER, stroke_width=6)
    return rim + svg.line(x, middle - 9, x, middle + 9, stroke=LAST_YEAR_EDGE, stroke_width=3)


def _value(bar: ChangeBar, y: float, words: ChartWords, digits: DigitStyle) -> str:
    if bar.value is None:
        return svg.text(LEFT + 6, y, shown(words.no_data, digits), font_size=SIZE, fill=MUTED)
    value = shown(f"{bar.value:.2f}", digits)
    return svg.text(VALUE_AT, y, value, text_anchor="end", font_size=SIZE, font_weight="bold")


def _change(bar: ChangeBar, y: float, digits: DigitStyle) -> str:
    return svg.text(CHANGE_AT, y, shown(bar.change, digits), font_size=SIZE) if bar.change else ""


def _grid(bottom: float, digits: DigitStyle) -> str:
    return "".join(
        svg.line(LEFT + tick * SCALE, TOP - 2, LEFT + tick * SCALE, bottom, stroke=GRID)
        + axis_text(LEFT + tick * SCALE, bottom + 15, tick, digits, anchor="middle")
        for tick in TICKS
    )


def _heads(words: ChartWords, target: Decimal, bottom: float, digits: DigitStyle) -> list[str]:
    at = LEFT + float(target) * SCALE
    head = svg.text(CHANGE_AT, TOP - 8, shown(words.change, digits), font_size=SIZE, fill=MUTED) if words.change else ""
    name = svg.text(at, TOP - 8, shown(words.target, digits), text_anchor="middle", font_size=SIZE, fill=TARGET)
    return [target_line(at, TOP - 4, at, bottom), name, head]


def _legend(words: ChartWords, bottom: float, digits: DigitStyle) -> str:
    entries = [(rectangle(-12, -6, 24, 12, this=True), shown(words.this_year, digits))]
    if words.last_year:
        entries.append((_stroke(0, 0), shown(words.last_year, digits)))
    return legend(LEFT, bottom + 38, entries)

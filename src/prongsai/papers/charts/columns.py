"""Standing bars: for the instruments or another few things with short names."""

from collections.abc import Sequence
from decimal import Decimal

from prongsai.papers.charts import svg
from prongsai.papers.charts.bars import TARGET_SCORE, TICKS, WIDTH, Bar, described, rectangle, samples
from prongsai.papers.charts.labels import (
    FULL_SCORE,
    axis_text,
    block_of_lines,
    height_of_lines,
    legend,
    target_line,
    target_text,
    value_text,
)
from prongsai.papers.charts.palette import GRID
from prongsai.papers.digits import shown
from prongsai.thai.numerals import DigitStyle

LEFT, RIGHT = 44.0, 632.0
TOP, BOTTOM = 50.0, 290.0
SCALE = (BOTTOM - TOP) / FULL_SCORE
WIDEST = 46.0
NARROWEST_FOR_LEVEL_TEXT = 40.0


def column_chart(
    bars: Sequence[Bar],
    *,
    title: str,
    description: str = "",
    this_year: str = "",
    last_year: str = "",
    target: Decimal | None = TARGET_SCORE,
    digits: DigitStyle = "arabic",
) -> str:
    """Standing bars with their values above them, last year's before this year's."""
    room = (RIGHT - LEFT) / max(len(bars), 1)
    parts = [_grid(digits)]
    if target is not None:
        at = BOTTOM - float(target) * SCALE
        parts += [target_line(LEFT, at, RIGHT, at), target_text(RIGHT + 6, at + 4, target, digits, anchor="start")]
    for position, bar in enumerate(bars):
        middle = LEFT + room * (position + 0.5)
        parts.append(_name(middle, shown(bar.label, digits), room - 6))
        parts.append(_pair(middle, room, bar, digits) if last_year else _single(middle, room, bar, digits))
    foot = BOTTOM + max((height_of_lines(shown(bar.label, digits), room - 6) for bar in bars), default=0.0)
    parts.append(legend(LEFT, foot + 32, samples((this_year, last_year), digits)[::-1]))
    return svg.chart(
        parts,
        width=WIDTH,
        height=foot + (46 if this_year or last_year else 16),
        title=shown(title, digits),
        description=shown(description or described(bars, target), digits),
    )


def _name(middle: float, label: str, width: float) -> str:
    high = height_of_lines(label, width)
    return block_of_lines(middle, BOTTOM + 6 + high / 2, label, width, anchor="middle")


def _single(middle: float, room: float, bar: Bar, digits: DigitStyle) -> str:
    thick = min(room * 0.6, WIDEST)
    return _column(middle - thick / 2, thick, bar.value, digits, this=True)


def _pair(middle: float, room: float, bar: Bar, digits: DigitStyle) -> str:
    thick = min(room * 0.42, WIDEST)
    before = _column(middle - thick, thick, bar.before, digits, this=False)
    return before + _column(middle, thick, bar.value, digits, this=True)


def _column(x: float, thick: float, value: Decimal | None, digits: DigitStyle, *, this: bool) -> str:
    length = float(value or 0) * SCALE
    label = _value(x + thick / 2, BOTTOM - length - 6, thick, value, digits)
    if value is None:
        return label
    return rectangle(x, BOTTOM - length, thick - 1, length, this=this) + label


def _value(x: float, y: float, thick: float, value: Decimal | None, digits: DigitStyle) -> str:
    """Level over a broad bar, upright over a slim one (and where there is no value, which takes more room)."""
    if value is not None and thick >= NARROWEST_FOR_LEVEL_TEXT:
        return value_text(x, y, value, digits, text_anchor="middle")
    return value_text(x + 4, y, value, digits, transform=f"rotate(-90 {x + 4:.1f} {y:.1f})")


def _grid(digits: DigitStyle) -> str:
    return "".join(
        svg.line(LEFT, BOTTOM - tick * SCALE, RIGHT, BOTTOM - tick * SCALE, stroke=GRID)
        + axis_text(LEFT - 8, BOTTOM - tick * SCALE + 4, tick, digits, anchor="end")
        for tick in TICKS
    )

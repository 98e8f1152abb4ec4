"""Lying bars of indicators: this year, under it last year, and the line of the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.charts import svg
from prongsai.papers.charts.labels import (
    FULL_SCORE,
    axis_text,
    block_of_lines,
    height_of_lines,
    legend,
    target_line,
    target_text,
    value_label,
    value_text,
)
from prongsai.papers.charts.palette import GRID, LAST_YEAR, LAST_YEAR_EDGE, THIS_YEAR
from prongsai.papers.digits import shown
from prongsai.thai.numerals import DigitStyle

TARGET_SCORE = Decimal(85)
WIDTH = 720.0
TOP = 26.0
LABEL_WIDTH = 190.0
LEFT, RIGHT = 200.0, 640.0
SCALE = (RIGHT - LEFT) / FULL_SCORE
THICK = 14.0
TICKS = (0, 20, 40, 60, 80, 100)


@dataclass(frozen=True, slots=True)
class Bar:
    """An indicator with its score (0 to 100) of this year and, if it is to be shown, of the year before."""

    label: str
    value: Decimal | None
    before: Decimal | None = None


def bar_chart(
    bars: Sequence[Bar],
    *,
    title: str,
    description: str = "",
    this_year: str = "",
    last_year: str = "",
    target: Decimal | None = TARGET_SCORE,
    digits: DigitStyle = "arabic",
) -> str:
    """Lying bars with their values at the right; the year before is drawn where known if `last_year` names it."""
    pair = 2 * THICK if last_year else THICK
    rows, bottom = _rows(bars, pair, digits)
    parts = [_grid(bottom, digits)]
    for bar, middle in zip(bars, rows, strict=True):
        parts.append(block_of_lines(LABEL_WIDTH, middle, shown(bar.label, digits), LABEL_WIDTH - 8, anchor="end"))
        two = last_year and bar.before is not None
        parts.append(_bar(middle - (THICK if two else THICK / 2), bar.value, digits, this=True))
        if two:
            parts.append(_bar(middle, bar.before, digits, this=False))
    if target is not None:
        at = LEFT + float(target) * SCALE
        parts += [target_line(at, TOP - 4, at, bottom), target_text(at, TOP - 9, target, digits)]
    parts.append(legend(LEFT, bottom + 42, samples((this_year, last_year), digits)))
    return svg.chart(
        parts,
        width=WIDTH,
        height=bottom + (56 if this_year or last_year else 26),
        title=shown(title, digits),
        description=shown(description or described(bars, target), digits),
    )


def described(bars: Sequence[Bar], target: Decimal | None) -> str:
    """The chart in words: each label with its values."""
    entries = []
    for bar in bars:
        before = f" (ปีก่อน {bar.before:.2f})" if bar.before is not None else ""
        entries.append(f"{bar.label} {value_label(bar.value, 'arabic')}{before}")
    goal = f"; เส้นเป้าหมาย {target}" if target is not None else ""
    return "; ".join(entries) + goal


def rectangle(x: float, y: float, width: float, height: float, *, this: bool) -> str:
    """A bar: this year's is dark, last year's light with a dark edge, so that grey prints tell them apart."""
    if this:
        return svg.element("rect", x=x, y=y, width=width, height=height, fill=THIS_YEAR)
    edges: dict[str, svg.Attribute] = {"fill": LAST_YEAR, "stroke": LAST_YEAR_EDGE, "stroke_width": 1}
    return svg.element("rect", x=x + 0.5, y=y + 0.5, width=max(width - 1, 0), height=max(height - 1, 0), **edges)


def samples(names: tuple[str, str], digits: DigitStyle) -> list[tuple[str, str]]:
    """The legend's entries for this year and last year, without a nameless one."""
    return [
        (rectangle(-12, -6, 24, 12, this=this), shown(name, digits))
        for name, this in zip(names, (True, False), strict=True)
        if name
    ]


def _rows(bars: Sequence[Bar], pair: float, digits: DigitStyle) -> tuple[list[float], float]:
    """The middle of each row, and where the rows end."""
    middles, at = [], TOP
    for bar in bars:
        height = max(pair, height_of_lines(shown(bar.label, digits), LABEL_WIDTH - 8)) + 12
        middles.append(at + height / 2)
        at += height
    return middles, at


def _bar(top: float, value: Decimal | None, digits: DigitStyle, *, this: bool) -> str:
    label = value_text(RIGHT + 8, top + THICK - 3, value, digits, font_weight="bold" if this else None)
    if value is None:
        return label
    return rectangle(LEFT, top, float(value) * SCALE, THICK - 1, this=this) + label


def _grid(bottom: float, digits: DigitStyle) -> str:
    return "".join(
        svg.line(LEFT + tick * SCALE, TOP - 4, LEFT + tick * SCALE, bottom, stroke=GRID)
        + axis_text(LEFT + tick * SCALE, bottom + 16, tick, digits, anchor="middle")
        for tick in TICKS
    )

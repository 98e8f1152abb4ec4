"""A score over the years, with a break where two years may not be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.charts import svg
from prongsai.papers.charts.labels import FULL_SCORE, axis_text, target_line, target_text, value_label, value_text
from prongsai.papers.charts.palette import GRID, MUTED, PAPER, SMALL_TEXT_SIZE, TEXT_SIZE, THIS_YEAR
from prongsai.papers.digits import shown
from prongsai.thai.numerals import DigitStyle

TARGET_SCORE = Decimal(85)
WIDTH = 720.0
LEFT, RIGHT = 52.0, 632.0
TOP, BOTTOM = 40.0, 290.0
STEP = 10
HIGHEST_FLOOR = 70
BREAK_NOTE = "เกณฑ์เปลี่ยน เทียบกันไม่ได้"

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class YearScore:
    """A year (Buddhist era) and its score; `comparable` says whether it may be compared with the year before it."""

    year: int
    value: Decimal | None
    comparable: bool = True


@dataclass(frozen=True, slots=True)
class _Plane:
    """Turns years and scores into places on the paper."""

    count: int
    floor: int

    def x(self, place: float) -> float:
        room = (RIGHT - LEFT) / max(self.count, 1)
        return LEFT + room * (place + 0.5)

    def y(self, score: float) -> float:
        return BOTTOM - (score - self.floor) / (FULL_SCORE - self.floor) * (BOTTOM - TOP)


def history_chart(
    years: Sequence[YearScore],
    *,
    title: str,
    description: str = "",
    target: Decimal | None = TARGET_SCORE,
    break_note: str = BREAK_NOTE,
    digits: DigitStyle = "arabic",
) -> str:
    """A line over the years. No line crosses a break or a year without a score; the axis need not begin at zero."""
    plane = _Plane(len(years), _floor(years, target))
    parts = [_grid(plane, digits)]
    if target is not None:
        at = plane.y(float(target))
        parts += [target_line(LEFT, at, RIGHT, at), target_text(RIGHT + 6, at + 4, target, digits, anchor="start")]
    parts += [_break(plane, place) for place, one in enumerate(years) if place and not one.comparable]
    parts += [_stretch(stretch) for stretch in _stretches(years, plane)]
    parts += [_year(plane, place, one, digits) for place, one in enumerate(years)]
    broken = any(place and not one.comparable for place, one in enumerate(years))
    if broken:
        parts.append(_break_legend(shown(break_note, digits)))
    return svg.chart(
        parts,
        width=WIDTH,
        height=BOTTOM + (62 if broken else 36),
        title=shown(title, digits),
        description=shown(description or described(years, target, break_note), digits),
    )


def described(years: Sequence[YearScore], target: Decimal | None, break_note: str = BREAK_NOTE) -> str:
    """The chart in words."""
    entries = [
        f"ปี {one.year} {value_label(one.value, 'arabic')}"
        + (f" ({break_note})" if place and not one.comparable else "")
        for place, one in enumerate(years)
    ]
    goal = f"; เส้นเป้าหมาย {target}" if target is not None else ""
    return "; ".join(entries) + goal


def _floor(years: Sequence[YearScore], target: Decimal | None) -> int:
    """The lowest line of the axis: a multiple of ten with some room under the lowest value."""
    values = [one.value for one in years if one.value is not None] + ([target] if target is not None else [])
    lowest = int(min(values, default=Decimal(0)))
    return max(0, min(HIGHEST_FLOOR, (lowest - 4) // STEP * STEP))


def _grid(plane: _Plane, digits: DigitStyle) -> str:
    return "".join(
        svg.line(LEFT, plane.y(tick), RIGHT, plane.y(tick), stroke=GRID)
        + axis_text(LEFT - 8, plane.y(tick) + 4, tick, digits, anchor="end")
        for tick in range(plane.floor, FULL_SCORE + 1, STEP)
    )


def _stretches(years: Sequence[YearScore], plane: _Plane) -> Iterator[list[Point]]:
    """The runs of years that one line may join."""
    stretch: list[Point] = []
    for place, one in enumerate(years):
        if stretch and (one.value is None or not one.comparable):
            yield stretch
            stretch = []
        if one.value is not None:
            stretch.append((plane.x(place), plane.y(float(one.value))))
    if stretch:
        yield stretch


def _stretch(places: list[Point]) -> str:
    if len(places) == 1:
        return ""
    return svg.element("path", d=svg.points(places), fill="none", stroke=THIS_YEAR, stroke_width=2.6)


def _year(plane: _Plane, place: int, one: YearScore, digits: DigitStyle) -> str:
    x = plane.x(place)
    name = svg.text(x, BOTTOM + 20, shown(str(one.year), digits), text_anchor="middle")
    if one.value is None:
        return name + value_text(x, BOTTOM - 8, None, digits, text_anchor="middle")
    y = plane.y(float(one.value))
    label = value_text(x, y - 10, one.value, digits, text_anchor="middle", font_weight="bold", font_size=TEXT_SIZE)
    return name + svg.mark("circle", x, y, fill=THIS_YEAR, stroke=PAPER) + label


def _break(plane: _Plane, place: int) -> str:
    """Two slanting strokes on the axis and a dotted line between the years."""
    x = plane.x(place - 0.5)
    strokes = "".join(
        svg.line(x + off - 3, BOTTOM + 6, x + off + 3, BOTTOM - 6, stroke=MUTED, stroke_width=1.6) for off in (-3, 3)
    )
    return svg.line(x, TOP - 10, x, BOTTOM - 8, stroke=MUTED, stroke_width=1.4, stroke_dasharray="2 4") + strokes


def _break_legend(note: str) -> str:
    sample = svg.line(
        LEFT + 8, BOTTOM + 36, LEFT + 8, BOTTOM + 54, stroke=MUTED, stroke_width=1.4, stroke_dasharray="2 4"
    )
    return sample + svg.text(LEFT + 18, BOTTOM + 49, note, font_size=SMALL_TEXT_SIZE, fill=MUTED)

"""A radar of indicators for one or several years; meant beside a table, since areas are hard to compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import cos, pi, sin

from prongsai.papers.charts import svg
from prongsai.papers.charts.labels import FULL_SCORE, axis_text, block_of_lines, height_of_lines, legend, value_label
from prongsai.papers.charts.palette import GRID, PAPER, SeriesLook, look_of
from prongsai.papers.digits import shown
from prongsai.thai.numerals import DigitStyle

WIDTH = 620.0
MIDDLE = (WIDTH / 2, 235.0)
RADIUS = 165.0
LABEL_RADIUS = RADIUS + 12
LABEL_WIDTH = 128.0
RINGS = (20, 40, 60, 80, 100)
FEWEST_AXES = 3
_UPRIGHT = 0.2

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class RadarSeries:
    """The scores (0 to 100) of one year, in the order of the labels."""

    name: str
    values: tuple[Decimal | None, ...]


def radar_chart(
    labels: Sequence[str],
    series: Sequence[RadarSeries],
    *,
    title: str,
    description: str = "",
    digits: DigitStyle = "arabic",
) -> str:
    """Series as closed lines over the axes; an unknown value leaves a gap. Raises `ValueError` under three axes."""
    if len(labels) < FEWEST_AXES:
        raise ValueError(f"a radar needs at least {FEWEST_AXES} axes, not {len(labels)}: draw bars instead")
    for one in series:
        if len(one.values) != len(labels):
            raise ValueError(f"series {one.name!r} has {len(one.values)} values for {len(labels)} labels")
    parts = [_web(len(labels), digits)]
    parts += [_axis_label(place, label, len(labels), digits) for place, label in enumerate(labels)]
    parts += [_drawn(one.values, look_of(place)) for place, one in reversed(list(enumerate(series)))]
    bottom = MIDDLE[1] + LABEL_RADIUS + 30
    parts.append(legend(60, bottom + 22, [(_sample(look_of(i)), shown(s.name, digits)) for i, s in enumerate(series)]))
    return svg.chart(
        parts,
        width=WIDTH,
        height=bottom + 38,
        title=shown(title, digits),
        description=shown(description or described(labels, series), digits),
    )


def described(labels: Sequence[str], series: Sequence[RadarSeries]) -> str:
    """The chart in words."""
    return "; ".join(
        f"{one.name}: " + ", ".join(f"{x} {value_label(v, 'arabic')}" for x, v in zip(labels, one.values, strict=True))
        for one in series
    )


def _at(place: int, count: int, distance: float) -> Point:
    angle = 2 * pi * place / count
    return MIDDLE[0] + distance * sin(angle), MIDDLE[1] - distance * cos(angle)


def _web(count: int, digits: DigitStyle) -> str:
    rings = [
        svg.element(
            "path",
            d=svg.points(_at(i, count, RADIUS * ring / FULL_SCORE) for i in range(count)) + "Z",
            fill="none",
            stroke=GRID,
        )
        for ring in RINGS
    ]
    axes = [svg.line(*MIDDLE, *_at(i, count, RADIUS), stroke=GRID) for i in range(count)]
    numbers = [
        axis_text(MIDDLE[0] - 4, MIDDLE[1] - RADIUS * ring / FULL_SCORE + 4, ring, digits, anchor="end")
        for ring in RINGS
    ]
    return "".join((*rings, *axes, *numbers))


def _axis_label(place: int, label: str, count: int, digits: DigitStyle) -> str:
    """The label outside the web, on the side it points to, moved by its height so that neighbours stay apart."""
    words = shown(f"{place + 1}. {label}", digits)
    x, y = _at(place, count, LABEL_RADIUS)
    sideways, down = (x - MIDDLE[0]) / LABEL_RADIUS, (y - MIDDLE[1]) / LABEL_RADIUS
    anchor = "middle" if abs(sideways) < _UPRIGHT else "start" if sideways > 0 else "end"
    return block_of_lines(x, y + down * height_of_lines(words, LABEL_WIDTH) / 2, words, LABEL_WIDTH, anchor=anchor)


def _drawn(values: Sequence[Decimal | None], look: SeriesLook) -> str:
    count = len(values)
    known = [None if v is None else _at(i, count, RADIUS * float(v) / FULL_SCORE) for i, v in enumerate(values)]
    path = "".join(svg.points(pair) for pair in _neighbours(known))
    if None not in known:
        path = svg.points(point for point in known if point) + "Z"
    outline = svg.element(
        "path",
        d=path,
        fill="none",
        stroke=look.colour,
        stroke_width=2.2,
        stroke_dasharray=look.dash,
        stroke_linejoin="round",
    )
    marks = [svg.mark(look.mark, *point, fill=look.colour, stroke=PAPER) for point in known if point]
    return (outline if path else "") + "".join(marks)


def _neighbours(known: Sequence[Point | None]) -> Iterator[tuple[Point, Point]]:
    """The pairs of known points that stand side by side on the round."""
    for place, point in enumerate(known):
        after = known[(place + 1) % len(known)]
        if point and after:
            yield point, after


def _sample(look: SeriesLook) -> str:
    stroke = svg.line(-14, 0, 14, 0, stroke=look.colour, stroke_width=2.2, stroke_dasharray=look.dash)
    return stroke + svg.mark(look.mark, 0, 0, fill=look.colour, stroke=PAPER)

"""The words and numbers of a chart: values, series names, targets, lines of a label."""

from decimal import Decimal

from prongsai.papers.charts import svg
from prongsai.papers.charts.palette import MUTED, PAPER, SMALL_TEXT_SIZE, TARGET
from prongsai.papers.digits import shown
from prongsai.papers.fitting import wrap
from prongsai.papers.fonts import text_width
from prongsai.thai.numerals import DigitStyle

NO_DATA = "ไม่มีข้อมูล"
FULL_SCORE = 100
TARGET_LABEL = "เป้าหมาย"


def value_label(value: Decimal | None, digits: DigitStyle) -> str:
    """The value with two decimals, or that there is none."""
    return NO_DATA if value is None else shown(f"{value:.2f}", digits)


def target_label(target: Decimal, digits: DigitStyle) -> str:
    """The name of the target line: "เป้าหมาย 85"."""
    number = f"{target:f}"
    return shown(f"{TARGET_LABEL} {number.rstrip('0').rstrip('.') if '.' in number else number}", digits)


def block_of_lines(
    x: float, middle: float, label: str, width: float, *, anchor: str, size: float = SMALL_TEXT_SIZE
) -> str:
    """A label wrapped to a width, its lines centred on a height."""
    lines = wrap(label, width, size)
    pitch = size * 1.35
    first = middle - pitch * (len(lines) - 1) / 2 + size * 0.33
    return "".join(
        svg.text(x, first + pitch * step, words, text_anchor=anchor, font_size=size) for step, words in enumerate(lines)
    )


def height_of_lines(label: str, width: float, size: float = SMALL_TEXT_SIZE) -> float:
    """How high the wrapped label is."""
    return len(wrap(label, width, size)) * size * 1.35


def target_line(x1: float, y1: float, x2: float, y2: float) -> str:
    """The dashed line of the target."""
    return svg.line(x1, y1, x2, y2, stroke=TARGET, stroke_width=1.6, stroke_dasharray="6 3")


def target_text(x: float, y: float, target: Decimal, digits: DigitStyle, *, anchor: str = "middle") -> str:
    """The target's name beside its line."""
    words = target_label(target, digits)
    return svg.text(x, y, words, text_anchor=anchor, font_size=SMALL_TEXT_SIZE, fill=TARGET)


def value_text(x: float, y: float, value: Decimal | None, digits: DigitStyle, **attributes: svg.Attribute) -> str:
    """The value with a white rim, so that a line behind it does not hide it."""
    rim: dict[str, svg.Attribute] = {"stroke": PAPER, "stroke_width": 3.0, "paint_order": "stroke"}
    rim["fill"] = MUTED if value is None else None
    return svg.text(x, y, value_label(value, digits), **{"font_size": SMALL_TEXT_SIZE, **rim, **attributes})


def legend(x: float, y: float, entries: list[tuple[str, str]]) -> str:
    """Samples and their names in a row; an entry is the sample's SVG drawn around (0, 0) and the name."""
    parts = []
    for sample, name in entries:
        parts.append(svg.element("g", sample, transform=f"translate({x + 14:.1f} {y - 4.5:.1f})"))
        parts.append(svg.text(x + 34, y, name, font_size=SMALL_TEXT_SIZE))
        x += 34 + text_width(name, SMALL_TEXT_SIZE) + 22
    return "".join(parts)


def axis_text(x: float, y: float, number: int, digits: DigitStyle, *, anchor: str) -> str:
    """A number of an axis."""
    return svg.text(x, y, shown(str(number), digits), text_anchor=anchor, font_size=SMALL_TEXT_SIZE, fill=MUTED)

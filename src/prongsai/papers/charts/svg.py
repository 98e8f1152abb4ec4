"""Writes SVG elements: every text is escaped, every number short."""

import hashlib
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from prongsai.papers.charts.palette import FONT_STACK, INK, PAPER, TEXT_SIZE
from prongsai.papers.digits import showable

Attribute = str | float | None


def element(name: str, *content: str, **attributes: Attribute) -> str:
    """An element; `stroke_width` becomes `stroke-width`, `class_` would become `class`, `None` is left out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_written(value))}"
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    inner = "".join(content)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def text(x: float, y: float, words: str, **attributes: Attribute) -> str:
    """A line of text with its baseline at `y`."""
    return element("text", escape(showable(words)), x=x, y=y, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: Attribute) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def chart(parts: Iterable[str], *, width: float, height: float, title: str, description: str) -> str:
    """The whole drawing as an image with a title and a description for who cannot see it."""
    name = "c" + hashlib.sha256(f"{title}\n{description}".encode()).hexdigest()[:8]
    return element(
        "svg",
        element("title", escape(showable(title)) or " ", id=f"{name}-title"),
        element("desc", escape(showable(description)) or " ", id=f"{name}-desc"),
        element("rect", width=width, height=height, fill=PAPER),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        viewBox=f"0 0 {_written(width)} {_written(height)}",
        width=width,
        height=height,
        font_family=FONT_STACK,
        font_size=TEXT_SIZE,
        fill=INK,
    )


def mark(shape: str, x: float, y: float, **attributes: Attribute) -> str:
    """A small circle, square, triangle or diamond around a point."""
    if shape == "square":
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, **attributes)
    if shape == "triangle":
        return element("path", d=f"M{_written(x)} {_written(y - 5)}l5 9h-10z", **attributes)
    if shape == "diamond":
        return element("path", d=f"M{_written(x)} {_written(y - 6)}l6 6l-6 6l-6 -6z", **attributes)
    return element("circle", cx=x, cy=y, r=4.5, **attributes)


def points(places: Iterable[tuple[float, float]]) -> str:
    """Points as a path wants them: "M1 2L3 4"."""
    return "L".join(f"{_written(x)} {_written(y)}" for x, y in places).join(("M", ""))


def _written(value: Attribute) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)

"""Takes the words out of a drawing, so that the PDF sets them as it sets all text.

Typst 0.15 shapes Thai inside an SVG on its own way: SARA AM lands on the next letter, and each mark becomes a glyph
without a letter, which PDF/UA and PDF/A refuse ("missing codepoints"). The words of the project's own charts are
therefore laid over the drawing by the template. A drawing whose words cannot be taken out becomes a picture.
"""

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import etree

from prongsai.papers.charts.png import svg_png

PICTURE_SCALE = 3.0

Element: TypeAlias = Any
"""An lxml element; it has no types here."""

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "http://www.w3.org/1999/xlink"
_ROTATED = re.compile(r"rotate\((?P<angle>-?[\d.]+)(?: -?[\d.]+ -?[\d.]+)?\)")
_UNUSUAL = ("style", "class", "dx", "dy", "textLength", "letter-spacing")
_USUAL_SIZE = 16.0


@dataclass(frozen=True, slots=True)
class SvgText:
    """A line of words in a drawing: its anchor, size and look, in the drawing's own units."""

    words: str
    x: float
    y: float
    size: float
    anchor: str
    angle: float
    bold: bool
    rimmed: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG without words, its size, and the words."""

    svg: str
    width: float
    height: float
    texts: tuple[SvgText, ...]


def take_out_text(svg: str) -> Drawing:
    """The drawing and its words apart; a drawing with words that cannot be placed comes back as a picture."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    width, height = _size(root)
    found = list(root.iter(f"{_SVG}text"))
    if not all(_is_plain(text, root) for text in found):
        return Drawing(_as_picture(svg, width, height), width, height, ())
    texts = tuple(_read(text, root) for text in found)
    for text in found:
        text.getparent().remove(text)
    return Drawing(etree.tostring(root, encoding="unicode"), width, height, texts)


def _size(root: Element) -> tuple[float, float]:
    if root.get("viewBox"):
        _, _, width, height = map(float, root.get("viewBox").replace(",", " ").split())
        return width, height
    return float(root.get("width", "300").rstrip("px")), float(root.get("height", "150").rstrip("px"))


def _is_plain(text: Element, root: Element) -> bool:
    if len(text) or any(text.get(name) for name in _UNUSUAL) or " " in text.get("x", "0").strip():
        return False
    if text.get("transform") and not _ROTATED.fullmatch(text.get("transform")):
        return False
    moved = any(above.get("transform") or above.get("style") for above in text.iterancestors())
    return not moved and (root.get("viewBox") or "0 0").startswith("0 0")


def _read(text: Element, root: Element) -> SvgText:
    turned = _ROTATED.fullmatch(text.get("transform", ""))
    return SvgText(
        words=" ".join((text.text or "").split()),
        x=float(text.get("x", 0)),
        y=float(text.get("y", 0)),
        size=float(text.get("font-size") or root.get("font-size") or _USUAL_SIZE),
        anchor=text.get("text-anchor", "start"),
        angle=float(turned["angle"]) if turned else 0.0,
        bold=text.get("font-weight") in {"bold", "600", "700"},
        rimmed=text.get("stroke") is not None,
        colour=next(_colours(text, root)),
    )


def _colours(text: Element, root: Element) -> Iterator[str]:
    for element in (text, *text.iterancestors(), root):
        colour = element.get("fill", "")
        if re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
            yield colour
    yield "#000000"


def _as_picture(svg: str, width: float, height: float) -> str:
    data = b64encode(svg_png(svg, PICTURE_SCALE)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="{_XLINK}" viewBox="0 0 {width} {height}">'
        f'<image width="{width}" height="{height}" xlink:href="data:image/png;base64,{data}"/></svg>'
    )

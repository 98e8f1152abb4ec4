"""Writes WordprocessingML elements. The order of an element's children is the schema's: Word refuses another."""

from functools import cache
from typing import Any, TypeAlias

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from prongsai.papers.content import Align

Element: TypeAlias = Any
"""An lxml element; python-docx ships no types."""

Package: TypeAlias = Any
"""python-docx's document, or a part of it."""

TWIPS_PER_POINT = 20
TWIPS_PER_CM = 1440 / 2.54
_WORDS = nsmap["w"]
_DECLARED = {"w": _WORDS}
JUSTIFICATION: dict[Align, str] = {"left": "left", "centre": "center", "right": "right"}


def w(tag: str, *children: Element | None, **attributes: str | int | None) -> Element:
    """An element of the word processing namespace; `None` among children and attributes is left out."""
    stated = {_name(name): str(value) for name, value in attributes.items() if value is not None}
    element = oxml_parser.makeelement(_name(tag), stated, _DECLARED)
    element.extend([child for child in children if child is not None])
    return element


@cache
def _name(local: str) -> str:
    return f"{{{_WORDS}}}{local}"


def twips(*, points: float = 0, cm: float = 0) -> int:
    """A length as Word counts: twentieths of a point."""
    return round(points * TWIPS_PER_POINT + cm * TWIPS_PER_CM)


def fonts(family: str) -> Element:
    """The face for every script; Thai is complex script and would keep its own face otherwise."""
    return w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def look(*, bold: bool = False, italic: bool = False, size: float | None = None) -> list[Element]:
    """What changes a run's look, each said twice: once for Latin, once for complex script (Thai)."""
    parts = []
    if bold:
        parts += [w("b"), w("bCs")]
    if italic:
        parts += [w("i"), w("iCs")]
    if size is not None:
        parts += [w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))]
    return parts


def text_run(text: str, properties: list[Element]) -> Element:
    """A run; a line end in the text becomes a line break."""
    run = w("r", w("rPr", *properties) if properties else None)
    for position, line in enumerate(text.split("\n")):
        if position:
            run.append(w("br"))
        if line:
            run.append(_text(line))
    return run


def tab_run() -> Element:
    """A run that jumps to the next tab stop."""
    return w("r", w("tab"))


def field_run(instruction: str, shown: str) -> list[Element]:
    """The runs of a field such as PAGE, with what it shows until somebody brings it up to date."""
    return _field(instruction, w("r", _text(shown)))


def field_begin(instruction: str) -> list[Element]:
    """The runs before what a field shows; `field_end` closes it."""
    held = w("instrText")
    held.set(qn("xml:space"), "preserve")
    held.text = f" {instruction} "
    return [w("r", w("fldChar", fldCharType="begin")), w("r", held), w("r", w("fldChar", fldCharType="separate"))]


def field_end() -> list[Element]:
    """The run that closes a field."""
    return [w("r", w("fldChar", fldCharType="end"))]


def linked(address: str, shown: Element) -> list[Element]:
    """A run that leads to an address: as a field, which needs no relationship of the package."""
    safe = address.replace("\\", "%5C").replace('"', "%22")
    return _field(f'HYPERLINK "{safe}"', shown)


def _field(instruction: str, shown: Element) -> list[Element]:
    return [*field_begin(instruction), shown, *field_end()]


def _text(line: str) -> Element:
    """Word and LibreOffice would let a line begin with the mark that repeats the word before it."""
    element = w("t")
    element.text = line.replace(" ๆ", "\u00a0ๆ")
    element.set(qn("xml:space"), "preserve")
    return element

"""Texts, paragraphs and lists as WordprocessingML."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from prongsai.papers import typography as measures
from prongsai.papers.content import (
    BulletList,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Text,
    item_of,
    plain_text,
    runs_of,
)
from prongsai.papers.digits import showable, shown
from prongsai.papers.docx_styles import LIST_ITEM, PARAGRAPH_STYLES, TABLE_TEXT
from prongsai.papers.docx_xml import JUSTIFICATION, Element, linked, look, tab_run, text_run, twips, w
from prongsai.papers.numbering import list_marks
from prongsai.thai.numerals import DigitStyle

_MARK_ROOM_CM = 0.8
_CELL_MARK_ROOM_CM = 0.6
_PT_PER_LETTER_OF_MARK = 6.5


@dataclass(frozen=True, slots=True)
class Spot:
    """Where blocks stand: width and indent in centimetres; `size` and `bold` only if they differ from the style."""

    digits: DigitStyle
    width_cm: float
    indent_cm: float = 0
    in_cell: bool = False
    size: float | None = None
    bold: bool = False
    justification: str | None = None
    keep_next: bool = False


def text_runs(text: Text, spot: Spot) -> list[Element]:
    """The runs of a text, with the document's digits."""
    runs = []
    for run in runs_of(text):
        if run.text:
            words = showable(run.text) if run.as_written else shown(run.text, spot.digits)
            properties = look(bold=run.bold or spot.bold, italic=run.italic, size=run.size or spot.size)
            written = text_run(words, properties)
            runs += linked(run.link, written) if run.link else [written]
    return runs


def paragraph(
    style: str, runs: Iterable[Element], spot: Spot, *, indent: Element | None = None, spacing: Element | None = None
) -> Element:
    """A paragraph of a style, with what this spot changes."""
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if spot.keep_next else None,
        spacing,
        indent if indent is not None else _indent(spot),
        w("jc", val=spot.justification) if spot.justification else None,
    )
    return w("p", properties, *runs)


def heading(block: Heading, spot: Spot) -> Element:
    """A heading in Word's own heading style, so that the navigation pane lists it."""
    if block.align != "left":
        spot = replace(spot, justification=JUSTIFICATION[block.align])
    spacing = w("spacing", before=twips(points=measures.PARAGRAPH_GAP_PT), after=0) if block.tight else None
    return paragraph(f"Heading{block.level}", text_runs(block.text, spot), spot, spacing=spacing)


def text_paragraph(block: Paragraph, spot: Spot) -> Element:
    """A paragraph; in a cell the cell's style stands for `body` and `plain`."""
    style = PARAGRAPH_STYLES[block.style]
    if spot.in_cell:
        style = TABLE_TEXT
        side = {"centre": "center", "right": "right"}.get(block.style, spot.justification)
        spot = replace(spot, justification=side)
    spot = replace(spot, keep_next=spot.keep_next or block.keep_with_next)
    return paragraph(style, text_runs(block.text, spot), spot)


def list_lines(block: NumberedList | BulletList, spot: Spot) -> list[tuple[Element, Item, Spot]]:
    """Each entry's paragraph, the entry, and the spot for the blocks under it.

    The number is text before a hanging indent. Word could count by itself, but LibreOffice shows Word's Thai numerals
    as Arabic ones, and a copied list would lose them.
    """
    marks = list_marks(block, spot.digits)
    longest = max(map(len, marks), default=0)
    room = max(
        _CELL_MARK_ROOM_CM if spot.in_cell else _MARK_ROOM_CM, longest * _PT_PER_LETTER_OF_MARK / measures.POINTS_PER_CM
    )
    start = spot.indent_cm + (0 if spot.in_cell else measures.LIST_INDENT_CM)
    indent_cm = start + room
    under = replace(spot, indent_cm=indent_cm, justification="left")
    style = TABLE_TEXT if spot.in_cell else LIST_ITEM
    lines = []
    for mark, item in zip(marks, map(item_of, block.items), strict=True):
        hanging = w("ind", left=twips(cm=indent_cm), hanging=twips(cm=room))
        mark_run = text_run(mark, look(bold=spot.bold, size=spot.size))
        runs = [mark_run, tab_run(), *text_runs(item.text, under)]
        lines.append((paragraph(style, runs, under, indent=hanging), item, under))
    return lines


def gap(points: float) -> Element:
    """A line of no more than some points: what must stand after a table."""
    spacing = w("spacing", before=0, after=0, line=twips(points=points), lineRule="exact")
    return w("p", w("pPr", spacing, w("rPr", *look(size=1))))


def empty(text: Text) -> bool:
    """Whether there is nothing to read."""
    return not plain_text(text).strip()


def _indent(spot: Spot) -> Element | None:
    return w("ind", left=twips(cm=spot.indent_cm), firstLine=0) if spot.indent_cm else None

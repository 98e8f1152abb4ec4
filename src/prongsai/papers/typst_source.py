"""Turns a document into plain data for `official.typ`, which draws it."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from prongsai.papers import typography as measures
from prongsai.papers.content import (
    Block,
    BulletList,
    Cell,
    Contents,
    Document,
    Emblem,
    Figure,
    Fillable,
    FormLine,
    Heading,
    Item,
    NumberedList,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    Roster,
    Row,
    Rule,
    SignatureBlock,
    Spacer,
    Table,
    cell_of,
    item_of,
)
from prongsai.papers.digits import showable, shown
from prongsai.papers.fonts import drawable, sarabun_size, text_width
from prongsai.papers.headings import entries_of
from prongsai.papers.numbering import list_marks
from prongsai.papers.svg_text import SvgText, take_out_text
from prongsai.papers.tables import cell_align, joined_columns, keeps_together, rows_of
from prongsai.papers.typst_forms import emblem_data, fillable_data, form_line_data, roster_data, signatures_data
from prongsai.papers.typst_text import Data, Place, line_data, text_data

__all__ = ["Place", "block_data", "document_data"]

_AFTER_MARK_EM = 0.4
"""Between the mark of a list and its words, as in the template."""


def document_data(document: Document) -> Data:
    """All that the template needs to know."""
    place = Place(document.digits, measures.text_width_pt(landscape=False))
    return {
        "title": drawable(shown(document.title, document.digits)),
        "author": drawable(shown(document.author, document.digits)),
        "subject": drawable(shown(document.subject, document.digits)),
        "keywords": [drawable(shown(word, document.digits)) for word in document.keywords],
        "digits": document.digits,
        "page_numbers": document.page_numbers,
        "footer": text_data(document.footer, replace(place, size=measures.FOOTER_SIZE)),
        "first_top": document.first_top_cm,
        "cover": _cover(document, place),
        "headings": [text_data(entry.text, place) for entry in entries_of(document)],
        "sections": _sections(document),
    }


def _cover(document: Document, place: Place) -> Data | None:
    if document.cover is None:
        return None
    big = replace(place, size=measures.COVER_SIZE, bold=True)
    small = replace(place, size=measures.COVER_FOOT_SIZE, bold=True)
    return {
        "lines": [text_data(line, big) for line in document.cover.lines],
        "foot": [text_data(line, small) for line in document.cover.foot],
        "logo": _figure(document.cover.logo, place) if document.cover.logo else None,
    }


def _sections(document: Document) -> list[Data]:
    depth = 0
    sections = []
    for section in document.sections:
        width = measures.text_width_pt(landscape=section.landscape, margins=section.margins)
        place = Place(document.digits, width)
        blocks = []
        for block in section.blocks:
            data = block_data(block, place)
            if data.get("depth") and not isinstance(block, Contents):
                data["depth"] = depth = min(data["depth"], depth + 1)
            blocks.append(data)
        margins = asdict(section.margins or measures.OFFICIAL_MARGINS)
        sections.append({"landscape": section.landscape, "margins": margins, "blocks": blocks})
    return sections


def block_data(block: Block, place: Place) -> Data:
    """A block as data; its `kind` names the function that draws it."""
    match block:
        case Heading():
            return _heading(block, place)
        case Paragraph():
            return _paragraph(block, place)
        case NumberedList() | BulletList():
            return _list(block, place)
        case Table():
            return _table(block, place)
        case Figure():
            return _figure(block, place)
        case _:
            return _form(block, place)


def _form(block: Block, place: Place) -> Data:
    match block:
        case FormLine():
            return form_line_data(block, place)
        case Fillable():
            return fillable_data(block, place)
        case SignatureBlock():
            return signatures_data(block, place)
        case Emblem():
            return emblem_data(block, place)
        case Roster():
            return roster_data(block, place)
        case _:
            return _layout(block, place)


def _layout(block: Block, place: Place) -> Data:
    match block:
        case Panels():
            return _panels(block, place)
        case Contents():
            title = text_data(block.title, replace(place, size=measures.HEADING_SIZES[1], bold=True))
            return {"kind": "contents", "title": title, "depth": block.depth}
        case Rule():
            return {"kind": "rule", "width": block.width_cm * measures.POINTS_PER_CM}
        case PageBreak():
            return {"kind": "page_break"}
        case Spacer():
            return {"kind": "spacer", "lines": block.lines}
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of the content model")


def _heading(heading: Heading, place: Place) -> Data:
    size = measures.HEADING_SIZES[heading.level]
    return {
        "kind": "heading",
        "depth": heading.level,
        "align": heading.align,
        "tight": heading.tight,
        "text": line_data(heading.text, replace(place, size=size, bold=True)),
        "size": sarabun_size(size),
    }


def _paragraph(paragraph: Paragraph, place: Place) -> Data:
    style = "plain" if place.in_cell and paragraph.style == "body" else paragraph.style
    size = min(measures.NOTE_SIZE, place.size) if style == "note" else place.size
    indent = measures.FIRST_LINE_CM * measures.POINTS_PER_CM if style == "body" else 0.0
    return {
        "kind": "paragraph",
        "style": style,
        "sticky": paragraph.keep_with_next,
        "size": sarabun_size(size),
        "text": line_data(paragraph.text, replace(place, size=size), used=indent),
    }


def _list(block: NumberedList | BulletList, place: Place) -> Data:
    marks = [drawable(mark) for mark in list_marks(block, place.digits)]
    inner = replace(place, width=max(place.width - _before_words(marks, place), 10))
    return {
        "kind": "list",
        "in_cell": place.in_cell,
        "marks": marks,
        "items": [_item(item_of(item), inner) for item in block.items],
    }


def _before_words(marks: Sequence[str], place: Place) -> float:
    """How far from the edge the words of a list begin, in points."""
    indent = 0.0 if place.in_cell else measures.LIST_INDENT_CM * measures.POINTS_PER_CM
    size = sarabun_size(place.size)
    return indent + max((text_width(mark, size) for mark in marks), default=0.0) + _AFTER_MARK_EM * size


def _item(item: Item, place: Place) -> Data:
    return {"text": line_data(item.text, place), "blocks": [block_data(block, place) for block in item.blocks]}


def _table(table: Table, place: Place) -> Data:
    whole = sum(column.share for column in table.columns)
    widths = [place.width * column.share / whole for column in table.columns]
    inside = replace(place, size=table.size, in_cell=True)
    return {
        "kind": "table",
        "widths": widths,
        "size": sarabun_size(table.size),
        "head": _table_head(table, widths, inside),
        "rows": [_row(row, table, widths, inside) for row in rows_of(table)],
        "caption": line_data(table.caption, replace(place, bold=True)) if table.caption is not None else None,
    }


def _table_head(table: Table, widths: Sequence[float], place: Place) -> list[list[Data]]:
    place = replace(place, bold=True)
    joined = joined_columns(table)
    heads = [
        _cell(Cell(column.header, align="centre"), width, place) | {"rows": 2 if joined and index in joined else 1}
        for index, (column, width) in enumerate(zip(table.columns, widths, strict=True))
    ]
    if not table.groups:
        return [heads]
    return [_group_line(table, heads, widths, place), [head for i, head in enumerate(heads) if i not in joined]]


def _group_line(table: Table, heads: Sequence[Data], widths: Sequence[float], place: Place) -> list[Data]:
    line, position = [], 0
    for group in table.groups:
        if position in joined_columns(table):
            line.append(heads[position])
        else:
            width = sum(widths[position : position + group.span])
            line.append(_cell(replace(group, align=group.align or "centre"), width, place))
        position += group.span
    return line


def _row(row: Row, table: Table, widths: Sequence[float], place: Place) -> Data:
    place = replace(place, bold=row.kind != "plain")
    cells, position = [], 0
    for content in row.cells:
        cell = cell_of(content)
        width = sum(widths[position : position + cell.span])
        cells.append(_cell(replace(cell, align=cell_align(cell, row, table.columns[position])), width, place))
        position += cell.span
    return {"kind": row.kind, "keep": keeps_together(row), "cells": cells}


def _cell(cell: Cell, width: float, place: Place) -> Data:
    inside = replace(place, width=max(width - 2 * measures.CELL_PADDING_PT, 6))
    return {
        "span": cell.span,
        "rows": 1,
        "align": cell.align or "left",
        "text": line_data(cell.text, inside),
        "blocks": [block_data(block, inside) for block in cell.blocks],
    }


def _panels(block: Panels, place: Place) -> Data:
    padding = block.padding_cm * measures.POINTS_PER_CM
    widths = [place.width * share / sum(block.shares) for share in block.shares]
    insides = [replace(place, width=max(width - 2 * padding, 6), in_cell=True) for width in widths]
    return {
        "kind": "panels",
        "widths": widths,
        "height": block.height_cm,
        "padding": padding,
        "cut": block.cut,
        "panels": [_panel(panel, insides[at % len(insides)]) for at, panel in enumerate(block.panels)],
    }


def _panel(panel: Panel, place: Place) -> Data:
    inside = replace(place, size=panel.size)
    return {
        "tinted": panel.tinted,
        "middle": panel.middle,
        "size": sarabun_size(panel.size),
        "blocks": [block_data(block, inside) for block in panel.blocks],
    }


def _figure(figure: Figure, place: Place) -> Data:
    wanted = place.width if figure.width_cm is None else figure.width_cm * measures.POINTS_PER_CM
    width = min(wanted, place.width)
    drawing = take_out_text(figure.svg)
    scale = width / drawing.width
    return {
        "kind": "figure",
        "svg": drawing.svg,
        "texts": [_drawn_text(text, scale) for text in drawing.texts],
        "alt": shown(figure.alt, place.digits),
        "width": width,
        "height": drawing.height * scale,
        "align": figure.align,
        "caption": line_data(figure.caption, replace(place, bold=True)) if figure.caption is not None else None,
    }


def _drawn_text(text: SvgText, scale: float) -> Data:
    """Words of a drawing at their place on paper; their digits are the drawing's own."""
    return asdict(text) | {
        "words": drawable(showable(text.words)),
        "x": text.x * scale,
        "y": text.y * scale,
        "size": text.size * scale,
    }

"""Turns a document into plain data for `official.typ`, which draws it.

The texts travel as JSON and never as Typst markup: nothing an office writes (`#`, `$`, `[`, quotes …) can mean anything
to the compiler. Each text goes as the pieces a line may be broken between; the template puts each in a box, because
Typst's own breaking cuts some Thai words, and zero-width spaces would stay in copied text.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from prongsai.papers import typography as measures
from prongsai.papers.content import (
    Block,
    BulletList,
    Cell,
    Document,
    Figure,
    Fillable,
    FormLine,
    Heading,
    Item,
    NumberedList,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    SignatureBlock,
    Spacer,
    Table,
    Text,
    cell_of,
    item_of,
    runs_of,
)
from prongsai.papers.digits import showable, shown
from prongsai.papers.fitting import fitting_pieces
from prongsai.papers.fonts import drawable, sarabun_size
from prongsai.papers.numbering import list_marks
from prongsai.papers.svg_text import SvgText, take_out_text
from prongsai.papers.tables import cell_align, joined_columns, keeps_together, rows_of
from prongsai.thai.numerals import DigitStyle

Data = dict[str, Any]

_FORM_LABEL_PT = 60.0
_LIST_MARK_PT = 18.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where text stands: the width in points, the size in points of TH Sarabun New."""

    digits: DigitStyle
    width: float
    size: float = measures.BODY_SIZE
    in_cell: bool = False
    bold: bool = False


def document_data(document: Document) -> Data:
    """All that the template needs to know."""
    place = Place(document.digits, measures.text_width_pt(landscape=False))
    return {
        "title": drawable(shown(document.title, document.digits)),
        "author": drawable(shown(document.author, document.digits)),
        "subject": drawable(shown(document.subject, document.digits)),
        "keywords": [drawable(shown(word, document.digits)) for word in document.keywords],
        "language": document.language,
        "digits": document.digits,
        "page_numbers": document.page_numbers,
        "footer": _text(document.footer, replace(place, size=measures.FOOTER_SIZE)),
        "cover": _cover(document, place),
        "sections": _sections(document),
    }


def _cover(document: Document, place: Place) -> Data | None:
    if document.cover is None:
        return None
    big = replace(place, size=measures.COVER_SIZE, bold=True)
    small = replace(place, size=measures.COVER_FOOT_SIZE, bold=True)
    return {
        "lines": [_text(line, big) for line in document.cover.lines],
        "foot": [_text(line, small) for line in document.cover.foot],
    }


def _sections(document: Document) -> list[Data]:
    depth = 0
    sections = []
    for section in document.sections:
        place = Place(document.digits, measures.text_width_pt(landscape=section.landscape))
        blocks = []
        for block in section.blocks:
            data = block_data(block, place)
            if isinstance(block, Heading):
                depth = min(block.level, depth + 1)
                data["depth"] = depth
            blocks.append(data)
        sections.append({"landscape": section.landscape, "blocks": blocks})
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
            return _form_line(block, place)
        case Fillable():
            return {"kind": "fillable", "label": _text(block.label, place), "lines": block.lines}
        case SignatureBlock():
            return _signatures(block, place)
        case PageBreak():
            return {"kind": "page_break"}
        case Spacer():
            return {"kind": "spacer", "lines": block.lines}
        case _:
            raise TypeError(f"{type(block).__name__} is not a block of the content model")


def _text(text: Text, place: Place) -> list[Data]:
    return [
        {
            "pieces": _pieces(
                drawable(_shown(run.text, place, as_written=run.as_written)), place, run.size, bold=run.bold
            ),
            "bold": run.bold or place.bold,
            "italic": run.italic,
            "size": sarabun_size(run.size or place.size),
        }
        for run in runs_of(text)
        if run.text
    ]


def _shown(text: str, place: Place, *, as_written: bool) -> str:
    return showable(text) if as_written else shown(text, place.digits)


def _pieces(text: str, place: Place, size: float | None, *, bold: bool) -> list[str]:
    return fitting_pieces(text, place.width, sarabun_size(size or place.size), bold=bold or place.bold)


def _heading(heading: Heading, place: Place) -> Data:
    size = measures.HEADING_SIZES[heading.level]
    text = _text(heading.text, replace(place, size=size, bold=True))
    return {"kind": "heading", "depth": heading.level, "text": text, "size": sarabun_size(size)}


def _paragraph(paragraph: Paragraph, place: Place) -> Data:
    style = "plain" if place.in_cell and paragraph.style == "body" else paragraph.style
    size = min(measures.NOTE_SIZE, place.size) if style == "note" else place.size
    return {
        "kind": "paragraph",
        "style": style,
        "sticky": paragraph.keep_with_next,
        "size": sarabun_size(size),
        "text": _text(paragraph.text, replace(place, size=size)),
    }


def _list(block: NumberedList | BulletList, place: Place) -> Data:
    inner = replace(place, width=max(place.width - _LIST_MARK_PT - (0 if place.in_cell else 28), 10))
    return {
        "kind": "list",
        "in_cell": place.in_cell,
        "marks": [drawable(mark) for mark in list_marks(block, place.digits)],
        "items": [_item(item_of(item), inner) for item in block.items],
    }


def _item(item: Item, place: Place) -> Data:
    return {"text": _text(item.text, place), "blocks": [block_data(block, place) for block in item.blocks]}


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
        "caption": _text(table.caption, replace(place, bold=True)) if table.caption is not None else None,
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
    inside = replace(place, width=max(width - 2 * measures.CELL_PADDING_PT - 1, 6))
    return {
        "span": cell.span,
        "rows": 1,
        "align": cell.align or "left",
        "text": _text(cell.text, inside),
        "blocks": [block_data(block, inside) for block in cell.blocks],
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
        "caption": _text(figure.caption, replace(place, bold=True)) if figure.caption is not None else None,
    }


def _drawn_text(text: SvgText, scale: float) -> Data:
    """Words of a drawing at their place on paper; their digits are the drawing's own."""
    return asdict(text) | {
        "words": drawable(showable(text.words)),
        "x": text.x * scale,
        "y": text.y * scale,
        "size": text.size * scale,
    }


def _form_line(line: FormLine, place: Place) -> Data:
    whole = sum(field.share for field in line.fields)
    fields = []
    for form_field in line.fields:
        room = max(place.width * form_field.share / whole - _FORM_LABEL_PT, 20)
        label = _text(form_field.label, replace(place, bold=True))
        value = _text(form_field.value, replace(place, width=room))
        fields.append({"label": label, "value": value, "share": form_field.share})
    return {"kind": "form_line", "fields": fields}


def _signatures(block: SignatureBlock, place: Place) -> Data:
    inner = replace(place, width=place.width / 2 - 10)
    return {
        "kind": "signatures",
        "columns": block.columns,
        "signatures": [_signature(signature, inner) for signature in block.signatures],
    }


def _signature(signature: Signature, place: Place) -> Data:
    return {
        "role": _text(signature.role, place),
        "name": _text(signature.name, place),
        "post": _text(signature.post, place),
        "acting": _text(signature.acting, place),
        "dated": _text(signature.dated, place),
        "opinion": _text(signature.opinion, replace(place, bold=True)),
        "opinion_lines": signature.opinion_lines,
    }

"""Tables as WordprocessingML: fixed widths, heads that repeat, short rows that stay whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from prongsai.papers import typography as measures
from prongsai.papers.content import Block, Cell, Row, Table, cell_of, plain_text
from prongsai.papers.digits import shown
from prongsai.papers.docx_styles import CAPTION, TABLE_TEXT
from prongsai.papers.docx_text import Spot, empty, gap, paragraph, text_runs
from prongsai.papers.docx_xml import JUSTIFICATION, Element, twips, w
from prongsai.papers.tables import cell_align, joined_columns, keeps_together, rows_of

Draw = Callable[[Block, Spot], list[Element]]

_SIDES = ("top", "left", "bottom", "right")
_PADDING_CM = measures.CELL_PADDING_PT / measures.POINTS_PER_CM
_USUAL_SIZE = 14.0
_GAP_AFTER_PT = 8.0


def table_elements(table: Table, spot: Spot, draw: Draw) -> list[Element]:
    """The caption, the table and the small gap that Word needs after one."""
    whole = sum(column.share for column in table.columns)
    widths = [twips(cm=spot.width_cm * column.share / whole) for column in table.columns]
    size = table.size if table.size != _USUAL_SIZE else None
    inside = replace(spot, in_cell=True, indent_cm=0, size=size, keep_next=False)
    rows = [*_head(table, widths, inside, draw), *(_row(row, table, widths, inside, draw) for row in rows_of(table))]
    body = w(
        "tbl", _properties(table, spot, sum(widths)), w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows
    )
    return [*_caption(table, spot), body, gap(_GAP_AFTER_PT)]


def bare_table(
    cells: Sequence[Sequence[Element]],
    widths_cm: Sequence[float],
    *,
    indent_cm: float = 0,
) -> Element:
    """A table without lines that only sets things side by side."""
    widths = [twips(cm=width) for width in widths_cm]
    columns = len(widths)
    filled = [*cells, *([w("p")] for _ in range(-len(cells) % columns))]
    drawn = [w("tc", w("tcPr", w("tcW", w=widths[at % columns], type="dxa")), *cell) for at, cell in enumerate(filled)]
    rows = [w("tr", w("trPr", w("cantSplit")), *drawn[at : at + columns]) for at in range(0, len(drawn), columns)]
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=twips(cm=indent_cm), type="dxa") if indent_cm else None,
        w("tblLayout", type="fixed"),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def _caption(table: Table, spot: Spot) -> list[Element]:
    if table.caption is None:
        return []
    return [paragraph(CAPTION, text_runs(table.caption, spot), replace(spot, keep_next=True))]


def _properties(table: Table, spot: Spot, width: int) -> Element:
    lines = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(side, val="single", sz=4, space=0, color=measures.RULE) for side in lines))
    padding = twips(points=measures.CELL_PADDING_PT)
    margins = w("tblCellMar", *(w(side, w=20 if side in {"top", "bottom"} else padding, type="dxa") for side in _SIDES))
    caption = plain_text(table.caption) if table.caption is not None else ""
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        margins,
        w("tblLook", val="0620", firstRow=1, noHBand=1, noVBand=1),
        w("tblCaption", val=shown(caption, spot.digits)) if caption else None,
    )


def _head(table: Table, widths: Sequence[int], spot: Spot, draw: Draw) -> list[Element]:
    spot = replace(spot, bold=True)
    joined = joined_columns(table)
    heads = [Cell(column.header, align="centre") for column in table.columns]
    names = [
        _cell(
            Cell() if place in joined else head,
            width,
            spot,
            draw,
            fill=measures.HEADER_FILL,
            merge="continue" if place in joined else None,
        )
        for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    line = w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *names)
    return [_group_line(table, heads, widths, spot, draw), line] if table.groups else [line]


def _group_line(table: Table, heads: Sequence[Cell], widths: Sequence[int], spot: Spot, draw: Draw) -> Element:
    cells, position = [], 0
    for group in table.groups:
        is_joined = position in joined_columns(table)
        cell = heads[position] if is_joined else replace(group, align=group.align or "centre")
        width = sum(widths[position : position + group.span])
        merge = "restart" if is_joined else None
        cells.append(_cell(cell, width, spot, draw, fill=measures.HEADER_FILL, merge=merge))
        position += group.span
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(row: Row, table: Table, widths: Sequence[int], spot: Spot, draw: Draw) -> Element:
    heads_or_closes = row.kind != "plain"
    spot = replace(spot, bold=heads_or_closes, keep_next=row.kind == "group")
    cells, position = [], 0
    for cell in map(cell_of, row.cells):
        width = sum(widths[position : position + cell.span])
        placed = replace(cell, align=cell_align(cell, row, table.columns[position]))
        cells.append(_cell(placed, width, spot, draw, fill=measures.GROUP_FILL if heads_or_closes else None))
        position += cell.span
    return w("tr", w("trPr", w("cantSplit")) if keeps_together(row) else None, *cells)


def _cell(
    cell: Cell, width: int, spot: Spot, draw: Draw, *, fill: str | None = None, merge: str | None = None
) -> Element:
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=cell.span) if cell.span > 1 else None,
        w("vMerge", val=merge) if merge else None,
        w("shd", val="clear", color="auto", fill=fill) if fill else None,
        w("vAlign", val="center" if fill == measures.HEADER_FILL else "top"),
    )
    width_cm = max(width / twips(cm=1) - 2 * _PADDING_CM, 0.5)
    inside = replace(spot, justification=JUSTIFICATION[cell.align or "left"], width_cm=width_cm)
    content: list[Element] = []
    if not empty(cell.text) or not cell.blocks:
        content.append(paragraph(TABLE_TEXT, text_runs(cell.text, inside), inside))
    for block in cell.blocks:
        content += draw(block, inside)
    if not content[-1].tag.endswith("}p"):
        content.append(w("p"))
    return w("tc", properties, *content)

"""Panels as WordprocessingML: a table that only sets blocks side by side, with lines only where one is to cut."""

from collections.abc import Callable
from dataclasses import replace

from prongsai.papers import typography as measures
from prongsai.papers.content import Block, Panel, Panels
from prongsai.papers.docx_text import Spot, gap
from prongsai.papers.docx_xml import Element, twips, w

Draw = Callable[[Block, Spot], list[Element]]

_LINES = ("top", "left", "bottom", "right", "insideH", "insideV")
_GAP_AFTER_PT = 2.0


def panel_table(block: Panels, spot: Spot, draw: Draw) -> list[Element]:
    """The panels line by line, and the small gap that Word needs after a table."""
    widths = [twips(cm=spot.width_cm * share / sum(block.shares)) for share in block.shares]
    cells = [_cell(panel, widths[at % len(widths)], block, spot, draw) for at, panel in enumerate(block.panels)]
    while len(cells) % len(widths):
        cells.append(_cell(Panel(()), widths[len(cells) % len(widths)], block, spot, draw))
    rows = [_line(cells[at : at + len(widths)], block) for at in range(0, len(cells), len(widths))]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return [w("tbl", _properties(block, sum(widths)), grid, *rows), gap(_GAP_AFTER_PT)]


def _line(cells: list[Element], block: Panels) -> Element:
    height = w("trHeight", val=twips(cm=block.height_cm), hRule="exact") if block.height_cm else None
    return w("tr", w("trPr", w("cantSplit"), height), *cells)


def _properties(block: Panels, width: int) -> Element:
    padding = twips(cm=block.padding_cm)
    cut = (w(side, val="dashed", sz=4, space=0, color=measures.RULE) for side in _LINES)
    return w(
        "tblPr",
        w("tblW", w=width, type="dxa"),
        w("tblBorders", *cut) if block.cut else None,
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=padding, type="dxa") for side in ("top", "left", "bottom", "right"))),
    )


def _cell(panel: Panel, width: int, block: Panels, spot: Spot, draw: Draw) -> Element:
    room = max(width / twips(cm=1) - 2 * block.padding_cm, 0.5)
    inside = replace(spot, in_cell=True, indent_cm=0, size=panel.size, width_cm=room, keep_next=False)
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("shd", val="clear", color="auto", fill=measures.HEADER_FILL) if panel.tinted else None,
        w("vAlign", val="center" if panel.middle else "top"),
    )
    content = [element for one in panel.blocks for element in draw(one, inside)]
    if not content or not content[-1].tag.endswith("}p"):
        content.append(gap(1))
    return w("tc", properties, *content)

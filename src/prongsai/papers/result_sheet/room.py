"""How high the drawing of the indicators may be, so that the sheet stays on one page whatever else it says.

Everything else is counted in lines as the renderers set them; the drawing takes what is left.
"""

from prongsai.papers import typography as measures
from prongsai.papers.analysis_report.level_reasons import level_reasons
from prongsai.papers.content import Margins, cell_of
from prongsai.papers.line_heights import text_height
from prongsai.papers.result_sheet.closing import SMALL, closing_texts
from prongsai.papers.result_sheet.contents import SheetContents
from prongsai.papers.result_sheet.figures import TABLE_SIZE, instrument_table
from prongsai.papers.result_sheet.headline import (
    PADDING_CM,
    PANEL_CM,
    QR_CM,
    REASON_SIZE,
    WIDTH_CM,
    beside_level,
    name_size,
)
from prongsai.thai.numerals import DigitStyle

MARGINS = Margins(2.0, 2.0, 1.3, 1.0)
BIG_LINE_PT = 46.0
LABEL_PT = 24.0
ROW_PADDING_PT = 7.0
CELL_PADDING_CM = 2 * measures.CELL_PADDING_PT / measures.POINTS_PER_CM
PARAGRAPH_GAP_PT = 10.0
BETWEEN_PT = 140.0
"""The line above the name, the heads of the two parts and the gaps, with 30 pt for what Word counts differently."""


def height_left_cm(contents: SheetContents, digits: DigitStyle) -> float:
    """What the drawing of the indicators may take."""
    page = (measures.PAGE_HEIGHT_CM - MARGINS.top - MARGINS.bottom) * measures.POINTS_PER_CM
    taken = _name(contents, digits) + _panels(contents, digits) + _above(contents, digits)
    taken += _table(contents, digits) + text_height(closing_texts(contents), WIDTH_CM, SMALL, digits)
    return (page - BETWEEN_PT - taken) / measures.POINTS_PER_CM


def _name(contents: SheetContents, digits: DigitStyle) -> float:
    size = name_size(contents.agency_name, digits)
    return text_height([contents.agency_name], WIDTH_CM, size, digits, bold=True)


def _panels(contents: SheetContents, digits: DigitStyle) -> float:
    """The level with its sentences, or the QR code with its name, whichever is higher."""
    room = PANEL_CM[1] - 2 * PADDING_CM
    beside = BIG_LINE_PT + text_height(beside_level(contents), room, REASON_SIZE, digits)
    return max(beside, QR_CM * measures.POINTS_PER_CM + LABEL_PT) + 2 * PADDING_CM * measures.POINTS_PER_CM


def _above(contents: SheetContents, digits: DigitStyle) -> float:
    above = level_reasons(contents.result.level, contents.language).above
    return PARAGRAPH_GAP_PT + text_height([above], WIDTH_CM, REASON_SIZE, digits) if above else 0.0


def _table(contents: SheetContents, digits: DigitStyle) -> float:
    """Each line as high as the cell that takes the most lines."""
    table = instrument_table(contents)
    whole = sum(column.share for column in table.columns)
    rooms = [WIDTH_CM * column.share / whole - CELL_PADDING_CM for column in table.columns]
    lines = [tuple(column.header for column in table.columns), *(row.cells for row in table.rows)]
    return sum(
        ROW_PADDING_PT
        + max(
            text_height([cell_of(cell).text], room, TABLE_SIZE, digits, bold=True)
            for cell, room in zip(line, rooms, strict=True)
        )
        for line in lines
    )

"""What both renderers ask about a table: which rows stay whole, which heads are joined, how cells lie."""

from collections.abc import Iterable

from prongsai.papers import typography as measures
from prongsai.papers.content import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    NumberedList,
    Paragraph,
    Row,
    Table,
    cell_of,
    item_of,
    plain_text,
)


def rows_of(table: Table) -> tuple[Row, ...]:
    """The rows to draw: a table without any says so in one."""
    return table.rows or (Row((Cell(table.empty_text, span=len(table.columns), align="centre"),)),)


def joined_columns(table: Table) -> frozenset[int]:
    """The columns whose head also fills the line of groups above it."""
    joined, position = set(), 0
    for group in table.groups:
        if group.span == 1 and not plain_text(group.text):
            joined.add(position)
        position += group.span
    return frozenset(joined)


def cell_align(cell: Cell, row: Row, column: Column) -> Align:
    """A cell's own side, else its column's; what heads a group begins at the left."""
    if cell.align is not None:
        return cell.align
    return "left" if row.kind == "group" else column.align


def keeps_together(row: Row) -> bool:
    """Whether a row is short enough to stay on one page."""
    longest = max((_letters_of_cell(cell_of(cell)) for cell in row.cells), default=0)
    return longest < measures.LONGEST_UNBROKEN_CELL


def _letters_of_cell(cell: Cell) -> int:
    return len(plain_text(cell.text)) + _letters(cell.blocks)


def _letters(blocks: Iterable[Block]) -> int:
    """Roughly how much there is to read; what is neither text nor list counts as much."""
    total = 0
    for block in blocks:
        if isinstance(block, NumberedList | BulletList):
            items = map(item_of, block.items)
            total += sum(len(plain_text(item.text)) + _letters(item.blocks) for item in items)
        elif isinstance(block, Paragraph):
            total += len(plain_text(block.text))
        else:
            total += measures.LONGEST_UNBROKEN_CELL
    return total

"""The table of items by sub-indicator, and the table that adds them up."""

from collections.abc import Iterable, Iterator, Sequence

from prongsai.papers.addresses import address_run
from prongsai.papers.content import Cell, Column, Paragraph, Row, Run, Table
from prongsai.papers.oit_summary.contents import GroupLines, ItemLine, ItemState, SummaryContents, tally

NOTHING_GIVEN = "ยังไม่มีที่อยู่ของข้อมูล"
STATES = {
    ItemState.COMPLETE: "ครบถ้วน",
    ItemState.INCOMPLETE: "ไม่ครบถ้วน",
    ItemState.NOT_ASSESSED: "ยังไม่ตรวจ",
}
TEXT_SIZE = 13.0


def totals_table(contents: SummaryContents) -> Table:
    """A line for each sub-indicator: how many items are complete, incomplete or open, and the points they carry."""
    columns = (
        Column("ตัวชี้วัดย่อย", 6.5),
        Column("ข้อ", 1, "right"),
        Column("ครบถ้วน", 1.2, "right"),
        Column("ไม่ครบถ้วน", 1.4, "right"),
        Column("ยังไม่ตรวจ", 1.4, "right"),
        *([Column("ไม่มีที่อยู่", 1.4, "right")] if contents.knows_answers else []),
        Column("มีผลต่อคะแนนรวม", 2, "right"),
        Column("ได้แล้ว", 1.6, "right"),
        Column("ยังไม่ได้", 1.6, "right"),
    )
    knows = contents.knows_answers
    rows = [Row((_name(group), *_counts(group.lines, knows_answers=knows))) for group in contents.groups]
    total = Row(("รวม", *_counts(contents.lines, knows_answers=knows)), kind="total")
    return Table(columns, (*rows, total), size=TEXT_SIZE)


def items_table(contents: SummaryContents) -> Table:
    """Every item under its sub-indicator: title, verdict, points; addresses and explanation if any are known."""
    knows = contents.knows_answers
    given = (Column("ที่อยู่บนเว็บไซต์", 9.0), Column("คำอธิบาย", 5.2)) if knows else ()
    columns = (
        Column("ข้อ", 1.2, "centre"),
        Column("ข้อมูล", 4.4 if knows else 18.6),
        *given,
        Column("ผลการตรวจ", 1.9, "centre"),
        Column("มีผลต่อคะแนนรวม", 1.8, "right"),
    )
    rows = tuple(row for group in contents.groups for row in _group_rows(group, len(columns), knows_answers=knows))
    return Table(columns, (*rows, _total(contents.lines, len(columns))), size=TEXT_SIZE)


def _group_rows(group: GroupLines, columns: int, *, knows_answers: bool) -> Iterator[Row]:
    done = tally(group.lines, ItemState.COMPLETE)
    head = f"{_name(group)} (ครบถ้วน {done.items} จาก {len(group.lines)} ข้อ)"
    yield Row((Cell(head, span=columns - 1), Cell(f"{tally(group.lines).points}", align="right")), kind="group")
    yield from (_row(line, knows_answers=knows_answers) for line in group.lines)


def _row(line: ItemLine, *, knows_answers: bool) -> Row:
    item = line.cost.item
    given = (_addresses(line), line.given.explanation) if knows_answers else ()
    return Row((item.code.upper(), item.title_th, *given, STATES[line.state], _points(line)))


def _addresses(line: ItemLine) -> Cell:
    """Each address alone in its paragraph, so that it begins at the edge and breaks only where it is too long."""
    if not line.given.urls:
        return Cell(Run(NOTHING_GIVEN, italic=True))
    return Cell(blocks=tuple(Paragraph(address_run(url), style="plain") for url in line.given.urls))


def _points(line: ItemLine) -> str:
    return f"{line.cost.points}"


def _total(lines: Sequence[ItemLine], columns: int) -> Row:
    done, whole = tally(lines, ItemState.COMPLETE), tally(lines)
    words = f"รวม {whole.items} ข้อ ครบถ้วน {done.items} ข้อ ได้ {done.points} จาก {whole.points} คะแนน"
    return Row((Cell(words, span=columns - 1, align="left"), f"{whole.points}"), kind="total")


def _counts(lines: Sequence[ItemLine], *, knows_answers: bool) -> tuple[str, ...]:
    counted = [len(lines), *(tally(lines, state).items for state in ItemState)]
    if knows_answers:
        counted.append(_without_address(lines))
    open_points = tally(lines, ItemState.INCOMPLETE, ItemState.NOT_ASSESSED)
    points = (tally(lines), tally(lines, ItemState.COMPLETE), open_points)
    return (*map(str, counted), *(f"{one.points}" for one in points))


def _without_address(lines: Iterable[ItemLine]) -> int:
    return sum(not line.given.urls for line in lines)


def _name(group: GroupLines) -> str:
    return f"{group.sub_indicator.code} {group.sub_indicator.name_th}"

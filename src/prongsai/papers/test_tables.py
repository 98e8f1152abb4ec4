from prongsai.papers.content import Cell, Column, NumberedList, Paragraph, Row, Table
from prongsai.papers.tables import cell_align, joined_columns, keeps_together, rows_of

COLUMN = Column("ก", align="centre")


def test_a_table_without_rows_says_so_over_its_whole_width():
    (row,) = rows_of(Table((COLUMN, COLUMN), (), empty_text="ว่าง"))
    assert row.cells == (Cell("ว่าง", span=2, align="centre"),)


def test_an_empty_group_over_one_column_joins_its_head():
    table = Table((COLUMN,) * 4, (), groups=(Cell(), Cell("คะแนน", span=2), Cell()))
    assert joined_columns(table) == {0, 3}


def test_a_long_row_may_run_over_pages():
    assert keeps_together(Row(("สั้น", Cell(blocks=(Paragraph("สั้น"),)))))
    assert not keeps_together(Row(("ย" * 600,)))
    assert not keeps_together(Row((Cell(blocks=(NumberedList(("ย" * 300, "ย" * 300)),)),)))


def test_a_cell_lies_as_it_says_or_as_its_column_does():
    assert cell_align(Cell("1", align="right"), Row(("1",)), COLUMN) == "right"
    assert cell_align(Cell("1"), Row(("1",)), COLUMN) == "centre"
    assert cell_align(Cell("ส่วนที่ 1"), Row(("ส่วนที่ 1",), "group"), COLUMN) == "left"

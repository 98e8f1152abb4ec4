import pytest

from prongsai.papers.reading.rows import lines_of_text


def cells(text):
    return [line.cells for line in lines_of_text(text) if line.cells]


def test_tabs_make_rows_and_lists_do_not():
    text = "ตัวชี้วัด\tคะแนน\n-\tข้อหนึ่ง\n\t\tตามที่สำนักงานแจ้ง\n๑.\tเรื่องแรก"
    assert cells(text) == [("ตัวชี้วัด", "คะแนน")]


def test_the_rest_of_a_row_is_a_row_where_the_table_above_is_as_wide():
    assert cells("ก\tข\tค\n\t\tที่เหลือ") == [("ก", "ข", "ค"), ("", "", "ที่เหลือ")]


@pytest.mark.parametrize("row", ["| ก | ข |", "- | ก | ข |", "|ก|ข|"])
def test_pipes_make_rows(row):
    assert cells(f"{row}\n|---|---|\n| | |") == [("ก", "ข")]


def test_pipes_without_borders_make_rows():
    assert cells("ก | ข | ค") == [("ก", "ข", "ค")]


def test_html_tables_give_rows_with_joined_cells_in_their_first_place():
    text = """<table><tr><th colspan="2">หัว</th><th>ท้าย</th></tr>
<tr><td rowspan=2>ก</td>
    <td>ข<br>ค</td><td>1</td></tr>
<tr><td>ง</td><td>2</td></tr></table>หลังตาราง"""
    lines = lines_of_text(text)
    assert [line.cells for line in lines] == [("หัว", "", "ท้าย"), ("ก", "ข\nค", "1"), ("", "ง", "2"), ()]
    assert [line.where.line for line in lines] == [1, 2, 4, 4]
    assert lines[-1].text == "หลังตาราง"


def test_an_html_table_without_end_is_text():
    assert cells("<table><tr><td>ก</td><td>ข</td>") == []


def test_form_feeds_count_pages_and_lines_go_on():
    assert [str(line.where) for line in lines_of_text("ก\nข\f\nค")] == [
        "page 1, line 1",
        "page 2, line 2",
        "page 2, line 3",
    ]


def test_a_row_of_too_many_cells_is_text():
    assert cells("ก\t" * 100 + "ข") == []

import time

import pytest

from prongsai.sheets.clients_file import read_clients
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import SheetError

HEAD = "บริการ,ช่องทางติดต่อ,รหัสอ้างอิง\n"


def read(rows, head=HEAD):
    return read_clients(read_sheet("clients.csv", (head + rows).encode()))


def told(rows):
    return [problem.text("th") for problem in read(rows).problems]


def test_good_rows_are_kept_and_bad_ones_named_by_row_and_column():
    found = read("ชำระภาษี,0812345678,Q1\nชำระภาษี,12,Q2\n,0812345679,Q3\nชำระภาษี,ตลาดสด,Q1\n")
    assert [(client.row, client.reference) for client in found.rows] == [(2, "Q1"), (3, "Q2")]
    assert [(problem.row, problem.column) for problem in found.problems] == [(4, "บริการ"), (5, "รหัสอ้างอิง")]
    assert "แถว 2" in found.problems[1].text("th")
    assert "row 2" in found.problems[1].text("en")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("๐๘๑-๒๓๔ ๕๖๗๘", "0812345678"),
        ("812345678", "0812345678"),
        ("+66 81 234 5678", "0812345678"),
        ("0066812345678", "0812345678"),
        ("02 123 4567", "021234567"),
        ("21234567", "021234567"),
        ("หน้าอาคาร 2 เวลา 9.00", "หน้าอาคาร 2 เวลา 9.00"),
        ("Line: somchai99", "Line: somchai99"),
    ],
)
def test_telephone_numbers_are_read_in_thai_digits_and_get_back_the_zero_that_excel_took(typed, kept):
    assert read(f"งาน,{typed},Q1\n").rows[0].contact == kept


@pytest.mark.parametrize("typed", ["081234567899", "1234567890", "0112345678"])
def test_a_number_that_cannot_be_dialled_is_pointed_out(typed):
    assert typed in told(f"งาน,{typed},Q1\n")[0]


def test_a_national_id_is_refused_and_not_repeated():
    (line,) = told("งาน,0812345678,1101700230708\n")
    assert "เลขประจำตัวประชาชน" in line
    assert "1101700230708" not in line
    assert read("งาน,0812345678,1101700230709\n").rows, "thirteen digits without the check digit are a case number"


def test_references_in_thai_digits_are_the_same_references():
    assert "แถว 2" in told("งาน,0812345678,๑๒๓\nงาน,0812345679,123\n")[0]


def test_english_columns_and_columns_that_are_not_read():
    found = read("Aoy,tax,0812345678,Q1\n", "name,service,phone,reference\n")
    assert found.rows[0].service == "tax"
    assert found.unread == ("name",)


def test_a_missing_column_is_named_in_both_languages():
    with pytest.raises(SheetError) as refused:
        read("x,y\n", "บริการ,รหัสอ้างอิง\n")
    (problem,) = refused.value.problems
    assert "ช่องทางติดต่อ" not in problem.found.th
    assert "phone" in problem.text("th") or "contact" in problem.text("th")
    assert "contact" in problem.text("en")


def test_too_long_a_cell_is_refused():
    assert "60" in told(f"งาน,0812345678,{'x' * 61}\n")[0]


def test_twenty_thousand_rows_are_read_quickly():
    rows = "".join(f"บริการ {number % 5},08{number:08d},Q{number}\n" for number in range(20_000))
    started = time.perf_counter()
    assert len(read(rows).rows) == 20_000
    assert time.perf_counter() - started < 10

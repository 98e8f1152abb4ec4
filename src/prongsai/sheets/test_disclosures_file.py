import io

import pytest
import xlsxwriter

from prongsai.rulebook.loading import load_year
from prongsai.sheets.disclosure_columns import item_code, pasted_sheet
from prongsai.sheets.disclosures_file import ListedItem, disclosures_csv, disclosures_xlsx, read_disclosures
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import SheetError

YEAR = load_year(2569)
A, B, C = (f"https://town.example/{letter}" for letter in "abc")


def read(text: str, name="รายการ.csv"):
    return read_disclosures(read_sheet(name, text.encode()), YEAR)


def paste(text: str):
    return read_disclosures(pasted_sheet("ที่วาง", text), YEAR)


@pytest.mark.parametrize("text", ["o1", "O1", "๑", "O๑", "โอ1", "ข้อ 1", "ข้อที่ ๑", "01", "o-1", "O.1", "OIT 1", " 1 "])
def test_an_item_is_known_however_it_is_written(text):
    assert item_code(text) == "o1"


@pytest.mark.parametrize("text", ["", "o", "o0", "โครงสร้าง", "i1", "O123", "1.2"])
def test_anything_else_is_no_item(text):
    assert item_code(text) is None


def test_rows_and_cells_of_one_item_come_together_in_order():
    found = read(f'ข้อ,ลิงก์ 1,ลิงก์ 2,คำอธิบาย\nO2,"{A} {B}",,หน้าแรก\n๑,{C},,\nO๒,{C},{A},หน้าสอง\n')
    assert found.problems == ()
    assert [(item.code, item.urls, item.rows) for item in found.items] == [
        ("o1", (C,), (3,)),
        ("o2", (A, B, C), (2, 4)),
    ]
    assert found.items[1].explanation == "หน้าแรก หน้าสอง"


def test_every_wrong_row_is_named_and_the_others_are_kept():
    found = read(f"item,url,ผู้รับผิดชอบ\no1,{A},x\no27,{B},x\no2,ดูหน้าเว็บ,x\nโครงสร้าง,{C},x\n")
    assert [item.code for item in found.items] == ["o1"]
    assert [(problem.row, problem.column) for problem in found.problems] == [(3, "item"), (4, "url"), (5, "item")]
    assert "O1 ถึง O26" in found.problems[0].text()
    assert found.unread == ("ผู้รับผิดชอบ",)


def test_more_addresses_than_an_item_can_have_are_refused():
    many = " ".join(f"{A}/{number}" for number in range(31))
    assert "30" in read(f"item,url\no1,{many}\n").problems[0].text()


def test_rows_of_one_item_that_come_to_too_much_are_refused_and_nothing_is_cut():
    found = read("item,url\n" + "".join(f"o1,{A}/{number}\n" for number in range(31)))
    assert [(problem.row, problem.column) for problem in found.problems] == [(32, "url")]
    assert len(found.items[0].urls) == 30
    long = read(f"item,url,explanation,note\no1,{A},{'ก' * 1500},{'ข' * 1500}\n")
    assert (long.items, long.problems[0].column) == ((), "note")


def test_an_item_with_addresses_and_a_reason_is_asked_about_and_a_dash_is_no_reason():
    found = read(f"item,url,not_applicable\no1,{A},ไม่มี\no2,{B},-\no3,-,–\n")
    assert [(problem.row, "อย่างเดียว" in problem.text("th")) for problem in found.problems] == [(2, True)]
    assert [(item.code, item.urls, item.not_applicable) for item in found.items] == [("o2", (B,), ""), ("o3", (), "")]


def test_a_quotation_mark_that_never_closes_swallows_no_rows():
    found = paste(f'ข้อ\tลิงก์\tคำอธิบาย\nO1\t{A}\t"ดูหน้า 3\nO2\t{B}\t')
    assert [(item.code, item.explanation) for item in found.items] == [("o1", '"ดูหน้า 3'), ("o2", "")]


def test_a_cell_longer_than_any_is_told():
    assert paste(f"ข้อ\tลิงก์\nO1\thttps://town.example/{'a' * 140_000}").problems[0].column == "ลิงก์"


def test_a_reason_and_a_long_explanation_are_read():
    found = read(f"item,url,not_applicable,explanation\no1,,ไม่มีบริการออนไลน์,\no2,{A},,{'ก' * 2001}\n")
    assert found.items[0].not_applicable == "ไม่มีบริการออนไลน์"
    assert "2000" in found.problems[0].text("en")


def test_a_list_without_its_columns_says_which_it_needs():
    with pytest.raises(SheetError, match="url"):
        read("item,score\no1,100\n")


@pytest.mark.parametrize(
    "text",
    [
        f"O1 {A} {B}\nO2\t\n".replace("\t", ""),
        f"ข้อ\tลิงก์\nO1\t{A} {B}\nO2\t",
        f"ข้อ 1: {A}\nO1 {B}\n2",
        f"o1,{A},{B}\no2,",
        f"item,url\no1,{A} {B}\no2,\n",
    ],
)
def test_a_pasted_list_is_read_with_a_head_or_without(text):
    found = paste(text)
    assert found.problems == ()
    assert [(item.code, item.urls) for item in found.items] == [("o1", (A, B)), ("o2", ())]


def test_pasted_cells_without_a_head_are_told_apart_by_what_they_hold():
    [item] = paste(f"O1\tโครงสร้าง หน้าที่และอำนาจ\t{A}\tแผนผังอยู่ท้ายหน้า").items
    assert (item.title, item.urls, item.explanation) == ("โครงสร้าง หน้าที่และอำนาจ", (A,), "แผนผังอยู่ท้ายหน้า")


@pytest.mark.parametrize(
    "row", ["javascript:alert(1)", "file:///etc/passwd", "https://u:p@town.example/", f"{A}/แผน พัฒนา.pdf"]
)
def test_what_was_meant_as_an_address_is_named_without_a_head_too(row):
    found = paste(f"O1 {row}\nO2 {B}")
    assert [(problem.row, problem.column) for problem in found.problems] == [(1, "ลิงก์")]
    assert [item.code for item in found.items] == ["o2"]


def test_a_cell_of_several_lines_keeps_all_its_addresses():
    [item] = paste(f'O1\t"{A}\n{B}"').items
    assert item.urls == (A, B)


@pytest.mark.parametrize("text", ["", "  \n ", "ไม่มีอะไร"])
def test_pasted_text_that_is_no_list_says_what_to_paste(text):
    with pytest.raises(SheetError, match="https"):
        paste(text)


def test_what_is_written_out_is_read_back_alike():
    items = {
        "o1": ListedItem("o1", (A, B), "=แผนผัง"),
        "o10": ListedItem("o10", not_applicable="ไม่มีบริการออนไลน์"),
    }
    for name, content in (("a.csv", disclosures_csv(YEAR, items)), ("a.xlsx", disclosures_xlsx(YEAR, items))):
        found = read_disclosures(read_sheet(name, content), YEAR)
        assert len(found.items) == 26
        assert found.items[0].urls == (A, B)
        assert found.items[0].explanation.endswith("=แผนผัง")
        assert found.items[9].not_applicable == "ไม่มีบริการออนไลน์"


def test_a_workbook_with_numbers_for_items_is_read():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["ข้อ", "ลิงก์"])
        sheet.write(1, 0, 1)
        sheet.write(1, 1, A)
    assert read_disclosures(read_sheet("a.xlsx", content.getvalue()), YEAR).items[0].urls == (A,)

import pytest

from prongsai.papers.reading.measures import measures_of, steps_of
from prongsai.papers.reading.rows import lines_of_text
from prongsai.papers.reading.tables import find_tables

HEAD = "ตัวชี้วัด\tมาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tการติดตาม"
SHORT = "ประเด็น\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา"


def read(*lines):
    return list(measures_of(find_tables(lines_of_text("\n".join(lines))), 2568))


@pytest.mark.parametrize(
    ("cell", "steps"),
    [
        ("๑.แจ้งทุกกอง ๒.ทำป้าย ๓. รายงาน", ("แจ้งทุกกอง", "ทำป้าย", "รายงาน")),
        ("- ตรวจ - ปรับปรุงและ - แจ้ง", ("ตรวจ", "ปรับปรุงและ", "แจ้ง")),
        ("๑. กำหนด ๒. จัดซื้อ\nวิธีดำเนินการ\n๑. สำรวจ ๒. ประกาศ", ("กำหนด", "จัดซื้อ", "สำรวจ", "ประกาศ")),
        ("จัดประชุม 2 ครั้ง ปี 2568", ("จัดประชุม 2 ครั้ง ปี 2568",)),
        ("ก\nข", ("ก", "ข")),
        ("-", ()),
    ],
)
def test_steps_are_cut_by_numbers_dashes_or_paragraphs(cell, steps):
    assert steps_of(cell) == steps


def test_a_row_has_all_its_parts():
    (measure,) = read(HEAD, "๒. การใช้งบประมาณ\t๑. เปิดเผยยอดใช้จ่าย\t๑. ลงเว็บ ๒. แจ้ง\tปี ๒๕๖๙\tกองคลัง\tรายงานทุกเดือน")
    assert (measure.indicator, measure.measure, measure.steps) == (2, "เปิดเผยยอดใช้จ่าย", ("ลงเว็บ", "แจ้ง"))
    assert (measure.period, measure.unit, measure.follow_up) == ("ปี ๒๕๖๙", "กองคลัง", "รายงานทุกเดือน")


def test_a_row_cut_by_a_page_is_one_measure():
    (measure,) = read(
        SHORT, "ก\tปรับปรุงคู่มือให้\t๑. รวบรวม\tกองคลัง\tต.ค. ๖๘", "", "- ๒ -", "", SHORT, "\tครบทุกงาน\t๒. ประกาศ\t\t"
    )
    assert (measure.measure, measure.steps, measure.unit) == ("ปรับปรุงคู่มือให้ครบทุกงาน", ("รวบรวม", "ประกาศ"), "กองคลัง")


def test_a_period_cut_by_a_page_is_one():
    (measure,) = read(SHORT, "ก\tทำคู่มือ\tเขียน\tกองคลัง\tต.ค. ๖๘ -", "", "- ๒ -", "", SHORT, "ข\tใหม่\tต่อ\t\tก.ย. ๖๙")
    assert measure.period == "ต.ค. ๖๘ - ก.ย. ๖๙"


def test_a_row_without_unit_and_period_in_the_middle_of_a_page_is_its_own():
    first, second = read(SHORT, "i๑ ประเด็น ก\tทำคู่มือ\tเขียน\tกองคลัง\tปี ๖๙", "E๗ ประเด็น ข\tเปิดเวที\tนัด\t\t")
    assert (first.unit, second.unit, second.indicator) == ("กองคลัง", "", 8)


def test_a_question_that_begins_a_page_is_a_new_row_even_without_unit():
    assert len(read(SHORT, "i๑ ก\tทำคู่มือ\tเขียน\tกองคลัง\tปี ๖๙", "", "- ๒ -", "", SHORT, "E๗ ข\tเปิดเวที\tนัด\t\t")) == 2


def test_two_rows_run_into_one_are_taken_apart():
    first, second = read(
        SHORT, "E๒ ประเด็น ก\tจัดคิวแล้ว\tติดป้าย\tทุกกอง\tปี ๖๙", "", "- ๒ -", "", SHORT,
        "E๕ ประเด็น ข\t<p>แจ้งประชาชน</p><p>รวมข้อมูล</p>\tมอบหมาย\t<p>ทุกกอง</p><p>ทุกกอง</p>\t<p>ปี ๖๙</p><p>ปี ๖๙</p>",
    )  # fmt: skip
    assert (first.measure, second.measure) == ("จัดคิวแล้วแจ้งประชาชน", "รวมข้อมูล")
    assert (second.unit, second.indicator) == ("ทุกกอง", 7)


def test_numbers_that_only_count_measures_are_no_indicators():
    head = "ลำดับ\tตัวชี้วัด\tมาตรการ\tระยะเวลา\tผู้รับผิดชอบ"
    found = read(head, "1\tการปรับปรุงการทำงาน\tเปิดเวที\tปี 69\tก", "2\tประสิทธิภาพการสื่อสาร\tทำป้าย\tปี 69\tข")
    assert [measure.indicator for measure in found] == [8, 7]


def test_an_indicator_is_carried_to_the_rows_that_leave_it_empty():
    found = read(HEAD, "๘. การปรับปรุงการทำงาน\tก\tก\tปี\tก\tก", "\tข\tข\tปี\tข\tข")
    assert [measure.indicator for measure in found] == [8, 8]


def test_a_measure_that_names_no_indicator_has_none():
    (measure,) = read("มาตรการ\tวิธีดำเนินการ\tระยะเวลา\tผู้รับผิดชอบ", "๑. อบรม\tจัดอบรม\tปี ๖๙\tกอง")
    assert measure.indicator is None


def test_tables_of_other_things_hold_no_measures():
    assert read("มาตรการ\tขั้นตอน\tสถานะ\tเหตุผล", "ก\tข\tค\tง") == []
    assert read(HEAD, "๑. การปฏิบัติหน้าที่\tยังไม่มีมาตรการ โปรดเพิ่ม\t\t\t\t") == []

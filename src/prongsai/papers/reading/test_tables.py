from prongsai.papers.reading.columns import Role, is_head, role_of
from prongsai.papers.reading.rows import lines_of_text
from prongsai.papers.reading.tables import find_tables

HEAD = "ประเด็น\tมาตรการ\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ"


def tables(*lines):
    return find_tables(lines_of_text("\n".join(lines)))


def rows(table):
    return [row.cells[0] for row in table.rows]


def test_heads_are_known_however_they_are_worded_or_misspelt():
    assert role_of("มาตรการ/ขั้นตอน/วิธีการปฏิบัติ") is Role.MEASURE
    assert role_of("ขั้นตอนหรือวิธีการปฏิบัติ") is Role.STEPS
    assert role_of("ระยะเวลา ดำเนินการ") is Role.PERIOD
    assert role_of("ผู้รับผิคชอบ") is Role.UNIT
    assert role_of("ผลลัพธ์หรือความสำเร็จ ของการดำเนินการ") is Role.OUTCOME
    assert role_of("ตัวชี้วัดความสำเร็จ") is Role.OUTCOME
    assert role_of("๒๕๖๖") is Role.YEAR
    assert role_of("ผลต่าง 2566-2567") is Role.CHANGE
    assert role_of("น้ำหนัก") is Role.OTHER_NUMBER


def test_a_row_with_a_score_or_a_long_text_is_no_head():
    assert is_head(("ตัวชี้วัด", "คะแนน"))
    assert not is_head(("แบบวัด IIT", "", "93.41", "เพิ่มขึ้น 4.83"))
    assert not is_head(("๑. การปฏิบัติหน้าที่ ๘๘.๗๒ คะแนน", "คะแนนต่ำสุดคือการใช้ทรัพย์สิน"))


def test_a_head_that_repeats_after_a_page_number_goes_on_the_table():
    (table,) = tables(HEAD, "ก\tข\tค\tง\tจ", "", "- ๒ -", "", HEAD.replace("ระยะเวลา", "ระยะ เวลา"), "ฉ\tช\tซ\tฌ\tญ")
    assert rows(table) == ["ก", "ฉ"]
    assert [row.first_on_page for row in table.rows] == [False, True]


def test_rows_after_a_page_number_without_head_go_on_if_they_are_as_wide():
    first, second = tables(HEAD, "ก\tข\tค\tง\tจ", "", "หน้า ๓", "", "ฉ\tช\tซ\tฌ\tญ", "", "ลงชื่อ\tผู้จัดทำ")
    assert rows(first) == ["ก", "ฉ"]
    assert rows(second) == ["ลงชื่อ"]


def test_a_row_that_lost_cells_stays_in_its_table():
    (table,) = tables("ตัวชี้วัด\t๒๕๖๖\t๒๕๖๗", "๑. การปฏิบัติหน้าที่\t80.00", "๒. การใช้งบประมาณ\t81.00\t82.00")
    assert [len(row.cells) for row in table.rows] == [2, 3]


def test_a_head_of_two_lines_is_one():
    (table,) = tables("การนำไปสู่การปฏิบัติ\t\tขั้นตอน\tระยะเวลา", "ที่\tตัวชี้วัด\t\t", "๑\tการใช้อำนาจ\tก\tข")
    assert table.head == ("ที่", "ตัวชี้วัด", "ขั้นตอน", "ระยะเวลา")


def test_narrow_tables_of_the_same_head_are_two():
    assert len(tables("ตัวชี้วัด\tคะแนน", "ก\t80.00", "ปี ๒๕๖๗ เป็นดังนี้", "ตัวชี้วัด\tคะแนน", "ข\t81.00")) == 2


def test_a_line_of_number_name_and_score_is_a_row():
    (table,) = tables("1. การเปิดเผยข้อมูล ได้คะแนน 95.00", "2. การใช้อำนาจ ได้คะแนน 90.42 คะแนน")
    assert [row.cells for row in table.rows] == [("1. การเปิดเผยข้อมูล", "95.00"), ("2. การใช้อำนาจ", "90.42")]

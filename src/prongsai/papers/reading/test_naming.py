import pytest

from prongsai.papers.reading.naming import agency_of, kind_of
from prongsai.papers.reading.rows import lines_of_text
from prongsai.papers.reading.tables import find_tables


def agency(text):
    return agency_of(lines_of_text(text))


def kind(text):
    lines = lines_of_text(text)
    return kind_of(lines, find_tables(lines))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("เทศบาลเทศบาลตำบลหนองลองอ่าน\nอำเภอสมมติ จังหวัดทดลอง", "เทศบาลตำบลหนองลองอ่าน"),
        ("เทศบาลตำบลแร่ทอง อำเภอสมมติ\nเทศบาลตำบลแร่ทองได้พิจารณากำหนดมาตรการของเทศบาลตำบลแร่ทอง", "เทศบาลตำบลแร่ทอง"),
        ("ของเทศบาลตำบล และเป็นลำดับที่ 3", ""),
        ("สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ", ""),
        ("มหาวิทยาลัยทดลองวิทยา ได้ทราบผลแล้ว", "มหาวิทยาลัยทดลองวิทยา"),
    ],
)
def test_the_agency_is_named(text, name):
    assert agency(text) == name


def test_the_spelling_in_the_middle_of_all_is_taken():
    names = ["คอนทราย"] * 3 + ["ดอนทราย"] * 3 + ["ตอนทราย", "ดอยทราย"]
    text = "\n".join(f"องค์การบริหารส่วนตำบล{name} ได้รับผล" for name in names)
    assert agency(text) == "องค์การบริหารส่วนตำบลดอนทราย"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("บันทึกข้อความ\nเรื่อง รายงานผลการประเมิน", "memo"),
        ("บันทึกข้อความ\nเรื่อง รายงานผล\n\nรายงานการวิเคราะห์ผลการประเมิน", "analysis"),
        ("รายงานการวิเคราะห์ผลการประเมิน\nมาตรการส่งเสริมคุณธรรม", "analysis"),
        ("มาตรการส่งเสริมคุณธรรมและความโปร่งใส\nการวิเคราะห์ผลการประเมิน", "measures"),
        ("รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรม", "report"),
        ("มาตรการ\tระยะเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ\tผลลัพธ์\nก\tข\tค\tง\tจ", "report"),
        ("ประกาศรับสมัคร", ""),
    ],
)
def test_the_kind_is_told_by_titles_and_tables(text, name):
    assert kind(text) == name

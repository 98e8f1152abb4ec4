"""`prongsai check` on documents that nobody wrote: each trouble is found by its own rule, and by no other."""

import json
from pathlib import Path

import pytest

from prongsai.cli import main

GOOD = """บันทึกข้อความ
ส่วนราชการ สำนักปลัดเทศบาล เทศบาลตำบลห้วยทดลอง
ที่ ทล ๕๒๐๐๑/๑๒ วันที่ ๒๒ กันยายน ๒๕๖๘
เรื่อง รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
เรียน นายกเทศมนตรีตำบลห้วยทดลอง

เทศบาลตำบลห้วยทดลองได้คะแนนรวม ๙๑.๖๕ คะแนน อยู่ในระดับผ่านดี อยู่ในลำดับที่ ๑,๒๐๔ ของหน่วยงานประเภทเทศบาลตำบล

เครื่องมือ\tคะแนน
IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน\t๙๐.๐๐
EIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (ส่วนที่ ๑)\t๘๘.๐๐
EIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (ส่วนที่ ๒)\t๘๗.๐๐
OIT แบบวัดการเปิดเผยข้อมูลสาธารณะ\t๙๖.๐๐

คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. ๒๕๖๘
ตัวชี้วัดที่\tรายละเอียดตัวชี้วัด\tคะแนน
๑\tการปฏิบัติหน้าที่\t๙๒.๐๐
๒\tการใช้งบประมาณ\t๘๙.๐๐
๓\tการใช้อำนาจ\t๘๘.๐๐
๔\tการใช้ทรัพย์สินของราชการ\t๙๐.๐๐
๕\tการแก้ไขปัญหาการทุจริต\t๙๑.๐๐
๖\tคุณภาพการดำเนินงาน\t๘๘.๕๐
๗\tประสิทธิภาพการสื่อสาร\t๘๗.๐๐
๘\tการปรับปรุงการทำงาน\t๘๗.๐๐
๙\tการเปิดเผยข้อมูล\t๙๗.๐๐
๑๐\tการป้องกันการทุจริต\t๙๕.๐๐

ผลรายข้อคำถาม
ตัวชี้วัด\tเครื่องมือ\tข้อคำถาม\tคะแนน
๑. การปฏิบัติหน้าที่\tIIT\ti๑\t๙๑.๐๐
๑. การปฏิบัติหน้าที่\tIIT\ti๒\t๘๕.๐๐
๑. การปฏิบัติหน้าที่\tIIT\ti๓\t๑๐๐.๐๐

ปีงบประมาณ พ.ศ. ๒๕๖๗ เทศบาลตำบลห้วยทดลองได้คะแนนรวม ๘๙.๙๐ คะแนน

มาตรการเพื่อนำผลการประเมินไปสู่การปฏิบัติ ปีงบประมาณ พ.ศ. ๒๕๖๙
ที่\tตัวชี้วัด\tมาตรการ/แนวทาง\tขั้นตอนหรือวิธีการปฏิบัติ\tระยะเวลาดำเนินการ\tหน่วยงานผู้รับผิดชอบ\tการติดตาม/รายงานผล
๑\tการปฏิบัติหน้าที่\tทบทวนคู่มือการปฏิบัติงาน (อ้างอิงจาก ๐๘)\tทุกกองส่งคู่มือที่แก้แล้ว\tต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙\tสำนักปลัด\tรายงานทุกไตรมาส
๗\tประสิทธิภาพการสื่อสาร\tเพิ่มช่องทางถามตอบบนเว็บไซต์\tตั้งผู้ตอบประจำวัน\tต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙\tกองยุทธศาสตร์\tนับเรื่องที่ตอบทันเวลา
๘\tการปรับปรุงการทำงาน\tพัฒนา E-Service (อ้างอิงจาก ๐๑๐)\tเปิดรับคำขอออนไลน์สามงาน\tต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙\tกองช่าง\tรายงานจำนวนผู้ใช้
"""
"""0.30 × 90 + 0.15 × 88 + 0.15 × 87 + 0.40 × 96 = 91.65; EIT: (88.5 + 87 + 87) ÷ 3 = 87.50 = (88 + 87) ÷ 2."""

TROUBLES = {
    "a total that does not follow": ("total", "คะแนนรวม ๙๑.๖๕", "คะแนนรวม ๙๕.๑๑"),
    "a level above the scores": ("level", "ระดับผ่านดี อยู่", "ระดับผ่านดีเยี่ยม อยู่"),
    "a letter in the new scheme": ("scheme", "ระดับผ่านดี อยู่", "ระดับ B อยู่"),
    "a second rank": (
        "rank",
        "ผลรายข้อคำถาม\n",
        "ผลการประเมินอยู่ในลำดับที่ ๑,๒๔๐ ของหน่วยงานประเภทเทศบาลตำบล\n\nผลรายข้อคำถาม\n",
    ),
    "the number of another year": ("item-year", "E-Service (อ้างอิงจาก ๐๑๐)", "E-Service (อ้างอิงจาก ๐๑๘)"),
    "an instrument called by the other's name": ("name", "ภายนอก (ส่วนที่ ๒)", "ภายใน (ส่วนที่ ๒)"),
    "an indicator called by the other's name": ("name", "๙\tการเปิดเผยข้อมูล", "๙\tการใช้อำนาจ"),
    "a fall called a rise": (
        "direction",
        "ผลรายข้อคำถาม\n",
        "เวทีประชาคมได้ผลจาก ๙๕.๐๐ เป็น ๙๐.๐๐ ถือว่าประสบความสำเร็จ\n\nผลรายข้อคำถาม\n",
    ),
    "a fall between two years called an improvement": (
        "direction",
        "ผลรายข้อคำถาม\n",
        "หัวข้อการรับฟัง ปี ๒๕๖๗ ได้ ๑๐๐ คะแนน ปี ๒๕๖๘ ได้ ๗๕ คะแนน แสดงว่าดีขึ้น\n\nผลรายข้อคำถาม\n",
    ),
    "points that do not fit": (
        "arithmetic",
        "ผลรายข้อคำถาม\n",
        "หัวข้อการรับฟัง ปี ๒๕๖๗ ได้ ๗๕.๐๐ คะแนน ปี ๒๕๖๘ ได้ ๘๐.๐๐ คะแนน เพิ่มขึ้น ๑๕.๐๐ คะแนน\n\nผลรายข้อคำถาม\n",
    ),
    "a period that runs backward": ("date", "ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙\tกองช่าง", "ต.ค. ๒๕๖๙ - ก.ย. ๒๕๖๘\tกองช่าง"),
    "a measure of another year": ("date", "ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙\tกองช่าง", "ต.ค. ๒๕๖๕ - ก.ย. ๒๕๖๖\tกองช่าง"),
    "a memo before the result": ("date", "๒๒ กันยายน ๒๕๖๘", "๒๒ พฤษภาคม ๒๕๖๘"),
    "a memo long after the result": ("date", "๒๒ กันยายน ๒๕๖๘", "๒๒ กรกฎาคม ๒๕๖๙"),
    "a day that does not exist": ("date", "๒๒ กันยายน ๒๕๖๘", "๓๑ กันยายน ๒๕๖๘"),
    "a mean that nine people cannot have": (
        "impossible-mean",
        "ผลรายข้อคำถาม\n",
        "มีผู้ตอบแบบวัด IIT จำนวน ๙ คน\n\nผลรายข้อคำถาม\n",
    ),
    "a figure printed twice": (
        "text-table",
        "๗\tประสิทธิภาพการสื่อสาร\t๘๗.๐๐",
        "๗\tประสิทธิภาพการสื่อสาร\t๘๗.๐๐\n๗\tประสิทธิภาพการสื่อสาร\t๗๘.๐๐",
    ),
    "an instrument that its indicators do not give": ("arithmetic", "ภายใน\t๙๐.๐๐", "ภายใน\t๘๕.๐๐"),
}


@pytest.fixture
def document(tmp_path):
    def write(text: str) -> Path:
        path = tmp_path / "เอกสาร.txt"
        path.write_text(text, "utf-8")
        return path

    return write


def findings(path, capsys, *options):
    code = main([*options, "check", str(path), "--json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert code == bool(found)
    return found


def test_a_document_that_agrees_with_itself_has_no_findings(document, capsys):
    assert findings(document(GOOD), capsys) == []
    assert main(["check", str(document(GOOD))]) == 0
    assert capsys.readouterr().out == "ไม่พบข้อขัดแย้ง\n"


@pytest.mark.parametrize("trouble", TROUBLES)
def test_each_trouble_is_found_by_its_rule_alone(trouble, document, capsys):
    kind, right, wrong = TROUBLES[trouble]
    assert right in GOOD
    found = findings(document(GOOD.replace(right, wrong, 1)), capsys)
    assert {one["kind"] for one in found} == {kind}


def test_a_finding_says_where_what_is_printed_what_follows_and_how_to_mend(document, capsys):
    path = document(GOOD.replace("คะแนนรวม ๙๑.๖๕", "คะแนนรวม ๙๕.๑๑"))
    (found,) = findings(path, capsys)
    assert (found["kind"], found["where"], found["printed"]) == ("total", "line 7", "๙๕.๑๑")
    assert "91.65" in found["follows"]
    assert "เขียน 91.65" in found["mend"]
    (english,) = findings(path, capsys, "--language", "en")
    assert english["follows"].endswith("= 91.65, not 95.11")


def test_people_read_the_findings_in_their_language(document, capsys):
    path = document(GOOD.replace("ระดับผ่านดี อยู่", "ระดับ B อยู่"))
    assert main(["check", str(path)]) == 1
    thai = capsys.readouterr().out
    assert "พบข้อขัดแย้ง 1 แห่ง" in thai
    assert "บรรทัดที่ 7 · ชื่อระดับของปีอื่น · “B”" in thai
    assert main(["--language", "en", "check", str(path)]) == 1
    assert "line 7 · level of another year's scheme · “B”" in capsys.readouterr().out


def test_what_cannot_be_read_is_said_plainly(tmp_path, capsys):
    assert main(["check", str(tmp_path / "ไม่มี.pdf")]) == 2
    assert "ไม่มี.pdf: ไม่พบไฟล์นี้" in capsys.readouterr().err
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    assert main(["--language", "en", "check", str(empty), "--json"]) == 2
    captured = capsys.readouterr()
    assert "empty" in captured.err
    assert captured.out == ""

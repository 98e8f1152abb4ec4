"""An old document becomes figures: read, settled beside its lines, checked, brought."""

import io
import re

import pytest
from docx import Document
from playwright.sync_api import expect

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]

RESULTS = "/office/song-phi-nong/results/"
ROWS = [
    ("1", "การปฏิบัติหน้าที่", "๙๕.๐๐"),
    ("2", "การใช้งบประมาณ", "๙๐.๐๐"),
    ("3", "การใช้อำนาจ", "๙๑.๐๐"),
    ("4", "การใช้ทรัพย์สินของราชการ", "๘๘.๐๐"),
    ("5", "การแก้ไขปัญหาการทุจริต", "๙๒.๐๐"),
    ("6", "คุณภาพการดำเนินงาน", "๙๓.๕๐"),
    ("7", "ประสิทธิภาพการสื่อสาร", "๙๔.๐๐"),
    ("8", "การปรับปรุงระบบการทำงาน", "๙๑.๑"),
    ("9", "การเปิดเผยข้อมูล", "๑๐๐.๐๐"),
    ("10", "การป้องกันการทุจริต", "๑๐๐.๐๐"),
]
MEASURES = [
    ("ที่", "ตัวชี้วัด", "มาตรการ/แนวทาง", "ขั้นตอนหรือวิธีการปฏิบัติ", "ระยะเวลาดำเนินการ", "หน่วยงานผู้รับผิดชอบ", "การติดตาม/รายงานผล"),
    ("1", "การปฏิบัติหน้าที่", "จัดระบบคิวเดียวทุกงานบริการ", "1. สำรวจงาน\n2. ประกาศใช้", "ต.ค. 2565 - ก.ย. 2566", "กองคลัง", "รายงานทุกไตรมาส"),
    ("2", "การใช้ทรัพย์สินของราชการ", "ตรวจนับพัสดุทุกครึ่งปีและเปิดผล", "1. ตั้งคณะตรวจนับ", "ตลอดปี 2566", "ฝ่ายพัสดุกลาง", "สรุปเสนอผู้บริหาร"),
]  # fmt: skip


def invented_document():
    """A memo of a town that does not exist: ten indicators, the eighth has lost a digit, and last year's measures."""
    document = Document()
    document.add_paragraph("บันทึกข้อความ")
    document.add_paragraph("ส่วนราชการ สำนักปลัดเทศบาล เทศบาลเมืองสมมุติ")
    document.add_paragraph("เรื่อง รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")
    document.add_paragraph("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ได้คะแนนรวม ๗๐.๐๐ คะแนน อยู่ในระดับผ่านดี")
    add_table(document, [("ที่", "ตัวชี้วัด", "คะแนน"), *ROWS])
    document.add_paragraph("ข้อ O14 ควรปรับปรุงให้ครบถ้วน")
    document.add_paragraph("ผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๕ ได้คะแนนรวม ๘๑.๒๕ คะแนน")
    add_table(document, MEASURES)
    buffer = io.BytesIO()
    document.save(buffer)
    return {"name": "บันทึกรายงานผล.docx", "mimeType": "application/octet-stream", "buffer": buffer.getvalue()}


def add_table(document, rows):
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def send(officer):
    officer.go(f"{RESULTS}document/")
    officer.page.locator("input[name=file]").set_input_files(invented_document())
    officer.press("อ่านเอกสาร")


def eighth(officer):
    return officer.page.locator("#figure-2566-all-8")


def test_an_old_document_is_read_settled_beside_its_lines_and_brought(sign_in, screen):
    officer = sign_in("officer", screen)
    officer.go(RESULTS)
    officer.follow("นำเข้าจากเอกสารเดิม")
    send(officer)
    assert "เทศบาลเมืองสมมุติ ไม่ตรงกับ" in officer.text(), "another agency's name is pointed out"
    assert "ไม่แน่ใจ ต้องตัดสิน" in eighth(officer).inner_text()

    see_the_line(officer)
    officer.press("นำเข้าปีที่เลือก")
    assert "ยังไม่ได้ตัดสิน" in officer.text()

    officer.page.locator("#id_2566-all-1").fill("๙๕.๕๐")
    eighth(officer).get_by_label("91.10", exact=True).check()
    officer.press("ตรวจ")
    assert "ใส่ 70.00 คำนวณได้" in officer.text(), "the total does not follow"
    assert officer.page.locator("#id_2566-all-1").input_value() == "๙๕.๕๐"
    officer.page.locator("#id_2566-all-total").fill("")
    officer.press("ตรวจ")
    assert "ตัวเลขที่ขัดกัน" not in officer.text()

    officer.press("นำเข้าปีที่เลือก")
    assert "นำเข้าจากเอกสารแล้ว" in officer.page.locator("body").inner_text()
    officer.go(f"{RESULTS}2566/")
    assert officer.page.locator("#id_all-8").input_value() == "91.10"
    assert officer.page.locator("#id_all-1").input_value() == "95.50"
    assert "บันทึกรายงานผล.docx" in officer.page.locator("#id_source_note").input_value()


def test_the_measures_of_an_old_document_become_drafts_of_a_plan(sign_in, screen):
    officer = sign_in("officer", screen)
    send(officer)
    officer.follow("นำมาตรการเหล่านี้ไปร่างแผน")
    assert "ไม่ตรงกับหน่วยงานในระบบ" in officer.text(), "the store of the document is no unit of the town"
    for number in (1, 2):
        officer.page.locator(f"#choose-{number}").check()
    officer.page.locator("#id_indicator-2").select_option("")
    officer.press("เพิ่มที่เลือกลงในร่างแผน")
    assert "เลือกตัวชี้วัดของมาตรการนี้" in officer.text()
    officer.page.locator("#id_indicator-2").select_option("4")
    officer.press("เพิ่มที่เลือกลงในร่างแผน")
    assert "จัดระบบคิวเดียวทุกงานบริการ" in officer.text()
    assert "ตรวจนับพัสดุทุกครึ่งปี" in officer.page.locator("#indicator-4").inner_text()


def see_the_line(officer):
    """From the doubt to its line in the document, and back."""
    eighth(officer).get_by_role("link", name=re.compile("บรรทัด")).first.click()
    line = officer.page.locator(".reading-line:target")
    assert "การปรับปรุงระบบการทำงาน" in line.inner_text()
    expect(line).to_be_in_viewport(ratio=1)
    officer.check()
    line.get_by_role("link").first.click()
    assert officer.page.url.endswith("#figure-2566-all-8")
    expect(eighth(officer)).to_be_in_viewport()


def test_a_file_that_is_no_document_is_refused_in_words(sign_in):
    officer = sign_in("officer")
    officer.go(f"{RESULTS}document/")
    picture = {"name": "รายงาน.pdf", "mimeType": "application/pdf", "buffer": b"\x89PNG\r\n\x1a\n\0\0\0"}
    officer.page.locator("input[name=file]").set_input_files(picture)
    officer.press("อ่านเอกสาร")
    assert "ไม่ใช่เอกสารที่อ่านได้" in officer.text()


def test_an_auditor_is_not_led_to_the_reading(sign_in):
    auditor = sign_in("auditor")
    auditor.go(RESULTS)
    assert auditor.page.get_by_role("link", name="นำเข้าจากเอกสารเดิม").count() == 0
    assert auditor.page.goto(f"{auditor.home}{RESULTS}document/").status == 403

"""An invented document, and how it is sent."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from prongsai.portal.bringing.models import ReadDraft

DOCUMENT = """บันทึกข้อความ
ส่วนราชการ เทศบาลเมืองตัวอย่าง
เรื่อง รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘ เทศบาลเมืองตัวอย่าง อยู่ในระดับผ่านดี เป็นลำดับที่ 3
ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ๙๕.๐๐ คะแนน
ตัวชี้วัดที่ 2 การใช้งบประมาณ ๙๐.๐๐ คะแนน
ตัวชี้วัดที่ 3 การใช้อำนาจ ๙๑.๐๐ คะแนน
ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ๘๘.๐๐ คะแนน
ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ๙๒.๐๐ คะแนน
ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ๙๓.๕๐ คะแนน
ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ๙๔.๐๐ คะแนน
ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน ๙๑.๑ คะแนน
ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ๑๐๐ คะแนน
ตัวชี้วัดที่ 10 การป้องกันการทุจริต ๑๐๐ คะแนน
ผลการประเมินปีงบประมาณ พ.ศ. ๒๕๖๗ ได้คะแนนรวม ๙๐.๔๕ คะแนน
ข้อ O14 ควรปรับปรุง
"""
"""Ten indicators of 2568, of which the eighth has lost a digit, and the total of 2567."""

DOUBT = "2568-all-8"
CERTAIN = {
    f"2568-all-{number}": score
    for number, score in {
        1: "95.00",
        2: "90.00",
        3: "91.00",
        4: "88.00",
        5: "92.00",
        6: "93.50",
        7: "94.00",
        9: "100.00",
        10: "100.00",
    }.items()
}
SETTLED = {"chosen": "2568", DOUBT: "91.10"} | CERTAIN


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def send_document(officer):
    """Sends a document as the officer, and gives back the answer."""

    def act(content=DOCUMENT, name="บันทึก.txt"):
        data = content.encode() if isinstance(content, str) else content
        return officer.post("/office/town/results/document/send/", {"file": SimpleUploadedFile(name, data)})

    return act


@pytest.fixture
def draft(send_document) -> ReadDraft:
    """The invented document, read."""
    send_document()
    return ReadDraft.objects.get()


@pytest.fixture
def page(draft) -> str:
    """The address of the side-by-side page."""
    return f"/office/town/results/document/{draft.pk}/"

"""Indicators of success that nobody could check: no number, no measure that moves, no fact that is so or not."""

import re

from prongsai.papers.checking.findings import Kind, TextFinding, Wording, found
from prongsai.thai.numerals import to_arabic_digits

_NAMES_WITH_NUMBERS = re.compile(
    r"^\s*\d{1,2}\s*[.)]\s"
    r"|ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*\d+(?:\.\d+)?"
    r"|(?:ข้อ(?:ที่)?\s*)?(?<![A-Za-z])[ieoIEO]\s?\d{1,2}"
    r"|(?:EIT\s*)?ส่วนที่\s*\d|ข้อ(?:ที่)?\s*\d+"
    r"|ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?\d{2,4}",
    re.MULTILINE,
)
_NUMBER = re.compile(r"\d|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s*(?:ครั้ง|เรื่อง|คน|วัน|เดือน|โครงการ|กิจกรรม|ช่องทาง|ระดับ)")
_MEASURE_THAT_MOVES = re.compile(
    r"(?:คะแนน|จำนวน|ร้อยละ|สัดส่วน|ระยะเวลา).*"
    r"(?:เพิ่มขึ้น|สูงขึ้น|สูงกว่า|มากกว่า|ลดลง|ต่ำกว่า|น้อยกว่า|ไม่เกิน|คงเดิม|เต็ม)",
    re.DOTALL,
)
_THING = (
    r"(?:คำสั่ง|ประกาศ|คู่มือ|แผน|รายงาน|ช่องทาง|ป้าย|ระบบ|เว็บไซต์|ฐานข้อมูล|ทะเบียน|ใบ|บันทึก|แนวปฏิบัติ|แนวทาง|เอกสาร|"
    r"คณะกรรมการ|คณะทำงาน|ผู้รับผิดชอบ|กล่อง|แบบฟอร์ม|หนังสือ|มาตรการ|หลักเกณฑ์|นโยบาย|ผล|ข้อมูล)"
)
_FACT = re.compile(
    rf"ทุก(?!ข์)|ครบ|ไม่มี|ไม่พบ|เป็นศูนย์|แล้วเสร็จ|เรียบร้อย|มี(?:การ)?(?:จัดทำ|เผยแพร่|ประกาศ|แต่งตั้ง|ประชุม|อบรม|รายงาน|ติดตั้ง|{_THING})"
    rf"|(?:จัดทำ|เผยแพร่|ออก|ประกาศใช้|ติดตั้ง|แต่งตั้ง|ลงนาม|เสนอ|ส่ง|เปิดใช้)(?:ใน)?{_THING}"
)


def find_unmeasurable(success_text: str) -> TextFinding | None:
    """What an indicator of success lacks; `None` if somebody could say whether it was reached."""
    plain = _NAMES_WITH_NUMBERS.sub(" ", to_arabic_digits(success_text))
    if any(rule.search(plain) for rule in (_NUMBER, _MEASURE_THAT_MOVES, _FACT)):
        return None
    follows = Wording(
        "ไม่มีตัวเลข หน่วยนับ หรือข้อเท็จจริงที่ตอบได้ว่าใช่หรือไม่ใช่",
        "there is no number, unit or fact that can be answered with yes or no",
    )
    mend = Wording(
        "ระบุจำนวนหรือร้อยละพร้อมหน่วย คะแนนที่ต้องได้ หรือสิ่งที่ต้องมีเมื่อเสร็จ",
        "give a number or percentage with its unit, the score to reach, or what must exist when it is done",
    )
    return found(Kind.SUCCESS, success_text, (0, len(success_text)), follows, mend)

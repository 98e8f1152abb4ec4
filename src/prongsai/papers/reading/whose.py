"""Tells a sentence about another agency from one about the document's own."""

import re

from rapidfuzz import fuzz

_TYPE = r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\."
_NAMED = re.compile(
    rf"(?:{_TYPE})\s?(?P<name>(?!มี|ได้|ที่|ของ|ใน|ทุก|จึง|และ|เข้า|ผล|คะแนน|ซึ่ง|โดย|พบ|แห่ง|ขอ|เรา|นี้|อื่น|จำนวน|ทั้ง|ต่าง|{_TYPE})"
    r"[\u0e01-\u0e4e]{2,40}?)(?=\s|[0-9(]|ได้|มี|เข้ารับ|เท่ากับ|อำเภอ|จังหวัด|ปี|คือ|$)"
)
_OTHERS = re.compile(rf"(?:{_TYPE}|หน่วยงาน|อปท\.)\s?(?:อื่น|ข้างเคียง|ใกล้เคียง)")
ALIKE = 60


def is_of_another(before: str, agency: str) -> bool:
    """Whether the agency named last before a number is another than the document's; a worn spelling is the same."""
    own = re.sub(rf"^(?:{_TYPE})", "", agency)
    found = list(_NAMED.finditer(before))
    others = list(_OTHERS.finditer(before))
    if others and (not found or others[-1].start() >= found[-1].start()):
        return True
    if not found or not own or own == agency:
        return False
    name = found[-1]["name"]
    return fuzz.ratio(name, own) < ALIKE and own not in name

"""Numbers that a text asks for, not scores that somebody got: goals, gates, full marks, marks of success."""

import re

from prongsai.papers.checking.marks_of_success import is_in_mark_of_success
from prongsai.thai.numerals import to_arabic_digits

LONGEST_LINE = 20_000
"""No paragraph or row is longer; what is costs too much to look through for every figure in it."""

_BEGINS_WITH_A_GOAL = re.compile(r"\s*เกณฑ์ของระดับ|\s*(?:ค่า)?เป้าหมาย\s*:?")
_ASKED_BEFORE = re.compile(
    r"(?:ไม่ต่ำกว่า|ไม่น้อยกว่า|ต่ำกว่า|น้อยกว่า|มากกว่า|สูงกว่า|ไม่ถึง|ตั้งแต่|เกิน|ค่าเป้าหมาย|เป้าหมาย(?:คือ|เป็น|ที่)?|เกณฑ์|ครบ)"
    r"\s*(?:คะแนน|ร้อยละ|ค่าเป้าหมาย|เกณฑ์)?\s*$"
)
_OUT_OF = re.compile(r"(?:จาก|เต็ม)\s*(?:คะแนนเต็ม)?\s*$")
_BECOMES = re.compile(r"\s*(?:คะแนน)?\s*(?:มา|ไป)?(?:เป็น|เหลือ)")
FULL_MARKS = {"100", "100.00"}
_END_OF_CELL = re.compile(r"[\n\t]")
_ASKED_AFTER = re.compile(r"\s*(?:คะแนน)?\s*(?:(?:ถึง|[-–])\s*\d|ขึ้นไป)")


def is_only_asked_for(text: str, number: str) -> bool:
    """Whether a number stands in a text, and everywhere in it as something to reach."""
    if len(text) > LONGEST_LINE:
        return False
    plain, wanted = to_arabic_digits(text), re.escape(to_arabic_digits(number).strip())
    found = list(re.finditer(rf"(?<![\d.]){wanted}(?![\d]|\.\d)", plain))
    return bool(found) and all(_is_asked(plain, match) for match in found)


def _is_asked(plain: str, number: re.Match[str]) -> bool:
    begin = max(plain.rfind("\n", 0, number.start()), plain.rfind("\t", 0, number.start())) + 1
    before, after = plain[begin : number.start()], _END_OF_CELL.split(plain[number.end() :], maxsplit=1)[0]
    if number[0] in FULL_MARKS and _OUT_OF.search(before) and not _BECOMES.match(after):
        return True
    return is_in_mark_of_success(plain, number.start()) or bool(
        _BEGINS_WITH_A_GOAL.match(before) or _ASKED_BEFORE.search(before) or _ASKED_AFTER.match(after)
    )

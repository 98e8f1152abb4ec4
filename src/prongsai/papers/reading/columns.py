"""What the columns of a table hold, told by their heads, however an office words them."""

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from prongsai.papers.reading.instrument_words import instrument_of
from prongsai.papers.reading.printed_numbers import numbers_of_cell
from prongsai.papers.reading.years import find_years, only_year
from prongsai.thai.numerals import to_arabic_digits


class Role(Enum):
    """What a column says of each row."""

    NUMBER = "number"
    INDICATOR = "indicator"
    INSTRUMENT = "instrument"
    QUESTION = "question"
    SCORE = "score"
    YEAR = "year"
    CHANGE = "change"
    OTHER_NUMBER = "other number"
    LEVEL = "level"
    ISSUE = "issue"
    MEASURE = "measure"
    STEPS = "steps"
    PERIOD = "period"
    UNIT = "unit"
    FOLLOW_UP = "follow-up"
    RESULT = "result"
    OUTCOME = "outcome"


# Read from the top; the first that fits counts. Heads are compared without spaces.
_HEADS = (
    (Role.CHANGE, r"การเปลี่ยนแปลง|ผลต่าง|เพิ่ม|ลด|เปรียบเทียบ|เทียบ(?:กับ|ปี)|\+/-|ส่วนต่าง"),
    (
        Role.OTHER_NUMBER,
        (r"น้ำหนัก|คะแนน(?:เต็ม|ถ่วง|รวมที่เสีย)|มีผลต่อคะแนน|จำนวน|งบประมาณ(?:$|\()"
        r"|อันดับ|ลำดับที่ได้|ร้อยละของ|(?:ค่า)?เป้าหมาย|เกณฑ์"),
    ),
    (Role.OUTCOME, r"ผลลัพธ์|ความสำเร็จ|ผลสำเร็จ|ตัวชี้วัดความสำเร็จ|ผลที่ได้รับ|ผลที่คาด"),
    (Role.RESULT, r"ผลการดำเนิน|ผลการปฏิบัติ|สรุปผล"),
    (Role.FOLLOW_UP, r"(?:วิธี)?(?:การ)?(?:กำกับ)?ติดตาม|(?:การ)?รายงานผล"),
    (Role.PERIOD, r"(?:กำหนด)?ระยะเวลา|ช่วงเวลา|กำหนดการ|กำหนดเวลา|ห้วงเวลา|ปฏิทิน"),
    (Role.UNIT, r"(?:หน่วยงาน|ส่วนราชการ|ส่วนงาน)?(?:ที่|ผู้)?รับผิดชอบ|หน่วยงานที่เกี่ยวข้อง"),
    (Role.ISSUE, r"ข้อบกพร่อง|ประเด็นที่|ประเด็น|ข้อเสนอแนะ|ปัญหา|สิ่งที่ต้อง|รายการ$|จุดที่"),
    (Role.MEASURE, r"มาตรการ|แนวทาง(?!การปฏิบัติ)|โครงการ|กิจกรรม"),
    (Role.STEPS, r"ขั้นตอน|วิธี(?:การ)?(?:ดำเนิน|ปฏิบัติ)|การดำเนิน(?:การ|งาน)|แนวทางการปฏิบัติ|วิธีการ"),
    (Role.QUESTION, r"ข้อคำถาม|คำถาม|ข้อ$|รหัสข้อ|ข้อที่$"),
    (Role.INSTRUMENT, r"เครื่องมือ|แบบ(?:วัด)?$|แบบวัด|ประเภทแบบ"),
    (Role.LEVEL, r"ระดับ"),
    (Role.INDICATOR, r".*ตัวชี้วัด|รายละเอียด$"),
    (Role.NUMBER, r"ที่$|ลำดับ|ลำดับที่$|no\.?$"),
    (Role.SCORE, r".{0,12}คะแนน.{0,24}$|ผลการประเมิน.{0,20}$|ร้อยละ|score|^ก่อน$|^หลัง$"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADS)
_SPELLINGS = {
    "ตัวชี้วัด": Role.INDICATOR,
    "รายละเอียดตัวชี้วัด": Role.INDICATOR,
    "เครื่องมือ": Role.INSTRUMENT,
    "ข้อคำถาม": Role.QUESTION,
    "คะแนน": Role.SCORE,
    "การเปลี่ยนแปลง": Role.CHANGE,
    "มาตรการ/แนวทาง": Role.MEASURE,
    "มาตรการ/กิจกรรม": Role.MEASURE,
    "ขั้นตอนหรือวิธีการปฏิบัติ": Role.STEPS,
    "วิธีการดำเนินการ": Role.STEPS,
    "ระยะเวลาดำเนินการ": Role.PERIOD,
    "ระยะเวลาในการดำเนินการ": Role.PERIOD,
    "ผู้รับผิดชอบ": Role.UNIT,
    "หน่วยงานผู้รับผิดชอบ": Role.UNIT,
    "การติดตาม/รายงานผล": Role.FOLLOW_UP,
    "การติดตามผล": Role.FOLLOW_UP,
    "ผลการดำเนินการ": Role.RESULT,
    "ข้อบกพร่อง": Role.ISSUE,
}
_CODE = re.compile(r"(?:ข้อ\s*)?[iIeE]\s?[0-9]{1,2}")
LONGEST_PLACE = 45
ALIKE = 82
LONGEST_HEAD = 90
FEWEST = 2
_DECIMALS = re.compile(r"[0-9]{2}\s?[.,]\s?[0-9]{1,2}(?![0-9])")
_YEARS_APART = re.compile(r"25[4-9][0-9].*25[4-9][0-9]")


@lru_cache(maxsize=4096)
def role_of(head: str) -> Role | None:
    """The role that a column's head gives it; a head that a scanner misspelt counts for the one it is closest to."""
    plain = re.sub(r"\s+", "", to_arabic_digits(head))
    if not plain or len(plain) > LONGEST_HEAD:
        return None
    if _YEARS_APART.search(plain):
        return Role.CHANGE
    for role, pattern in _PATTERNS:
        if pattern.match(plain):
            return Role.YEAR if role is Role.SCORE and only_year(head) else role
    if only_year(head) and len(plain) <= len("ปีงบประมาณพ.ศ.2567(คะแนน)"):
        return Role.YEAR
    return _closest(plain)


def is_head(cells: tuple[str, ...]) -> bool:
    """Whether a row heads a table: mostly heads, two of them at least, and no score."""
    filled = [cell for cell in cells if cell.strip()]
    known = [cell for cell in filled if role_of(cell) is not None or heads_place(cell)]
    return len(known) >= FEWEST and len(known) * FEWEST > len(filled) and not any(map(_is_no_head, filled))


def heads_place(head: str) -> bool:
    """Whether a head names an instrument or a question: its scores stand below it."""
    plain = to_arabic_digits(head).strip()
    return len(plain) <= LONGEST_PLACE and (instrument_of(plain) is not None or _CODE.fullmatch(plain) is not None)


def year_of_head(head: str) -> int | None:
    """The year whose figures a column has."""
    years = [mention.year for mention in find_years(head)]
    return years[0] if len(set(years)) == 1 else only_year(head)


def _is_no_head(cell: str) -> bool:
    """A long text, or one with a score in it."""
    return (
        len(cell) > LONGEST_HEAD or bool(numbers_of_cell(cell)) or _DECIMALS.search(to_arabic_digits(cell)) is not None
    )


def _closest(plain: str) -> Role | None:
    best = max(_SPELLINGS, key=lambda spelling: fuzz.ratio(plain, spelling.replace(" ", "")))
    return _SPELLINGS[best] if fuzz.ratio(plain, best) >= ALIKE else None

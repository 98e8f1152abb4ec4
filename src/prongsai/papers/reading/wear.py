"""How worn a text is: scanners spoil words as they spoil numbers, and of words one knows how they should be.

The words here stand in nearly every document of the cycle. A word without one of its marks, or with a letter that looks
alike, is a sign of wear; so is a number in which digits of both scripts stand. How often they occur says what to expect
of the numbers, of which nobody knows how they should be. `l` for 1 and `O` for 0 are no sign: people type so too. See
docs/reading.md, "How sure".
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from prongsai.papers.reading.found import SourceLine

_WORDS = (
    "การประเมิน", "คุณธรรม", "ความโปร่งใส", "การดำเนินงาน", "หน่วยงาน", "ภาครัฐ", "ปีงบประมาณ", "คะแนน", "ตัวชี้วัด",
    "เครื่องมือ", "แบบวัด", "การรับรู้", "ผู้มีส่วนได้ส่วนเสีย", "ภายใน", "ภายนอก", "เปิดเผย", "ข้อมูล", "สาธารณะ", "การปฏิบัติ",
    "หน้าที่", "งบประมาณ", "การใช้อำนาจ", "ทรัพย์สิน", "ราชการ", "แก้ไข", "ปัญหา", "การทุจริต", "คุณภาพ", "ประสิทธิภาพ",
    "การสื่อสาร", "ปรับปรุง", "ป้องกัน", "ระดับ", "ผลการ", "มาตรการ", "ขั้นตอน", "ระยะเวลา", "รับผิดชอบ", "เจ้าหน้าที่",
    "บุคลากร", "ประชาชน", "ผู้รับบริการ", "การให้บริการ", "เว็บไซต์", "เผยแพร่", "ช่องทาง", "เทศบาล", "องค์การบริหารส่วน",
    "อำเภอ", "จังหวัด", "เพิ่มขึ้น", "ลดลง", "เท่ากับ", "รายงาน", "วิเคราะห์", "กำหนด", "ติดตาม", "ร้องเรียน", "ผู้บริหาร",
    "สำนักปลัด", "ประกาศ", "ส่งเสริม", "โครงการ", "ดังกล่าว", "รายละเอียด", "เกี่ยวกับ", "สำหรับ", "ต้อง", "ข้อคำถาม",
    "ประชาสัมพันธ์", "อย่างต่อเนื่อง", "แนวทาง", "ผลลัพธ์", "จัดซื้อจัดจ้าง",
)  # fmt: skip
_MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_ALIKE = ("ดคตศ", "ขชซ", "บปษ", "ผฝพฟ", "ถกภ", "มน", "อฮ", "วร", "ลส", "ใไโ", "ฎฏ", "ทห")
_OTHER_WORDS = frozenset({"พลการ", "บัญหา", "ด้อง", "ตอง"})
"""Spoilt forms that are words themselves."""
_NUMBER = re.compile(r"[0-9๐-๙][0-9๐-๙.,]{2,}")
_MIXED = re.compile(r"[0-9][.,]?[๐-๙]|[๐-๙][.,]?[0-9]")
MOST_LETTERS_A_SIGN = 2000
FEW_LETTERS_A_SIGN = 150


@dataclass(frozen=True, slots=True)
class Wear:
    """Signs of wear, and the letters of all words and numbers that were looked at."""

    signs: int
    letters: int

    @property
    def shows(self) -> bool:
        """Whether a number that nothing else confirms may well be spoilt: a sign in every so many letters."""
        return self.signs > 0 and self.signs * MOST_LETTERS_A_SIGN >= self.letters

    @property
    def is_heavy(self) -> bool:
        """Whether even two places may be spoilt alike."""
        return self.signs * FEW_LETTERS_A_SIGN >= self.letters


def wear_of(lines: Sequence[SourceLine]) -> Wear:
    """The signs of wear in a document."""
    signs = letters = 0
    for line in lines:
        for match in _known().finditer(line.text):
            letters += len(match[0])
            signs += match["worn"] is not None
        for match in _NUMBER.finditer(line.text):
            letters += len(match[0])
            signs += _MIXED.search(match[0]) is not None
    return Wear(signs, letters)


@cache
def _known() -> re.Pattern[str]:
    """The words as they should be, else as they are when one letter is spoilt."""
    spoilt = {form for word in _WORDS for form in spoilt_forms(word)} - set(_WORDS) - _OTHER_WORDS
    return re.compile(f"(?:{_any_of(_WORDS)})|(?P<worn>{_any_of(spoilt)})")


def _any_of(words: Collection[str]) -> str:
    """A pattern of any of the words, the longest first, that tries each beginning once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(filter(None, words)):
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = [letter + _any_of(rests) for letter, rests in by_letter.items()]
    return f"(?:{'|'.join(branches)})" + "?" * ("" in words) if branches else ""


def spoilt_forms(word: str) -> Iterator[str]:
    """A word with one mark lost, or one letter taken for another."""
    for position, letter in enumerate(word):
        before, after = word[:position], word[position + 1 :]
        if letter in _MARKS:
            yield before + after
        for group in _ALIKE:
            if letter in group:
                yield from (before + other + after for other in group if other != letter)

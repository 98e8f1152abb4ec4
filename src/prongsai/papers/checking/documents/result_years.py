"""Finds the years of which a text says that they have a result: `ผลการประเมิน ITA ปี 2568`; goals have none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.thai.numerals import to_arabic_digits

_RESULT_OF = re.compile(
    r"ผล(?:คะแนน)?(?:การ)?ประเมิน(?:คุณธรรมและความโปร่งใส)?"
    r"(?:ในการดำเนินงาน)?(?:ของ(?:หน่วยงานภาครัฐ|องค์กรปกครองส่วนท้องถิ่น))?"
    r"\s*(?:\([^()]{0,70}\)|ITA)?\s*(?:ประจำ|ของ|ใน)?\s*ปี(?:งบประมาณ)?\s*(?:พ\.ศ\.\s*)?(?P<year>25\d\d)(?!\d)"
)
_WISH = re.compile(r"ยกระดับ|เพิ่ม|พัฒนา|เตรียม|รับการ|เป้าหมาย|คาด|ให้ได้|เพื่อให้|จะมี|ติดตาม|รอ")
_LOOK_BACK = 25


@dataclass(frozen=True, slots=True)
class ResultYear:
    """A year with the passage that names its result."""

    year: int
    span: tuple[int, int]


def find_result_years(text: str) -> Iterator[ResultYear]:
    """The years in order."""
    plain = to_arabic_digits(text)
    for match in _RESULT_OF.finditer(plain):
        if not _WISH.search(plain[max(0, match.start() - _LOOK_BACK) : match.start()]):
            yield ResultYear(int(match["year"]), match.span())

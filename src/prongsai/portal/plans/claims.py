"""What a text claims, whether it can be measured, and whether its OIT numbers are of the year. Pure."""

import re
from collections.abc import Iterator

from prongsai.rulebook.instrument import YearInstrument
from prongsai.thai.numerals import to_arabic_digits

NOT_BEFORE = r"(?<!ไม่)(?<!ไม่ได้)(?<!ไม่ประสบผล)(?<!ไม่ประสบความ)"
CLAIM = re.compile(NOT_BEFORE + r"(?:ดีขึ้น|เพิ่มขึ้น|สูงขึ้น|ก้าวหน้าขึ้น|พัฒนาขึ้น|บรรลุ|ประสบผลสำเร็จ|ประสบความสำเร็จ)")
MEASURE = re.compile(r"\d|ครบ|ทุก|ไม่มี|ไม่พบ")
CITED_ITEM = re.compile(r"(?<![A-Za-z0-9])[Oo]\s?(\d{1,2})(?![0-9A-Za-z])")


def claims_success(text: str) -> bool:
    """Whether the text says that something became better; a denial does not count."""
    return CLAIM.search(text) is not None


def is_measurable(success: str) -> bool:
    """Whether anybody could tell if it came true: it holds a number, or says that all or none are meant."""
    return MEASURE.search(to_arabic_digits(success)) is not None


def stale_citations(text: str, rules: YearInstrument) -> Iterator[str]:
    """OIT numbers that the year does not have, as "O43"."""
    for found in CITED_ITEM.finditer(to_arabic_digits(text)):
        if f"o{int(found[1])}" not in rules.items:
            yield f"O{found[1]}"

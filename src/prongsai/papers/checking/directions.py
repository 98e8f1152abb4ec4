"""Finds the words by which a text says that something rose, improved or fell; wishes and plans are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Says(Enum):
    """What a passage claims."""

    ROSE = "rose"
    DID_NOT_RISE = "did not rise"
    IMPROVED = "improved"
    FELL = "fell"
    DID_NOT_FALL = "did not fall"


CLAIMS_NO_FALL = {Says.ROSE, Says.IMPROVED, Says.DID_NOT_FALL}

_WORDS = re.compile(
    r"(?P<rose>เพิ่ม(?:มาก)?(?:ยิ่ง)?ขึ้น|สูง(?:มาก)?(?:ยิ่ง)?ขึ้น|สูงกว่าปี|มากกว่าปี)"
    r"|(?P<improved>ดี(?:มาก)?(?:ยิ่ง)?ขึ้น|พัฒนาขึ้น|ก้าวหน้าขึ้น|ประสบ(?:ผล|ความ)?สำเร็จ|บรรลุ(?:ผล|ความ)สำเร็จ)"
    r"|(?P<fell>ลดลง|ลดน้อยลง|ต่ำลง|ต่ำกว่าปี|น้อยกว่าปี|แย่ลง|ถดถอย)"
)
_DENIED = re.compile(r"(?:ไม่|มิ)(?:ได้|ใช่)?\s*(?:มี)?\s*(?:คะแนน|การ)?\s*$")
_WISHED = re.compile(r"เพื่อ|ควร|(?<![ขฉ])จะ|คาด|หาก|ถ้า|เป้าหมาย|มุ่ง|ต้องการ|จำเป็น|อยาก|ให้\s*(?:มี)?\s*(?:คะแนน|ผล)?\s*$")
_UNDECIDED = re.compile(
    r"ไม่(?:ได้)?(?:ถือ|นับ|สรุป)(?:ว่า|เป็น)\s*(?:การ)?\s*(?:(?:เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)\s*(?:หรือ|และ)\s*(?:การ)?)?$"
)
"""`ยังไม่ถือว่าเพิ่มขึ้นหรือลดลง`: the text says that it claims neither."""
_AS_IF_DENIED = {Says.ROSE: Says.DID_NOT_RISE, Says.FELL: Says.DID_NOT_FALL}
_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class Claim:
    """A passage that claims a direction."""

    says: Says
    span: tuple[int, int]


def find_claims(text: str, start: int, end: int) -> Iterator[Claim]:
    """Claims of a direction between two places of a text; a denied success claims nothing about a figure."""
    for match in _WORDS.finditer(text, start, end):
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        says = _says(match, denied=_DENIED.search(before) is not None)
        if says is not None and not _WISHED.search(before) and not _UNDECIDED.search(before):
            yield Claim(says, match.span())


def is_false(says: Says, points: Decimal) -> bool:
    """Whether a claim is the opposite of a change by so many points; no change contradicts nothing."""
    return points < 0 if says in CLAIMS_NO_FALL else points > 0


def _says(match: re.Match[str], *, denied: bool) -> Says | None:
    says = Says.ROSE if match["rose"] else Says.FELL if match["fell"] else Says.IMPROVED
    return _AS_IF_DENIED.get(says) if denied else says

"""Claims that the numbers quoted beside them contradict: a rise from 100 to 75."""

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.papers.checking.directions import Claim, Says, find_claims, is_false
from prongsai.papers.checking.findings import Kind, TextFinding, Wording, found
from prongsai.papers.checking.quoted_pairs import SCORE, UNIT, QuotedPair, find_pairs

REACH = 160
"""Characters after a figure's name, or two quoted numbers, in which a claim still speaks of it."""

_FALL_STATED = re.compile(rf"(?:ลดลง|ต่ำลง)\s*(?:จากปี\S*\s*\S*\s*)?(?:เท่ากับ|ถึง|เหลือ)?\s*{SCORE}{UNIT}")
_SHORTLY_BEFORE = re.compile(r"\D{0,40}")
_CONCLUDES = re.compile(r"แสดงให้เห็น|สะท้อน|ถือว่า|นับว่า|ถือได้ว่า|นับได้ว่า|ชี้ให้เห็น|บ่งชี้")
_LESS_IS_BETTER = re.compile(
    r"ร้องเรียน|ระยะเวลา|ใช้เวลา|ความเสี่ยง|ขั้นตอน|ข้อผิดพลาด|ค่าใช้จ่าย|ลิงก์เสีย|(?:วัน|นาที|ชั่วโมง|เรื่อง)\s*$"
)


def find_against_quoted_numbers(text: str, plain: str, start: int, end: int) -> Iterator[TextFinding]:
    """`จาก 100 เป็น 75 … ประสบความสำเร็จ`, `เพิ่มขึ้นจาก 93 เป็น 90` between two places of the text."""
    pairs = find_pairs(plain, start, end)
    for index, pair in enumerate(pairs):
        until = pairs[index + 1].span[0] if index + 1 < len(pairs) else end
        about = plain[max(start, pair.span[0] - REACH // 2) : pair.span[1] + len(" ชั่วโมง")]
        for claim in claims_about(plain, start, pair, until):
            better_lower = claim.says is Says.IMPROVED and _LESS_IS_BETTER.search(about)
            if is_false(claim.says, pair.points) and not better_lower:
                yield _arithmetic(text, pair, claim)


def claims_about(plain: str, start: int, pair: QuotedPair, until: int) -> Iterator[Claim]:
    """A claim that runs into the numbers (`เพิ่มขึ้นจาก 90 เป็น 95`), a success shortly before, and claims after them."""
    begin, end = pair.span
    for claim in find_claims(plain, start, begin):
        shortly = claim.says is Says.IMPROVED and _SHORTLY_BEFORE.fullmatch(plain, claim.span[1], begin)
        if shortly or _runs_into_numbers(plain, claim, begin):
            yield claim
    for claim in find_claims(plain, end, min(until, end + REACH)):
        if not _runs_into_numbers(plain, claim, until):
            yield claim


def _runs_into_numbers(plain: str, claim: Claim, numbers: int) -> bool:
    """Whether a claim ends right before a pair; the end of the text is none."""
    between = plain[claim.span[1] : numbers].strip()
    return between in {"", "คะแนน"} and any(pair.span[0] == numbers for pair in find_pairs(plain, numbers, len(plain)))


def _arithmetic(text: str, pair: QuotedPair, claim: Claim) -> TextFinding:
    span = min(pair.span[0], claim.span[0]), max(pair.span[1], claim.span[1])
    th, en = ("ลดลง", "a fall") if pair.points < 0 else ("เพิ่มขึ้น", "a rise")
    moved = abs(pair.points)
    follows = Wording(f"จาก {pair.was} เป็น {pair.now} คือ{th} {moved}", f"{pair.was} to {pair.now} is {en} of {moved}")
    return found(Kind.DIRECTION, text, span, follows, mend_direction(pair.points))


def find_against_a_stated_fall(text: str, plain: str, start: int, end: int) -> Iterator[TextFinding]:
    """`ลดลง 25 คะแนน แสดงให้เห็นว่า… เพิ่มขึ้น`: the text's own fall is taken as proof of a rise."""
    for fall in _FALL_STATED.finditer(plain, start, end):
        concludes = _CONCLUDES.search(plain, fall.end(), min(end, fall.end() + REACH // 4))
        if concludes is None:
            continue
        for claim in find_claims(plain, concludes.end(), min(end, concludes.end() + REACH)):
            if claim.says in {Says.ROSE, Says.IMPROVED}:
                said = text[slice(*fall.span())].strip()
                follows = Wording(f"ข้อความเองบอกว่า “{said}”", f"the text itself says that it fell: “{said}”")
                yield found(Kind.DIRECTION, text, (fall.start(), claim.span[1]), follows, mend_direction(Decimal(-1)))


def mend_direction(points: Decimal) -> Wording:
    """What to write of a change by so many points."""
    if points < 0:
        return Wording("เขียนว่าลดลง และอธิบายสาเหตุ", "write that it fell, and why")
    return Wording("เขียนว่าเพิ่มขึ้น", "write that it rose")

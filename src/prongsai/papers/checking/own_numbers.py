"""Claims that the numbers quoted beside them contradict: a rise from 100 to 75."""

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.papers.checking.directions import Claim, Says, find_claims, is_false
from prongsai.papers.checking.findings import Kind, TextFinding, Wording, found

REACH = 160
"""Characters after a figure's name, or two quoted numbers, in which a claim still speaks of it."""

_SCORE = r"\d{1,3}(?:\.\d+)?"
_UNIT = r"\s*(?:คะแนน|%)?\s*"
_QUOTED = re.compile(
    rf"จาก\s*(?:คะแนน|ร้อยละ)?\s*(?P<was>{_SCORE}){_UNIT}(?:เป็น|เหลือ|มาเป็น|ไปเป็น)\s*(?:คะแนน|ร้อยละ)?\s*(?P<now>{_SCORE})(?!\d)"
    rf"|(?<![\d.])(?P<was2>{_SCORE}){_UNIT}(?:→|->|=>)\s*(?P<now2>{_SCORE})(?!\d)"
)
_FALL_STATED = re.compile(rf"(?:ลดลง|ต่ำลง)\s*(?:จากปี\S*\s*\S*\s*)?(?:เท่ากับ|ถึง|เหลือ)?\s*{_SCORE}{_UNIT}")
_SHORTLY_BEFORE = re.compile(r"\D{0,40}")
_CONCLUDES = re.compile(r"แสดงให้เห็น|สะท้อน|ถือว่า|นับว่า|ถือได้ว่า|นับได้ว่า|ชี้ให้เห็น|บ่งชี้")
_LESS_IS_BETTER = re.compile(
    r"ร้องเรียน|ระยะเวลา|ใช้เวลา|ความเสี่ยง|ขั้นตอน|ข้อผิดพลาด|ค่าใช้จ่าย|ลิงก์เสีย|(?:วัน|นาที|ชั่วโมง|เรื่อง)\s*$"
)


def find_against_quoted_numbers(text: str, plain: str, start: int, end: int) -> Iterator[TextFinding]:
    """`จาก 100 เป็น 75 … ประสบความสำเร็จ`, `เพิ่มขึ้นจาก 93 เป็น 90` between two places of the text."""
    quotes = list(_QUOTED.finditer(plain, start, end))
    for index, quote in enumerate(quotes):
        until = quotes[index + 1].start() if index + 1 < len(quotes) else end
        was, now = _quoted(quote)
        points = Decimal(now) - Decimal(was)
        about = plain[max(start, quote.start() - REACH // 2) : quote.end() + len(" ชั่วโมง")]
        for claim in _claims_about(plain, start, quote, until):
            if is_false(claim.says, points) and not (claim.says is Says.IMPROVED and _LESS_IS_BETTER.search(about)):
                yield _arithmetic(text, quote, claim, points)


def _quoted(quote: re.Match[str]) -> tuple[str, str]:
    return (quote["was"], quote["now"]) if quote["was"] else (quote["was2"], quote["now2"])


def _claims_about(plain: str, start: int, quote: re.Match[str], until: int) -> Iterator[Claim]:
    """A claim that runs into the numbers (`เพิ่มขึ้นจาก 90 เป็น 95`), a success shortly before, and claims after them."""
    for claim in find_claims(plain, start, quote.start()):
        shortly = claim.says is Says.IMPROVED and _SHORTLY_BEFORE.fullmatch(plain, claim.span[1], quote.start())
        if shortly or _runs_into_numbers(plain, claim, quote.start()):
            yield claim
    for claim in find_claims(plain, quote.end(), min(until, quote.end() + REACH)):
        if not _runs_into_numbers(plain, claim, until):
            yield claim


def _runs_into_numbers(plain: str, claim: Claim, numbers: int) -> bool:
    return plain[claim.span[1] : numbers].strip() in {"", "คะแนน"} and _QUOTED.match(plain, numbers) is not None


def _arithmetic(text: str, quote: re.Match[str], claim: Claim, points: Decimal) -> TextFinding:
    was, now = _quoted(quote)
    span = min(quote.start(), claim.span[0]), max(quote.end(), claim.span[1])
    th, en = ("ลดลง", "a fall") if points < 0 else ("เพิ่มขึ้น", "a rise")
    follows = Wording(f"จาก {was} เป็น {now} คือ{th} {abs(points)}", f"{was} to {now} is {en} of {abs(points)}")
    return found(Kind.DIRECTION, text, span, follows, mend_direction(points))


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

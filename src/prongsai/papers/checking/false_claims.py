"""Claims of a rise or success where the figures fell, and of a fall where they rose."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from prongsai.papers.checking.directions import CLAIMS_NO_FALL, Claim, Says, find_claims, is_false
from prongsai.papers.checking.findings import Kind, TextFinding, Wording, found
from prongsai.papers.checking.place_mentions import PlaceMention, find_places, place_words
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.rulebook.evidence import Place
from prongsai.thai.numerals import to_arabic_digits

REACH = 160
"""Characters after a figure's name, or two quoted numbers, in which a claim still speaks of it."""

_SCORE = r"(\d{1,3}(?:\.\d+)?)"
_QUOTED = re.compile(
    rf"จาก\s*(?:คะแนน|ร้อยละ)?\s*{_SCORE}\s*(?:คะแนน|%)?\s*(?:เป็น|เหลือ|มาเป็น|ไปเป็น)\s*(?:คะแนน|ร้อยละ)?\s*{_SCORE}(?!\d)"
)
_FALL_STATED = re.compile(rf"(?:ลดลง|ต่ำลง)\s*(?:จากปี\S*\s*\S*\s*)?(?:เท่ากับ|ถึง)?\s*{_SCORE}\s*(?:คะแนน|%)")
_CONCLUDES = re.compile(r"แสดงให้เห็น|สะท้อน|ถือว่า|นับว่า|ถือได้ว่า|นับได้ว่า|ชี้ให้เห็น|บ่งชี้")
_LESS_IS_BETTER = re.compile(
    r"ร้องเรียน|ระยะเวลา|ใช้เวลา|ความเสี่ยง|ขั้นตอน|ข้อผิดพลาด|ค่าใช้จ่าย|ลิงก์เสีย|(?:วัน|นาที|ชั่วโมง|เรื่อง)\s*$"
)
_OTHER_SUBJECT = re.compile(
    r"(?:ร้องเรียน|ระยะเวลา|ความเสี่ยง|ขั้นตอน|จำนวน|ช่องทาง|ความพึงพอใจ|ผู้ใช้\S*|ผู้รับบริการ|ระบบ|ค่าใช้จ่าย|ข้อผิดพลาด)\S{0,12}\s*$"
)
_BREAK = re.compile(r"[\n\t|;•]|</p>")


def find_false_claims(text: str, changes: Mapping[Place, Change]) -> tuple[TextFinding, ...]:
    """Claims that the changes, or the numbers quoted beside them, contradict; each passage once, in order.

    A question asked in both EIT parts counts as contradicted only if it moved the other way in each known part.
    Changes that cannot be compared contradict nothing.
    """
    plain = to_arabic_digits(text)
    findings = [
        finding
        for start, end in _clauses(plain)
        for finding in (
            *_against_quoted_numbers(text, plain, start, end),
            *_against_a_stated_fall(text, plain, start, end),
            *_against_changes(text, plain[:end], start, changes),
        )
    ]
    by_end = {finding.span[1]: finding for finding in reversed(findings)}
    return tuple(sorted(by_end.values(), key=lambda finding: finding.span))


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(plain):
        yield start, match.start()
        start = match.end()
    yield start, len(plain)


def _against_quoted_numbers(text: str, plain: str, start: int, end: int) -> Iterator[TextFinding]:
    quotes = list(_QUOTED.finditer(plain, start, end))
    for index, quote in enumerate(quotes):
        until = min(quotes[index + 1].start() if index + 1 < len(quotes) else end, quote.end() + REACH)
        since = max(quotes[index - 1].end() if index else start, quote.start() - REACH // 4)
        points = Decimal(quote[2]) - Decimal(quote[1])
        claims = [*find_claims(plain, since, quote.start()), *find_claims(plain, quote.end(), until)]
        about = plain[max(start, quote.start() - REACH // 2) : quote.end()] + plain[quote.end() : quote.end() + 8]
        for claim in claims:
            if is_false(claim.says, points) and not (claim.says is Says.IMPROVED and _LESS_IS_BETTER.search(about)):
                yield _arithmetic(text, quote, claim, points)


def _arithmetic(text: str, quote: re.Match[str], claim: Claim, points: Decimal) -> TextFinding:
    span = min(quote.start(), claim.span[0]), max(quote.end(), claim.span[1])
    th, en = ("ลดลง", "a fall") if points < 0 else ("เพิ่มขึ้น", "a rise")
    follows = Wording(
        f"จาก {quote[1]} เป็น {quote[2]} คือ{th} {abs(points)}", f"{quote[1]} to {quote[2]} is {en} of {abs(points)}"
    )
    return found(Kind.DIRECTION, text, span, follows, _mend(points))


def _against_a_stated_fall(text: str, plain: str, start: int, end: int) -> Iterator[TextFinding]:
    """`ลดลง 25 คะแนน แสดงให้เห็นว่า… เพิ่มขึ้น`: the text's own fall is taken as proof of a rise."""
    for fall in _FALL_STATED.finditer(plain, start, end):
        concludes = _CONCLUDES.search(plain, fall.end(), min(end, fall.end() + REACH // 4))
        if concludes is None:
            continue
        for claim in find_claims(plain, concludes.end(), min(end, concludes.end() + REACH)):
            if claim.says in {Says.ROSE, Says.IMPROVED}:
                follows = Wording(
                    f"คะแนนลดลง {fall[1]} จึงไม่แสดงว่าดีขึ้นหรือเพิ่มขึ้น",
                    f"a fall of {fall[1]} does not show that anything rose or improved",
                )
                yield found(Kind.DIRECTION, text, (fall.start(), claim.span[1]), follows, _mend(Decimal(-1)))


def _against_changes(text: str, plain: str, start: int, changes: Mapping[Place, Change]) -> Iterator[TextFinding]:
    mentions = list(find_places(plain[start:]))
    for index, mention in enumerate(mentions):
        begin, after = start + mention.span[0], start + mention.span[1]
        following = start + mentions[index + 1].span[0] if index + 1 < len(mentions) else len(plain)
        moved = _moved(mention, changes)
        for claim in find_claims(plain, after, min(following, after + REACH)):
            if moved and _speaks_of_the_score(plain, after, claim) and _all_contradict(claim, moved):
                yield found(Kind.DIRECTION, text, (begin, claim.span[1]), _moves(moved), _mend(_points(moved[0])))
                break


def _moved(mention: PlaceMention, changes: Mapping[Place, Change]) -> list[Change]:
    known = [changes[place] for place in mention.places if place in changes]
    return [change for change in known if change.delta is not None and change.comparable is not Comparable.NO]


def _speaks_of_the_score(plain: str, after: int, claim: Claim) -> bool:
    """`เรื่องร้องเรียนลดลง` beside a figure speaks of complaints; an improvement always means the figure's topic."""
    return claim.says is Says.IMPROVED or not _OTHER_SUBJECT.search(plain, after, claim.span[0])


def _all_contradict(claim: Claim, moved: Sequence[Change]) -> bool:
    return all(is_false(claim.says, _points(change)) for change in moved)


def _points(change: Change) -> Decimal:
    return change.delta or Decimal(0)


def _moves(moved: Sequence[Change]) -> Wording:
    lines = []
    for change in moved:
        th, en = place_words(change.place)
        rose = _points(change) > 0
        figures = f"{abs(_points(change)):.2f} ({change.before} → {change.now})"
        lines.append(
            (f"{th} {'เพิ่มขึ้น' if rose else 'ลดลง'} {figures}", f"{en} {'rose' if rose else 'fell'} by {figures}")
        )
    return Wording(" และ ".join(th for th, _ in lines), " and ".join(en for _, en in lines))


def _mend(points: Decimal) -> Wording:
    if points < 0:
        return Wording("เขียนว่าลดลง และอธิบายสาเหตุ", "write that it fell, and why")
    return Wording("เขียนว่าเพิ่มขึ้น", "write that it rose")

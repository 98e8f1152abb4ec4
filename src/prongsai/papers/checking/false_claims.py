"""Claims of a rise or success where the figures fell, and of a fall where they rose."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from prongsai.papers.checking.directions import Claim, Says, find_claims, is_false
from prongsai.papers.checking.findings import Kind, TextFinding, Wording, found
from prongsai.papers.checking.marks_of_success import is_in_mark_of_success
from prongsai.papers.checking.own_numbers import (
    REACH,
    find_against_a_stated_fall,
    find_against_quoted_numbers,
    mend_direction,
)
from prongsai.papers.checking.place_mentions import PlaceMention, find_places, place_words
from prongsai.rulebook.comparing import Change, Comparable
from prongsai.rulebook.evidence import Place
from prongsai.thai.numerals import to_arabic_digits

_OF = re.compile(r"\s*(?:ใน|ของ|สำหรับ|คือ|ได้แก่)?\s*(?:ข้อ(?:ที่)?|คำถาม)?\s*")
_OTHER_SUBJECT = re.compile(
    r"(?:ร้องเรียน|ระยะเวลา|ความเสี่ยง|ขั้นตอน|จำนวน|ช่องทาง|ความพึงพอใจ|ผู้ใช้\S*|ผู้รับบริการ|ระบบ|ค่าใช้จ่าย|ข้อผิดพลาด)\S{0,12}\s*$"
)
_BREAK = re.compile(r"[\n\t|;•]|</p>")


def find_false_claims(
    text: str, changes: Mapping[Place, Change], *, about: Sequence[Place] = ()
) -> tuple[TextFinding, ...]:
    """Claims that the changes, or the numbers quoted beside them, contradict; each passage once, in order.

    A question asked in both EIT parts counts as contradicted only if it moved the other way in each known part.
    Changes that cannot be compared contradict nothing. `about` are the figures that a text speaks of which names none,
    such as the questions of the measure that it reports on.
    """
    plain = to_arabic_digits(text)
    unnamed = PlaceMention(tuple(about), (0, 0)) if about and not any(find_places(plain)) else None
    findings = [
        finding
        for start, end in _clauses(plain)
        if not is_in_mark_of_success(plain, start)
        for finding in (
            *find_against_quoted_numbers(text, plain, start, end),
            *find_against_a_stated_fall(text, plain, start, end),
            *_against_changes(text, plain[:end], start, changes, unnamed),
        )
    ]
    return tuple(_apart(sorted(findings, key=lambda finding: finding.span)))


def _apart(findings: Iterable[TextFinding]) -> Iterator[TextFinding]:
    """Without those that begin inside the one before: the same claim, denied by another figure."""
    until = 0
    for finding in findings:
        if finding.span[0] >= until:
            yield finding
            until = finding.span[1]


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(plain):
        yield start, match.start()
        start = match.end()
    yield start, len(plain)


def _against_changes(
    text: str, plain: str, start: int, changes: Mapping[Place, Change], unnamed: PlaceMention | None
) -> Iterator[TextFinding]:
    named = [_moved_by(mention, start) for mention in find_places(plain[start:])]
    mentions = [replace(unnamed, span=(start, start))] if unnamed else named
    ends = [*(mention.span[0] for mention in mentions[1:]), len(plain)]
    since = start
    for mention, following in zip(mentions, ends, strict=False):
        moved = _moved(mention, changes)
        claims = _claims_on(plain, mention, since, min(following, mention.span[1] + REACH))
        false = next((claim for claim in claims if moved and _all_contradict(claim, moved)), None)
        if false is not None:
            span = min(mention.span[0], false.span[0]), max(mention.span[1], false.span[1])
            yield found(Kind.DIRECTION, text, span, _moves(moved), mend_direction(_points(moved[0])))
        since = mention.span[1]


def _moved_by(mention: PlaceMention, start: int) -> PlaceMention:
    return replace(mention, span=(mention.span[0] + start, mention.span[1] + start))


def _claims_on(plain: str, mention: PlaceMention, since: int, until: int) -> Iterator[Claim]:
    """Claims after a figure's name that speak of the score; else one that leads to it (`เพิ่มขึ้นในตัวชี้วัดที่ 8`)."""
    begin, end = mention.span
    after = [claim for claim in find_claims(plain, end, until) if _speaks_of_the_score(plain, end, claim)]
    yield from after
    if not after:
        yield from (c for c in find_claims(plain, since, begin) if _OF.fullmatch(plain, c.span[1], begin))


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

"""A fall called a rise or a success, and a rise called a fall: in sentences, and in the rows of a comparison."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from prongsai.papers.checking.directions import find_claims, is_false
from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.documents.place_names import named
from prongsai.papers.checking.documents.year_figures import YearFigures
from prongsai.papers.checking.false_claims import find_false_claims
from prongsai.papers.checking.findings import Kind, TextFinding, Wording
from prongsai.papers.checking.own_numbers import mend_direction
from prongsai.papers.checking.quoted_pairs import find_pairs
from prongsai.papers.reading.found import ReadFigure, SourceLine, Where
from prongsai.rulebook.comparing import Change, NotConsecutiveError, compare
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.overall_scoring import TOLERANCE, AgencyResult
from prongsai.thai.numerals import to_arabic_digits

_CHANGE = re.compile(
    r"\s*(?:(?P<word>\D{4,16}?)\s*)?(?:(?P<sign>[-+−–])?\s*(?P<points>\d{1,2}\.\d{1,2}))?\s*(?:คะแนน)?\s*\*?\s*"
)
"""A cell that says nothing but how a figure moved: `ลดลง`, `เพิ่มขึ้น 1.20 *`, `-0.35`."""

_STATED_POINTS = re.compile(
    r"[^\d\n]{0,60}?(?:เพิ่มขึ้น|สูงขึ้น|ลดลง|ต่ำลง)\s*(?:จากปี[^\d\n]{0,25}25\d\d)?[^\d\n]{0,15}?"
    r"(?P<points>\d{1,2}\.\d{1,2})(?!\d)"
)
_UNCHANGED = re.compile(r"\s*(?:คง|เท่า)เดิม\s*|\s*ไม่เปลี่ยนแปลง\s*")


def check_sentences(passages: Sequence[Passage], changes: Mapping[Place, Change]) -> Iterator[DocumentFinding]:
    """Sentences that the figures of two years, or the numbers that they quote themselves, contradict."""
    for passage in passages:
        for found in find_false_claims(passage.text, changes):
            yield at_place(passage, found)


def check_sizes(passages: Sequence[Passage]) -> Iterator[DocumentFinding]:
    """`ปี 2567 ได้คะแนน 92.26 ปี 2568 ได้คะแนน 95.31 … เพิ่มขึ้น 5.03`: the points that two quoted scores do not give."""
    for passage in passages:
        plain = to_arabic_digits(passage.text)
        for pair in find_pairs(plain, 0, len(plain)):
            stated = _STATED_POINTS.match(plain, pair.span[1])
            if stated is not None and abs(Decimal(stated["points"]) - abs(pair.points)) > TOLERANCE:
                moved = f"{abs(pair.points)} ({pair.was} → {pair.now})"
                yield DocumentFinding(
                    Kind.ARITHMETIC,
                    passage.where,
                    passage.text[slice(*stated.span("points"))],
                    Wording(f"คะแนนต่างกัน {moved}", f"the scores differ by {moved}"),
                    Wording(f"เขียน {abs(pair.points)}", f"write {abs(pair.points)}"),
                )


def check_rows(lines: Sequence[SourceLine], figures: Mapping[int, YearFigures]) -> Iterator[DocumentFinding]:
    """Rows with one figure of two years and a word for its change."""
    texts = {line.where: line for line in lines}
    for where, places in _in_the_same_row(figures).items():
        pairs = [years for years in places.values() if len(years) > 1]
        if where in texts and len(pairs) == 1:
            before, now = min(pairs[0]), max(pairs[0])
            yield from _in_row(texts[where], pairs[0][before], pairs[0][now])


def changes_between(results: Mapping[int, AgencyResult], year: int | None) -> dict[Place, Change]:
    """What changed between a year and the one before it; nothing where either is not known."""
    if year is None or year not in results or year - 1 not in results:
        return {}
    try:
        return compare(results[year], results[year - 1]).changes
    except NotConsecutiveError:
        return {}


def printed_changes(figures: Mapping[int, YearFigures], year: int | None) -> dict[Place, Change]:
    """The same of a document's own figures: a text may not call a printed fall a rise, comparable or not."""
    changes = changes_between({year: known.result for year, known in figures.items()}, year)
    return {place: replace(change, breaks=()) for place, change in changes.items()}


def at_place(passage: Passage, found: TextFinding) -> DocumentFinding:
    """A finding in a text as one of the document."""
    return DocumentFinding(found.kind, passage.where, found.printed, found.follows, found.mend)


def _in_the_same_row(figures: Mapping[int, YearFigures]) -> dict[Where, dict[Place, dict[int, ReadFigure]]]:
    rows: dict[Where, dict[Place, dict[int, ReadFigure]]] = {}
    for year, known in figures.items():
        for place, printed in known.printed.items():
            for figure in printed:
                rows.setdefault(figure.where, {}).setdefault(place, {})[year] = figure
    return rows


def _in_row(line: SourceLine, before: ReadFigure, now: ReadFigure) -> Iterator[DocumentFinding]:
    assert before.score is not None  # noqa: S101 - only known figures are gathered
    assert now.score is not None  # noqa: S101
    points = now.score - before.score
    for cell in line.cells:
        change = _CHANGE.fullmatch(to_arabic_digits(cell))
        if change is not None:
            yield from _against_the_change(cell, change, before, now, points)


def _against_the_change(
    cell: str, change: re.Match[str], before: ReadFigure, now: ReadFigure, points: Decimal
) -> Iterator[DocumentFinding]:
    claims = list(find_claims(change[0], 0, len(change[0])))
    said = Decimal(change["points"] or abs(points))
    unchanged = bool(_UNCHANGED.fullmatch(change[0])) and abs(points) > TOLERANCE
    wrong_way = unchanged or any(is_false(c.says, points) for c in claims) or _against_sign(change["sign"], points)
    says_nothing = not (claims or change["sign"] or unchanged)
    if says_nothing or (not wrong_way and abs(said - abs(points)) <= TOLERANCE):
        return
    name = named(now.place)
    th, en = ("เพิ่มขึ้น", "rose by") if points > 0 else ("ลดลง", "fell by")
    figures = f"{abs(points)} ({before.score} → {now.score})"
    follows = Wording(f"{name.th} {th} {figures}", f"{name.en} {en} {figures}")
    kind = Kind.DIRECTION if wrong_way else Kind.ARITHMETIC
    mend = mend_direction(points) if wrong_way else Wording(f"เขียน {abs(points)}", f"write {abs(points)}")
    yield DocumentFinding(kind, now.where, cell.strip(), follows, mend)


def _against_sign(sign: str | None, points: Decimal) -> bool:
    return (sign == "+" and points < 0) or (sign in {"-", "−", "–"} and points > 0)

"""The definition of a level that is quoted for an agency on another level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.levels import YearLevels
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.rulebook.evidence import TOTAL
from prongsai.rulebook.instrument import Level, YearInstrument
from prongsai.thai.numerals import to_arabic_digits

_GATE = r"\s*(?:ร้อยละ)?\s*(?P<gate>\d{2}(?:\.\d+)?)(?!\d)"
_ONE_BELOW = re.compile(
    r"(?:เครื่องมือใด(?:เครื่องมือ)?หนึ่ง|บางเครื่องมือ|เครื่องมือ(?:ใด|ที่)?\s*อย่างน้อย(?:หนึ่ง|\s*1\s*)(?:เครื่องมือ)?|อย่างน้อย(?:หนึ่ง|\s*1\s*)เครื่องมือ)"
    rf"[^\n;]{{0,40}}?(?:น้อยกว่า|ต่ำกว่า|ไม่ถึง){_GATE}"
)
_ALL_ABOVE = re.compile(
    r"(?:ทุกเครื่องมือ|เครื่องมือทุก|แต่ละเครื่องมือ|ทั้ง(?:สี่|\s*4\s*)เครื่องมือ)"
    rf"[^\n;]{{0,40}}?(?:ตั้งแต่|ไม่น้อยกว่า|ไม่ต่ำกว่า|มากกว่าหรือเท่ากับ|>=|≥){_GATE}"
)
_ABOUT_A_WISH = re.compile(r"เป้าหมาย(?:ให้|ว่า|คือ)|เพื่อ|ควร|มุ่ง|จะต้อง|ยังไม่ถึง|หาก|ถ้า")
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class QuotedDefinition:
    """A passage that says what a level asks for."""

    level: Level
    span: tuple[int, int]


def check_definitions(passages: Sequence[Passage], levels: YearLevels) -> Iterator[DocumentFinding]:
    """Definitions beside the agency's own total that are those of another level than the agency's."""
    if levels.held is None:
        return
    for passage in passages:
        if not _speaks_of_the_agency(passage, levels):
            continue
        for quoted in find_definitions(passage.text, levels.year):
            if quoted.level is not levels.held:
                yield _finding(passage, quoted, levels.held)


def find_definitions(text: str, year: YearInstrument) -> Iterator[QuotedDefinition]:
    """What a text says that levels ask for; wishes and goals are left out."""
    plain = to_arabic_digits(text)
    for pattern, level_of in ((_ONE_BELOW, _level_with_one_below), (_ALL_ABOVE, _level_with_all_above)):
        for match in pattern.finditer(plain):
            level = level_of(year, Decimal(match["gate"]))
            if level is not None and not _ABOUT_A_WISH.search(
                plain[max(0, match.start() - _LOOK_BACK) : match.start()]
            ):
                yield QuotedDefinition(level, match.span())


def instrument_gate(level: Level) -> Decimal | None:
    """What a level asks of every instrument; `None` if it asks of none, or not the same of all."""
    gates = {condition.at_least for condition in level.conditions if condition.of != "total"}
    return gates.pop() if len(gates) == 1 else None


def _level_with_all_above(year: YearInstrument, gate: Decimal) -> Level | None:
    return next((level for level in year.levels if instrument_gate(level) == gate), None)


def _level_with_one_below(year: YearInstrument, gate: Decimal) -> Level | None:
    """The level under the one that asks so much of every instrument."""
    above = _level_with_all_above(year, gate)
    return None if above is None else year.levels[year.levels.index(above) + 1]


def _speaks_of_the_agency(passage: Passage, levels: YearLevels) -> bool:
    """Whether the agency's total of the year stands in the passage: then it is no list of what levels mean."""
    if levels.figures is None:
        return False
    plain = to_arabic_digits(passage.text)
    totals = levels.figures.printed.get(TOTAL, ())
    return any(figure.where == passage.where for figure in totals) or any(
        f"{figure.score}" in plain for figure in totals
    )


def _finding(passage: Passage, quoted: QuotedDefinition, held: Level) -> DocumentFinding:
    follows = Wording(
        f"ข้อความนี้เป็นเกณฑ์ของระดับ{quoted.level.label} แต่หน่วยงานอยู่ในระดับ{held.label}: {held.meaning_th}",
        f"this is what {quoted.level.label} asks for, but the agency holds {held.label}: {held.meaning_en}",
    )
    mend = Wording(f"เขียนเกณฑ์ของระดับ{held.label}: {held.meaning_th}", f"quote {held.label}: {held.meaning_en}")
    start, end = quoted.span
    return DocumentFinding(Kind.LEVEL, passage.where, passage.text[start:end], follows, mend)

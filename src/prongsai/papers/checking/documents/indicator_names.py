"""Indicators printed with the name of another indicator or of a sub-indicator."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.findings import Kind, Wording
from prongsai.papers.reading.found import SourceLine, Where
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.thai.numerals import to_arabic_digits

_IN_TEXT = re.compile(r"ตัวชี้วัดที่\s*(?P<number>10|[1-9])(?![\d.]\d|\d)\s*[.:]?\s*")
_NUMBERED = re.compile(r"\s*(?:ตัวชี้วัดที่\s*)?(?P<number>10|[1-9])\s*[.)]?\s+(?P<name>\D+?)\s*")
_ONLY_NUMBER = re.compile(r"\s*(10|[1-9])\s*\.?\s*")
FEWEST_ROWS = 3
"""So many rows must agree with the indicators' own numbers before the numbers of a table are taken to be these."""


@dataclass(frozen=True, slots=True)
class NumberedName:
    """A number beside a name."""

    number: int
    name: str
    printed: str
    where: Where


def check_indicator_names(
    lines: Sequence[SourceLine], passages: Sequence[Passage], year: YearInstrument
) -> Iterator[DocumentFinding]:
    """Wrong names after `ตัวชี้วัดที่ 9`, and in tables whose other rows show that they number the indicators."""
    for passage in passages:
        yield from (_finding(entry, year) for entry in _in_text(passage) if _is_wrong(entry, year))
    for table in _tables(lines):
        entries = [entry for line in table if (entry := _in_row(line)) is not None]
        if _numbers_indicators(entries, year):
            yield from (_finding(entry, year) for entry in entries if _is_wrong(entry, year))


def _in_text(passage: Passage) -> Iterator[NumberedName]:
    plain = to_arabic_digits(passage.text)
    for match in _IN_TEXT.finditer(plain):
        name = next((name for name in _all_names() if plain.startswith(name, match.end())), None)
        if name is not None and not plain.startswith("ย่อย", match.start() + len("ตัวชี้วัด")):
            end = match.end() + len(name)
            yield NumberedName(int(match["number"]), name, passage.text[match.start() : end], passage.where)


def _in_row(line: SourceLine) -> NumberedName | None:
    """`3. การใช้อำนาจ` in one cell, or the number and the name in cells beside each other."""
    cells = [to_arabic_digits(cell) for cell in line.cells]
    for index, cell in enumerate(cells):
        one = _NUMBERED.fullmatch(cell)
        if one is not None:
            return NumberedName(int(one["number"]), one["name"].strip(), line.cells[index].strip(), line.where)
        if _ONLY_NUMBER.fullmatch(cell) and index + 1 < len(cells) and cells[index + 1].strip():
            number, name = cell.strip().rstrip("."), cells[index + 1].strip()
            return NumberedName(int(number), name, f"{line.cells[index].strip()} {name}", line.where)
    return None


def _tables(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    rows: list[SourceLine] = []
    for line in lines:
        if len(line.cells) > 1:
            rows.append(line)
        elif line.text.strip() and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _numbers_indicators(entries: Sequence[NumberedName], year: YearInstrument) -> bool:
    """A list by rank has numbers too: only where most known names stand at their own number do the numbers mean it."""
    known = [entry for entry in entries if entry.name in _all_names()]
    right = [entry for entry in known if entry.name in _names_of(year, entry.number)]
    return len(right) >= FEWEST_ROWS and len(right) > len(known) / 2


def _is_wrong(entry: NumberedName, year: YearInstrument) -> bool:
    """Whether the name belongs to something else; a name that nothing has is left to the reader of the page."""
    return entry.name in _all_names() and entry.name not in _names_of(year, entry.number)


def _names_of(year: YearInstrument, number: int) -> set[str]:
    indicator = year.indicators[number]
    return {indicator.name_th, *indicator.also_printed_th}


@cache
def _all_names() -> Mapping[str, str]:
    """Names of indicators and sub-indicators of all years with what they belong to, longest first."""
    owners: dict[str, str] = {}
    for number in reversed(known_years()):
        year = load_year(number)
        for sub in year.disclosure.sub_indicators:
            owners.setdefault(sub.name_th, sub.code)
        for indicator in year.indicators.values():
            owners |= dict.fromkeys((indicator.name_th, *indicator.also_printed_th), str(indicator.number))
    return {name: owners[name] for name in sorted(owners, key=len, reverse=True)}


def _finding(entry: NumberedName, year: YearInstrument) -> DocumentFinding:
    indicator, owner = year.indicators[entry.number], _all_names()[entry.name]
    kind_th, kind_en = ("ตัวชี้วัดย่อยที่", "sub-indicator") if "." in owner else ("ตัวชี้วัดที่", "indicator")
    follows = Wording(
        f"“{entry.name}” เป็นชื่อ{kind_th} {owner} ส่วนตัวชี้วัดที่ {entry.number} คือ {indicator.name_th}",
        f"“{entry.name}” is {kind_en} {owner}; indicator {entry.number} is “{indicator.name_th}”",
    )
    mend = Wording(f"เขียน {entry.number}. {indicator.name_th}", f"write {entry.number}. {indicator.name_th}")
    return DocumentFinding(Kind.NAME, entry.where, entry.printed, follows, mend)

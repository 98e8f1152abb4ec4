"""What a row of a table of scores is about: question, indicator, sub-indicator, instrument, total or a whole year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.papers.reading.columns import Role
from prongsai.papers.reading.indicator_names import Entry, indicator_of, read_entry, read_sub_indicator
from prongsai.papers.reading.instrument_words import LONGEST_LABEL, instrument_of
from prongsai.papers.reading.printed_numbers import NUMBER
from prongsai.papers.reading.question_codes import codes_alone, codes_of, indicator_of_code, instrument_of_code
from prongsai.papers.reading.question_topics import question_about
from prongsai.papers.reading.tables import Row, Table
from prongsai.papers.reading.years import only_year
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, YearInstrument
from prongsai.thai.numerals import to_arabic_digits

_TOTAL = re.compile(
    r"\s*(?:คะแนน|ผล)?\s*(?:การประเมิน)?\s*(?:รวม|ใน\s*ภาพรวม|ภาพรวม|เฉลี่ยรวม|ITA)(?!\S*(?:ของ|ราย)|\s*[0-9๐-๙]+\s*ข้อ)",
    re.IGNORECASE,
)
_WHOLE_INDICATOR = re.compile(r"\s*(?:ทั้ง|รวม|เฉลี่ย|ภาพรวม|-|–)")
_TAIL_SCORE = re.compile(
    rf"(?P<name>(?:\s*[0-9]{{1,2}}\s*[.)])?[^0-9]*?[^0-9.])\s*(?<![+±−-])(?P<number>{NUMBER}(?=\s*คะแนน)|(?<![0-9.])[0-9]{{1,3}}\.[0-9]{{2}})\s*(?:คะแนน)?[.\s]*",
    re.DOTALL,
)
_BEGINS_AS_CODE = re.compile(r"\s*(?:ข้อ\s*(?:ที่\s*)?[iIeE1l|]?|[iIeE])\s?[0-9๐-๙]{1,3}(?![0-9๐-๙]|[.,][0-9๐-๙])")
_BEGINS_AS_ITEM = re.compile(r"\s*(?:ข้อ\s*)?(?:[Oo]\s?[0-9]{1,2}|[0๐][0-9]{2})(?![0-9.,])\s+[\u0e01-\u0e4e]")
_YEAR_ALONE = re.compile(r"\s*(?:ปี\s*)?(?:งบ\s*ประมาณ\s*)?(?:พ\.?\s?ศ\.?\s*)?25[4-9][0-9]\s*")
ALL_ROWS = (Role.NUMBER, Role.INDICATOR)
MOST_ROWS = 40
NAME_AND_SCORE = 2


@dataclass(frozen=True, slots=True)
class Carried:
    """What the rows above said and a row leaves empty."""

    instrument: Instrument | None = None
    indicator: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is about: places for its numbers, one after the other; `places` of one entry may stay open."""

    places: tuple[Place, ...]
    carried: Carried
    year: int | None = None


def entry_of(table: Table, row: Row) -> Entry | None:
    """The number and name of an indicator in a row."""
    columns = [index for index, role in enumerate(table.roles) if role in ALL_ROWS]
    column = table.column(Role.INDICATOR)
    if column is not None:
        numbered = read_entry(_without_score(row.cell(column)))
        if numbered is not None and numbered.number is not None and numbered.named is not None:
            return numbered
        return read_entry(_without_score(" ".join(row.cell(column) for column in columns)))
    cells = [_without_score(cell) for cell in row.cells if cell.strip()]
    for text in (*cells[:2], " ".join(cells[:2])):
        entry = read_entry(text)
        if entry is not None and (entry.named is not None or entry.is_labelled):
            return entry
    return None


def subject_of(
    table: Table, row: Row, entry: Entry | None, carried: Carried, rules: YearInstrument | None, *, by_name: bool
) -> Subject:
    """What the row is about, with what it leaves to the rows below."""
    indicator = indicator_of(entry, by_name=by_name) if entry and not _is_only_counted(table, row, entry) else None
    instrument = _instrument(table, row)
    now = Carried(instrument or carried.instrument, indicator or carried.indicator)
    if indicator is not None and instrument is None:
        now = Carried(_fitting(carried.instrument, indicator, rules), indicator)
    codes = _codes(table, row, now, rules)
    if codes is not None:
        places = tuple(_question_place(options, now.instrument) for options in codes if options)
        return Subject(places if len(places) == len(codes) else (), _after_question(now, places, rules))
    if indicator is None and _lost_its_indicator(table, row):
        return Subject((), now)
    return Subject(tuple(_other_places(row, indicator, instrument, now)), now, _year_alone(row))


def tail_score(cell: str) -> str | None:
    """The number at the end of `๑. การปฏิบัติหน้าที่ ๙๓.๔๖ คะแนน`."""
    found = _TAIL_SCORE.fullmatch(to_arabic_digits(cell))
    return None if found is None else cell[slice(*found.span("number"))]


def is_total(row: Row) -> bool:
    """Whether a row is about the result as a whole, or about one year of it."""
    return any(_TOTAL.match(cell) for cell in row.cells) or _year_alone(row) is not None


def _is_only_counted(table: Table, row: Row, entry: Entry) -> bool:
    """In a row that lost a cell a number without a name may be that of the row."""
    is_nameless = entry.named is None and not entry.is_labelled
    return is_nameless and len(row.cells) < len(table.head) and {Role.NUMBER, Role.INDICATOR} <= set(table.roles)


def _lost_its_indicator(table: Table, row: Row) -> bool:
    """Whether a row of a table of indicators is short of a cell: what is left, `OIT 81.67`, is not the instrument's."""
    if not table.head and len(table.rows) == 1:
        return len(row.cells) > NAME_AND_SCORE
    if is_total(row) or len(row.cells) >= max(len(other.cells) for other in table.rows[:MOST_ROWS]):
        return False
    if {Role.INSTRUMENT, Role.INDICATOR} <= set(table.roles):
        return True
    beside = (other for other in table.rows[:MOST_ROWS] if entry_of(table, other) is not None)
    return not table.head and any(_instrument(table, other) for other in beside)


def _without_score(cell: str) -> str:
    found = _TAIL_SCORE.fullmatch(to_arabic_digits(cell))
    return cell if found is None else cell[: found.end("name")]


def _instrument(table: Table, row: Row) -> Instrument | None:
    column = table.column(Role.INSTRUMENT)
    if column is not None and row.cell(column).strip():
        return instrument_of(row.cell(column))
    if column is None:
        labels = (cell for cell in row.cells if len(cell) <= LONGEST_LABEL and read_sub_indicator(cell) is None)
        return next((found for cell in labels if (found := instrument_of(cell)) is not None), None)
    return None


def _fitting(instrument: Instrument | None, indicator: int, rules: YearInstrument | None) -> Instrument | None:
    """An instrument named above holds for this indicator only if the indicator belongs to it."""
    if instrument is None or rules is None:
        return instrument
    return instrument if rules.indicators[indicator].instrument is instrument.family else None


def _codes(table: Table, row: Row, now: Carried, rules: YearInstrument | None) -> tuple[tuple[str, ...], ...] | None:
    """The codes of a row of questions, each as what it may be; `None` where the row is about no question.

    A row about an item of disclosure has none, and is not about the indicator beside it either.
    """
    column = table.column(Role.QUESTION)
    said = row.cell(column).strip() if column is not None else ""
    if rules is None:
        return ((),) if _BEGINS_AS_CODE.match(said) else None
    shifted = [cell for cell in row.cells if cell != said and _BEGINS_AS_CODE.match(cell)]
    allowed = codes_of(rules, now.instrument, now.indicator) or codes_of(rules, None, None)
    for cell in ([said] if said else []) + shifted:
        codes = codes_alone(cell, allowed)
        if codes:
            return _one_each(codes)
    if any(_BEGINS_AS_ITEM.match(to_arabic_digits(cell)) for cell in row.cells):
        return ((),)
    if said and not _WHOLE_INDICATOR.match(said):
        about = question_about(said, rules, codes_of(rules, now.instrument, now.indicator))
        return ((about,),) if about else ((),)
    return None


def _one_each(codes: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Codes that follow each other in a cell are different ones."""
    sure = {options[0] for options in codes if len(options) == 1}
    return tuple(options if len(options) == 1 else tuple(c for c in options if c not in sure) for options in codes)


def _question_place(options: tuple[str, ...], instrument: Instrument | None) -> Place:
    return Place(instrument_of_code(options[0], instrument), options[0])


def _after_question(now: Carried, places: tuple[Place, ...], rules: YearInstrument | None) -> Carried:
    if not places or rules is None:
        return now
    instrument = now.instrument if places[0].instrument in EIT_PARTS else places[0].instrument
    return Carried(instrument, indicator_of_code(rules, places[0].code))


def _other_places(row: Row, indicator: int | None, instrument: Instrument | None, now: Carried) -> Iterator[Place]:
    sub = next((code for cell in row.cells if (code := read_sub_indicator(cell)) is not None), None)
    if sub is not None:
        yield Place(Instrument.OIT, sub)
    elif indicator is not None:
        yield indicator_place(indicator, now.instrument if now.instrument in EIT_PARTS else None)
    elif instrument is not None:
        yield instrument_place(instrument)
    elif is_total(row):
        yield TOTAL


def _year_alone(row: Row) -> int | None:
    first = next((cell for cell in row.cells if cell.strip()), "")
    return only_year(first) if _YEAR_ALONE.fullmatch(to_arabic_digits(first)) else None

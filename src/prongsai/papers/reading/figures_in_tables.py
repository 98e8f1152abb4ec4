"""Reads the scores of a table: by indicator, question or instrument, of one year or several."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.columns import Role, heads_place, year_of_head
from prongsai.papers.reading.indicator_names import Entry, numbers_only_count
from prongsai.papers.reading.instrument_words import LONGEST_LABEL, instrument_of
from prongsai.papers.reading.printed_numbers import PrintedNumber, numbers_of_cell, read_number
from prongsai.papers.reading.question_codes import instrument_of_code
from prongsai.papers.reading.table_rows import Carried, Subject, entry_of, is_total, subject_of, tail_score
from prongsai.papers.reading.tables import Row, Table
from prongsai.papers.reading.years import Years, find_years, only_year
from prongsai.rulebook.evidence import TOTAL, Place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, YearInstrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.thai.numerals import to_arabic_digits

_WITH_YEAR = re.compile(r"(?P<score>.*?)\s*\(\s*(?P<year>(?:ปี|พ\.ศ\.)[^()]*)\)\s*", re.DOTALL)
_WITH_CHANGE = re.compile(
    r"\s*(?P<score>[0-9]{2}\.[0-9]{2}|100(?:\.00)?)\s*(?:เทียบไม่ได้|คงเดิม|เท่าเดิม|(?:เพิ่มขึ้น|ลดลง)\s*[0-9.]*)\s*\*?\s*"
)
_LAST_YEAR = re.compile(r"ปี\s*(?:ก่อน|ที่แล้ว|ที่ผ่านมา|เดิม)")
QUESTION_HEAD = re.compile(r"(?:ข้อ\s*)?(?P<code>[iIeE]\s?[0-9]{1,2})")
_WHOLE_HEAD = re.compile(r"เฉลี่ย|รวม|คะแนน")
_OF_THE_RESULT = re.compile(r"ITA|ผลการประเมิน|ภาพรวม|คุณธรรมและความโปร่งใส")
_WEIGHTED = re.compile(r"ถ่วง")
FEWEST_ACROSS = 2
_HOLDS_SCORES = {Role.SCORE, Role.YEAR}
_OTHER_NUMBERS = {Role.CHANGE, Role.OTHER_NUMBER}
_HAS_UNIT = re.compile(r"[0-9๐-๙]\s*คะแนน[.\s]*$")
_MAY_BE_SHIFTED = {None, Role.NUMBER, Role.INDICATOR, Role.INSTRUMENT, Role.QUESTION}
Scored = tuple[int | None, PrintedNumber]
"""A number with the year that its column or cell gives it."""


def rules_of(year: int | None) -> YearInstrument | None:
    """The year's rules, where there are any."""
    return load_year(year) if year in known_years() else None


def figures_in_table(table: Table, years: Years) -> Iterator[Claim]:
    """Every score of the table with its place and year."""
    entries = [entry_of(table, row) for row in table.rows]
    if not _speaks_of_scores(table, entries):
        return
    by_name = numbers_only_count(entry for entry in entries if entry is not None)
    carried = Carried()
    for row, entry in zip(table.rows, entries, strict=True):
        context = years.at(row.index)
        subject = subject_of(table, row, entry, carried, _rules_at(row, context), by_name=by_name)
        carried = subject.carried
        yield from _claims(table, row, subject, subject.year or context)


def _rules_at(row: Row, context: int | None) -> YearInstrument | None:
    """The rules of the passage's year; where it has none, being still to come, those of a year that the row names."""
    named = sorted((found.year for cell in row.cells for found in find_years(cell)), reverse=True)
    return next((rules for year in (context, *named) if (rules := rules_of(year)) is not None), None)


def _speaks_of_scores(table: Table, entries: Sequence[Entry | None]) -> bool:
    """A table of other things may number its rows too: some name of an indicator or instrument must be there."""
    named = any(entry is not None and (entry.named is not None or entry.is_labelled) for entry in entries)
    if named or any("ITA" in head for head in table.head):
        return True
    cells = (cell for row in table.rows for cell in (*row.cells, *table.head) if len(cell) <= LONGEST_LABEL)
    if any(instrument_of(cell) for cell in cells):
        return True
    if Role.QUESTION in table.roles and Role.SCORE in table.roles:
        return True
    return _OF_THE_RESULT.search(table.title) is not None and all(map(is_total, table.rows))


def _claims(table: Table, row: Row, subject: Subject, year: int | None) -> Iterator[Claim]:
    by_column = list(_by_column_heads(table, row, subject, year))
    if by_column:
        yield from by_column
        return
    scored = _scored(table, row, year)
    places = subject.places
    if not scored and len(places) == 1:
        yield from (Claim(None, places[0], n, row.where, _values([n])) for n in _lost_its_year(table, row))
    if len(places) <= 1:
        yield from (Claim(own or year, places[0], number, row.where) for own, number in scored if places)
    elif len(scored) == len(places):
        pairs = zip(places, scored, strict=True)
        yield from (Claim(own or year, place, number, row.where) for place, (own, number) in pairs)
    elif scored:
        choices = _values([number for _, number in scored])
        printed = PrintedNumber(" ".join(number.printed for _, number in scored), None, is_clean=False)
        yield from (Claim(year, place, printed, row.where, choices) for place in places)


def _values(numbers: Sequence[PrintedNumber]) -> tuple[Decimal, ...]:
    return tuple(number.value for number in numbers if number.value is not None)


def _scored(table: Table, row: Row, year: int | None) -> list[Scored]:
    """The row's numbers with their years; in a row that lost cells the numbers go to the columns in order."""
    columns = [column for column, role in enumerate(table.roles) if role in _HOLDS_SCORES]
    if len(row.cells) == len(table.head) or not table.head:
        found = [one for column in columns for one in _in_cell(row.cell(column), _column_year(table, column, year))]
        found = found or _elsewhere(table, row) or (_weighted_sum(table, row) if is_total(row) else [])
        return found or _before_its_change(row)
    cells = (cell for cell in row.cells if not cell.rstrip().endswith("%"))
    numbers = [number for cell in cells for number in numbers_of_cell(cell) if _is_surely_score(number)]
    if len(numbers) == len(columns):
        return [(_column_year(table, column, year), number) for column, number in zip(columns, numbers, strict=True)]
    return [(None, number) for number in numbers] if len(columns) <= 1 else []


def _lost_its_year(table: Table, row: Row) -> list[PrintedNumber]:
    """Scores of a row that lost cells, where the columns are years: nobody can say of which."""
    of_years = [column for column, role in enumerate(table.roles) if role is Role.YEAR]
    if len(of_years) < FEWEST_ACROSS or len(row.cells) >= len(table.head):
        return []
    cells = (cell for cell in row.cells if not cell.rstrip().endswith("%"))
    numbers = [number for cell in cells for number in numbers_of_cell(cell) if _is_surely_score(number)]
    return numbers if 0 < len(numbers) < len(of_years) else []


def _in_cell(cell: str, year: int | None) -> list[Scored]:
    """`๙๖.๓๐`, `๙๕.๗๖ ๙๓.๑๓ ๑๐๐`, `75.00 (ปี 2568)`."""
    dated = _WITH_YEAR.fullmatch(cell)
    if dated is not None and (own := only_year(dated["year"])) is not None:
        return [(own, number) for number in numbers_of_cell(dated["score"])]
    return [(year, number) for number in numbers_of_cell(cell)]


def _weighted_sum(table: Table, row: Row) -> list[Scored]:
    """The points of all instruments add up to the total."""
    cells = [row.cell(column) for column, head in enumerate(table.head) if _WEIGHTED.search(head)]
    return [(None, number) for cell in cells[:1] for number in numbers_of_cell(cell)]


def _before_its_change(row: Row) -> list[Scored]:
    """`76.89 เพิ่มขึ้น 0.68`: a score with the words on how it moved in the same cell."""
    cells = ((cell, _WITH_CHANGE.fullmatch(to_arabic_digits(cell))) for cell in row.cells)
    found = [cell[slice(*match.span("score"))] for cell, match in cells if match is not None]
    return [(None, read_number(found[0]))] if len(found) == 1 else []


def _elsewhere(table: Table, row: Row) -> list[Scored]:
    """Where the score's column is empty or has no head: a cell that is only a score, or a name that ends in one."""
    roles = [*table.roles, *[None] * len(row.cells)]
    free = [
        cell
        for column, cell in enumerate(row.cells)
        if roles[column] in _MAY_BE_SHIFTED or (roles[column] not in _OTHER_NUMBERS and _HAS_UNIT.search(cell))
    ]
    alone = [found for cell in free if (found := [n for n in numbers_of_cell(cell) if _is_surely_score(n)])]
    if len(alone) == 1:
        return [(None, number) for number in alone[0]]
    if alone:
        return []
    tails = [tail for cell in free if (tail := tail_score(cell)) is not None]
    return [(None, read_number(tails[0]))] if len(tails) == 1 else []


def _by_column_heads(table: Table, row: Row, subject: Subject, year: int | None) -> Iterator[Claim]:
    """A table that lies across: instruments or questions as heads, their scores in the rows below."""
    if sum(map(heads_place, table.head)) < FEWEST_ACROSS or len(row.cells) != len(table.head):
        return
    own = subject.year or only_year(row.cell(0)) or year
    number = subject.places[0].code if subject.places and subject.places[0].code.isdecimal() else None
    for head, cell in zip(table.head, row.cells, strict=True):
        place = _place_of_head(head, number, subject)
        for printed in numbers_of_cell(cell):
            if place is not None and _is_surely_score(printed):
                yield Claim(own, place, printed, row.where)


def _place_of_head(head: str, indicator: str | None, subject: Subject) -> Place | None:
    """`EIT ส่วนที่ 1` heads that instrument, or in the row of an indicator that indicator's share in it."""
    instrument = instrument_of(head) if heads_place(head) else None
    code = QUESTION_HEAD.fullmatch(to_arabic_digits(head).strip())
    if code is not None:
        spelt = code["code"].replace(" ", "").lower()
        return Place(instrument_of_code(spelt, subject.carried.instrument), spelt)
    if indicator is not None:
        whole = _WHOLE_HEAD.search(head) is not None
        return Place(instrument, indicator) if instrument in EIT_PARTS else Place(None, indicator) if whole else None
    if instrument is not None:
        return instrument_place(instrument)
    return TOTAL if "รวม" in head else None


def _column_year(table: Table, column: int, year: int | None) -> int | None:
    head = table.head[column]
    if _LAST_YEAR.search(head) and year is not None:
        return year - 1
    return year_of_head(head)


def _is_surely_score(number: PrintedNumber) -> bool:
    return number.is_clean and ("." in number.printed or "," in number.printed or number.value == 100)  # noqa: PLR2004

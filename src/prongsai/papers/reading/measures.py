"""Reads the measures of a document's tables: what, in which steps, when, by whom, followed up how, with what result."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prongsai.papers.reading.columns import Role
from prongsai.papers.reading.figures_in_tables import rules_of
from prongsai.papers.reading.found import ReadMeasure
from prongsai.papers.reading.indicator_names import indicator_of, numbers_only_count, read_entry
from prongsai.papers.reading.measure_rows import joined_rows, tells_of_measures
from prongsai.papers.reading.question_codes import cited_code, indicator_of_code
from prongsai.papers.reading.tables import Row, Table
from prongsai.rulebook.instrument import YearInstrument
from prongsai.thai.numerals import to_arabic_digits

_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?(?P<number>[0-9]{1,2})\s?[.)]\s*(?=[^0-9\s])")
_DASHED = re.compile(r"(?:(?<=\s)|^)[-–•]\s*(?=[^\s0-9–-])")
_OWN_NUMBER = re.compile(r"\A\s*\(?[0-9๐-๙]{1,2}\s?[.)]\s*(?=\D)")
_LABEL = re.compile(r"(?:\s|\A)วิธี(?:การ)?ดำเนิน(?:การ|งาน)\s*:?\s*$")
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(10|[1-9])(?![0-9]|\.[0-9])")
_NO_MEASURE = re.compile(r"\s*(?:ยังไม่มีมาตรการ|ไม่มีมาตรการ|[-–]?\s*$)")
_CUT_WORD = re.compile("[\u0e01-\u0e4e]{2}")
_NOTHING = {"-", "–", "—"}


def measures_of(tables: Sequence[Table], year: int | None) -> Iterator[ReadMeasure]:
    """Every measure in order; `year` is that of the scores, whose question codes tell the indicator."""
    rules = rules_of(year)
    for table in tables:
        if tells_of_measures(table):
            yield from _measures(table, rules)


def _measures(table: Table, rules: YearInstrument | None) -> Iterator[ReadMeasure]:
    by_name = _numbers_count(table)
    indicator: int | None = None
    for rows in joined_rows(table):
        title = _text(table, rows, Role.MEASURE)
        own = _indicator_column(table, rows, by_name=by_name)
        indicator = own or indicator
        if _NO_MEASURE.match(title) or not _says_more(table, rows):
            continue
        yield ReadMeasure(
            indicator=indicator if own or table.column(Role.INDICATOR) is not None else _told(table, rows, rules),
            measure=_OWN_NUMBER.sub("", title, count=1).strip(),
            where=rows[0].where,
            steps=steps_of(_lines(table, rows, Role.STEPS)),
            period=_text(table, rows, Role.PERIOD),
            unit=_text(table, rows, Role.UNIT),
            follow_up=_text(table, rows, Role.FOLLOW_UP),
            result=_text(table, rows, Role.RESULT),
            outcome=_text(table, rows, Role.OUTCOME),
        )


def steps_of(cell: str) -> tuple[str, ...]:
    """The steps of a cell: by their numbers, else by dashes, else by paragraphs."""
    numbered = _cut(cell, _ascending(cell))
    if len(numbered) > 1:
        return numbered
    dashes = [match.start() for match in _DASHED.finditer(cell)]
    if dashes:
        return _cut(cell, dashes)
    return tuple(clean for part in cell.split("\n") if (clean := _clean(part)))


def _ascending(cell: str) -> list[int]:
    """Where numbers begin that count on from the one before, or begin again at 1."""
    found: list[int] = []
    expected = 1
    for match in _NUMBERED.finditer(to_arabic_digits(cell)):
        number = int(match["number"])
        if number in {expected, 1}:
            found.append(match.start())
            expected = number + 1
    return found


def _cut(cell: str, starts: Sequence[int]) -> tuple[str, ...]:
    ends = [*starts, len(cell)]
    parts = [cell[: ends[0]], *(cell[start:end] for start, end in pairwise(ends))]
    return tuple(clean for part in parts if (clean := _clean(part)))


def _clean(part: str) -> str:
    """A step without its number, its dash, and the label of the list that follows it."""
    text = _OWN_NUMBER.sub("", part, count=1).strip()
    text = _LABEL.sub("", re.sub(r"^[-–•]\s*", "", text))
    text = re.sub(r"\s+", " ", text).strip()
    return "" if text in _NOTHING else text


def _lines(table: Table, rows: Sequence[Row], role: Role) -> str:
    """The text of a column over the rows of one measure, paragraphs kept apart; the same words again count once."""
    columns = [column for column, found in enumerate(table.roles) if found is role]
    parts = [row.cell(column).strip() for column in columns for row in rows]
    said = [part for part in parts if part and part not in _NOTHING]
    if role in {Role.PERIOD, Role.UNIT}:
        said = list(dict.fromkeys(said))
    whole = said[0] if said else ""
    for part in said[1:]:
        whole += part if _CUT_WORD.fullmatch(whole[-1] + part[0]) else f" {part}"
    return whole


def _text(table: Table, rows: Sequence[Row], role: Role) -> str:
    return re.sub(r"\s+", " ", _lines(table, rows, role)).strip()


def _says_more(table: Table, rows: Sequence[Row]) -> bool:
    more = (Role.STEPS, Role.PERIOD, Role.UNIT, Role.FOLLOW_UP, Role.RESULT, Role.OUTCOME)
    return any(_text(table, rows, role) for role in more)


def _numbers_count(table: Table) -> bool:
    entries = (read_entry(_indicator_text(table, row)) for row in table.rows)
    return numbers_only_count(entry for entry in entries if entry is not None)


def _indicator_text(table: Table, row: Row) -> str:
    columns = [column for column, role in enumerate(table.roles) if role in {Role.NUMBER, Role.INDICATOR}]
    return " ".join(row.cell(column) for column in columns)


def _indicator_column(table: Table, rows: Sequence[Row], *, by_name: bool) -> int | None:
    if table.column(Role.INDICATOR) is None:
        return None
    entry = read_entry(_indicator_text(table, rows[0]))
    return indicator_of(entry, by_name=by_name) if entry is not None else None


def _told(table: Table, rows: Sequence[Row], rules: YearInstrument | None) -> int | None:
    """The indicator that the row's own words name: by number, or by the code of a question."""
    issue, title, outcome = (_text(table, rows, role) for role in (Role.ISSUE, Role.MEASURE, Role.OUTCOME))
    code = cited_code(f"{issue} {title}", rules) if rules is not None else None
    if code is not None and rules is not None:
        return indicator_of_code(rules, code)
    named = {int(number) for text in (issue, title, outcome) for number in _INDICATOR.findall(to_arabic_digits(text))}
    return named.pop() if len(named) == 1 else None

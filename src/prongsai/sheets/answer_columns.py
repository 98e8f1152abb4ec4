"""Finds which column answers which line of a questionnaire, however the program that made the file names it."""

import re
from collections.abc import Iterator, Mapping

from prongsai.rulebook.survey_flow import AskedLine, Questionnaire
from prongsai.sheets.answer_cells import as_compared
from prongsai.sheets.numbers import plain
from prongsai.sheets.opening import Sheet
from prongsai.sheets.problems import Problem, SheetError, Words, found_text

CODE = re.compile(
    r"(?:ข้อ\s*(?:ที่)?\s*)?([ie]?)0*([1-9][0-9]?)(?:[._\[]\s*(?:sq)?0*([1-9][0-9]?)\]?)?(?:[.:]?\s+\D.*)?",
    re.ASCII | re.DOTALL,
)
"""`i1`, `i1_2`, `i1.2`, `i1[SQ002]`, `ข้อ 1`, and a code with the question's text behind it; in small letters."""


def find_columns(sheet: Sheet, questionnaire: Questionnaire) -> dict[str, AskedLine]:
    """The column of each line, in the order of the file. Raises `SheetError` naming lines without or with two."""
    by_code, by_text = _codes(questionnaire), _texts(questionnaire)
    found: dict[str, AskedLine] = {}
    problems: list[Problem] = []
    for column in filter(None, sheet.columns):
        line = _line_of(column, by_code, by_text)
        if line is None:
            continue
        if line in found.values():
            problems.append(Problem(sheet.file, 1, column, found_text(column), _two_columns(line)))
        found[column] = line
    missing = [line.key for line in questionnaire.lines if line not in found.values()]
    if missing:
        problems.append(_missing(sheet, questionnaire, missing))
    if problems:
        raise SheetError(problems)
    return found


def _line_of(column: str, by_code: Mapping[str, AskedLine], by_text: Mapping[str, AskedLine]) -> AskedLine | None:
    """The line that a column's name, or its last part below groups, stands for."""
    for name in (column, column.rpartition("/")[2]):
        text = plain(name)
        if as_compared(text) in by_text:
            return by_text[as_compared(text)]
        matched = CODE.fullmatch(text)
        if matched:
            letter, number, line = matched.groups()
            return by_code.get(f"{letter}{number}" + (f".{line}" if line else ""))
    return None


def _codes(questionnaire: Questionnaire) -> dict[str, AskedLine]:
    """Each line by its key, and by it without the letter, as paper has it."""
    return {name: line for line in questionnaire.lines for name in (line.key, line.key[1:])}


def _texts(questionnaire: Questionnaire) -> dict[str, AskedLine]:
    """Each line by its text in both languages where no other line has the same."""
    pairs = [(as_compared(text), line) for line in questionnaire.lines for text in _wordings(line)]
    names = [name for name, _ in pairs]
    return {name: line for name, line in pairs if names.count(name) == 1}


def _wordings(line: AskedLine) -> Iterator[str]:
    question = line.question
    if line.line is None:
        yield from dict.fromkeys((question.text_th, question.text_en))
    else:
        yield from dict.fromkeys((line.line.text_th, line.line.text_en))
        yield f"{question.text_th} [{line.line.text_th}]"
        yield f"{question.text_en} [{line.line.text_en}]"


def _missing(sheet: Sheet, questionnaire: Questionnaire, missing: list[str]) -> Problem:
    listed, part = ", ".join(missing), questionnaire.part.value
    mend = Words(
        f"ไม่พบคอลัมน์ของข้อ {listed} ของแบบ {part} ให้ตั้งชื่อคอลัมน์ด้วยรหัสข้อ เช่น {missing[0]}",
        f"there is no column for {listed} of {part}; name columns by the question's code, such as {missing[0]}",
    )
    return Problem(sheet.file, 1, None, found_text(", ".join(filter(None, sheet.columns))), mend)


def _two_columns(line: AskedLine) -> Words:
    return Words(f"มีสองคอลัมน์สำหรับข้อ {line.key} ให้เหลือคอลัมน์เดียว", f"two columns are for {line.key}; keep one of them")

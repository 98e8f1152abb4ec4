"""Reads which option a cell names: its number, its code in a survey program, or its text in Thai or English."""

import re

from prongsai.rulebook.survey_flow import AskedLine
from prongsai.sheets.names import agency_name
from prongsai.sheets.numbers import plain
from prongsai.sheets.problems import CellError, Words

NUMBER = re.compile(r"(?:ao?)?0*([1-9][0-9]?)(?:\.0)?", re.ASCII | re.IGNORECASE)
"""`3`, `3.0` as spreadsheets write it, and LimeSurvey's `A3`, `A03`, `AO03`."""


class OptionTable:
    """The options of a line by every text that stands for them."""

    def __init__(self, line: AskedLine) -> None:
        self.line = line
        self.by_text = {
            as_compared(text): number
            for number, option in enumerate(line.options, 1)
            for text in (option.th, option.en)
        }


def read_option(cell: str, table: OptionTable) -> int:
    """The option's number from 1 (lowest) as printed. Raises `CellError` with what may stand there."""
    number = NUMBER.fullmatch(plain(cell))
    chosen = int(number[1]) if number else table.by_text.get(as_compared(cell))
    if chosen is None or chosen > len(table.line.options):
        raise CellError(table.line.key, cell, _offered(table.line))
    return chosen


def as_compared(text: str) -> str:
    """A text in the spelling in which texts are compared."""
    return agency_name(text).casefold()


def _offered(line: AskedLine) -> Words:
    many = len(line.options)
    thai, english = (" / ".join(getattr(option, name) for option in line.options) for name in ("th", "en"))
    return Words(
        f"ให้ใส่เลข 1 ถึง {many} หรือข้อความ {thai} ถ้าไม่ได้ตอบให้เว้นว่าง",
        f"write 1 to {many}, or {english}; leave it empty if it was not answered",
    )

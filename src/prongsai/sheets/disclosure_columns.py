"""Which column of a list of disclosures means what, by its head or, without one, by what stands in it."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from prongsai.sheets.names import printable
from prongsai.sheets.numbers import plain
from prongsai.sheets.opening import Row, Sheet
from prongsai.sheets.problems import Problem, SheetError, Words, found_text
from prongsai.sheets.web_addresses import is_meant_as_address, read_addresses


class Meaning(StrEnum):
    """What a column holds."""

    ITEM = "item"
    URL = "url"
    EXPLANATION = "explanation"
    REASON = "reason"
    TITLE = "title"


NAMES: Mapping[Meaning, tuple[str, ...]] = {
    Meaning.ITEM: ("ข้อ", "item", "ข้อที่", "oit", "รหัสข้อ", "รหัส", "code", "no", "ลำดับ", "ลำดับที่"),
    Meaning.REASON: ("เหตุผลที่ไม่เกี่ยวข้อง", "ไม่เกี่ยวข้อง", "not_applicable", "not applicable"),
    Meaning.EXPLANATION: ("คำอธิบาย", "explanation", "คำอธิบายเพิ่มเติม", "รายละเอียด", "หมายเหตุ", "note"),
    Meaning.TITLE: ("ชื่อข้อ", "title", "ประเด็น", "ประเด็นการตรวจ", "รายการ", "เรื่อง", "ข้อมูล"),
}
URL_NAMES = ("ลิงก์", "ลิงค์", "ลิ้งก์", "ลิ้งค์", "url", "link", "address", "ที่อยู่")
"""Beginnings: there may be several columns of addresses ("ลิงก์ 1", "url2")."""

ITEM_NUMBER = re.compile(r"(?:ข้อ(?:ที่)?)?\s*(?:oit)?\s*[-.]?\s*(?:o|โอ|0(?=\d))?\s*[-.]?\s*(\d{1,2})", re.ASCII)
FIRST = "ข้อ"


def item_code(text: str) -> str | None:
    """`o12` from "O12", "o๑๒", "๑๒", "ข้อ 12"; `None` where no item can be meant."""
    match = ITEM_NUMBER.fullmatch(plain(text).lower())
    number = int(match[1]) if match else 0
    return f"o{number}" if number else None


def columns_by_meaning(sheet: Sheet) -> dict[str, Meaning]:
    """The columns that are read, in their order; raises `SheetError` where items or addresses have none."""
    found = {name: meaning for name in sheet.columns if name and (meaning := _meaning_of(name)) is not None}
    if Meaning.ITEM not in found.values() or Meaning.URL not in found.values():
        raise SheetError([Problem(sheet.file, 1, None, found_text(",".join(sheet.columns)), _NEEDS)])
    return found


def pasted_sheet(file: str, text: str) -> Sheet:
    """A list as it is pasted from a table or typed, a row a line; raises `SheetError` where nothing is readable.

    A first line that begins with an item's number is no head: text before a row's first address is the item's title
    then, text after it the explanation.
    """
    rows = [row for row in _rows(text) if any(printable(cell) for cell in row)]
    if not rows:
        raise SheetError([Problem(file, None, None, found_text(""), _NEEDS)])
    if item_code(rows[0][0]) is None:
        head, *body = rows
        return _sheet(file, [name.strip().lower() for name in head], body, first=2)
    columns = [FIRST, *NAMES[Meaning.TITLE][:1], URL_NAMES[0], *NAMES[Meaning.EXPLANATION][:1]]
    return _sheet(file, columns, [_by_content(row) for row in rows], first=1)


def _rows(text: str) -> list[list[str]]:
    if "\t" in text:
        return _cells_of(text, "\t")
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and item_code(lines[0].split(",")[0]) is None and any(mark in lines[0] for mark in ",;"):
        return _cells_of(text, max(",;", key=lines[0].count))
    return [_typed(line) for line in lines]


def _cells_of(text: str, delimiter: str) -> list[list[str]]:
    """The cells of a table; where a quotation mark never closes it is a letter, and swallows no further rows."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]


def _typed(line: str) -> list[str]:
    """The number first, a row of its own; "ข้อ 12" is one word."""
    match = re.match(r"\s*((?:ข้อ(?:ที่)?\s*)?\S+?)(?:[\s,:;]+(.*))?$", line)
    return [match[1], match[2] or ""] if match else [line]


def _by_content(row: Sequence[str]) -> list[str]:
    title: list[str] = []
    urls: list[str] = []
    explanation: list[str] = []
    for cell in row[1:]:
        found = read_addresses(cell)
        urls += [*found.urls, *filter(is_meant_as_address, found.others)]
        words = " ".join(word for word in found.others if not is_meant_as_address(word))
        if words:
            (explanation if urls else title).append(words)
    return [row[0], " ".join(title), " ".join(urls), " ".join(explanation)]


def _sheet(file: str, columns: Sequence[str], body: Sequence[Sequence[str]], *, first: int) -> Sheet:
    rows = tuple(
        Row(number, {name: _cell(line, index) for index, name in enumerate(columns) if name})
        for number, line in enumerate(body, first)
    )
    return Sheet(file, tuple(columns), rows)


def _cell(line: Sequence[str], index: int) -> str:
    return printable(line[index]) if index < len(line) else ""


def _meaning_of(name: str) -> Meaning | None:
    if name.startswith(URL_NAMES):
        return Meaning.URL
    return next((meaning for meaning, names in NAMES.items() if name in names), None)


_NEEDS = Words(
    "แถวแรกต้องมีคอลัมน์ “ข้อ” และ “ลิงก์” (มีได้หลายคอลัมน์) หรือวางแถวที่ขึ้นต้นด้วยเลขข้อ เช่น O1 https://…",
    "the first row needs a column item and a column url (or several), or paste rows that begin with a number: O1 https://…",
)

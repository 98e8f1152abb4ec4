"""Reads an Excel workbook as a person sees it, and refuses cells that would be lost without a word."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.etree import ElementTree as ET

from prongsai.sheets.limits import LARGEST_UNPACKED_BYTES, too_large
from prongsai.sheets.problems import Problem, SheetError, Words, found_text, whole_file

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PERCENT_FORMATS = {9, 10}
HEAD_WORDS = {"score", "คะแนน"}
Grid = list[list[object]]


@dataclass(frozen=True, slots=True)
class Oddity:
    """A cell that a plain reading would get wrong."""

    row: int
    column: int
    kind: str
    shown: str


def read_workbook(file: str, content: bytes) -> list[list[str]]:
    """The cells of the sheet that has the scores: the first whose head has such a column, else the first."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNPACKED_BYTES:
                raise whole_file(file, *too_large(LARGEST_UNPACKED_BYTES))
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            grids = [_filled_up(book.get_sheet_by_index(number)) for number in range(len(book.sheet_names))]
            number = next((i for i, grid in enumerate(grids) if _has_head(grid)), 0)
            oddities = list(_oddities(packed, number))
            return _as_text(file, grids[number], oddities)
    except (CalamineError, zipfile.BadZipFile, IndexError, KeyError, ET.ParseError):
        raise whole_file(file, *_NOT_A_WORKBOOK) from None


def _filled_up(sheet: object) -> Grid:
    """Rows and columns as numbered on the screen, empty ones at the start included."""
    grid: Grid = sheet.to_python(skip_empty_area=False)  # type: ignore[attr-defined]  # the library has no types
    return grid


def _has_head(grid: Grid) -> bool:
    head = next((row for row in grid if any(str(cell).strip() for cell in row)), [])
    return any(str(cell).strip().lower() in HEAD_WORDS for cell in head)


def _as_text(file: str, grid: Grid, oddities: list[Oddity]) -> list[list[str]]:
    lines = [[_cell_text(cell) for cell in line] for line in grid]
    lost = [oddity for oddity in oddities if oddity.kind != "percent"]
    if lost:
        raise SheetError(
            [Problem(file, o.row + 1, _letter(o.column), found_text(o.shown), _MENDS[o.kind]) for o in lost]
        )
    for oddity in oddities:
        cell = lines[oddity.row][oddity.column]
        if re.fullmatch(r"[0-9.]+", cell):
            lines[oddity.row][oddity.column] = f"{Decimal(cell) * 100:f}"
    return lines


def _oddities(packed: zipfile.ZipFile, number: int) -> Iterator[Oddity]:
    """Cells with an error, formulas that were never computed, and numbers shown as per cent."""
    percents = _percent_styles(packed)
    for cell in ET.fromstring(packed.read(_path_of(packed, number))).iter(f"{MAIN}c"):  # noqa: S314 - expat guards against bombs
        row, column = _spot(cell.get("r", "A1"))
        value, formula = cell.findtext(f"{MAIN}v"), cell.find(f"{MAIN}f")
        if cell.get("t") == "e":
            yield Oddity(row, column, "error", value or "#")
        elif formula is not None and value is None:
            yield Oddity(row, column, "formula", f"={formula.text or ''}")
        elif value and int(cell.get("s", "0")) in percents and cell.get("t", "n") == "n":
            yield Oddity(row, column, "percent", value)


def _path_of(packed: zipfile.ZipFile, number: int) -> str:
    book = ET.fromstring(packed.read("xl/workbook.xml"))  # noqa: S314
    wanted = list(book.iter(f"{MAIN}sheet"))[number].get(RELATION)
    relations = ET.fromstring(packed.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    target = next(one.get("Target", "") for one in relations if one.get("Id") == wanted)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _percent_styles(packed: zipfile.ZipFile) -> set[int]:
    if "xl/styles.xml" not in packed.namelist():
        return set()
    styles = ET.fromstring(packed.read("xl/styles.xml"))  # noqa: S314
    own = {int(one.get("numFmtId", "0")) for one in styles.iter(f"{MAIN}numFmt") if "%" in one.get("formatCode", "")}
    formats = styles.find(f"{MAIN}cellXfs")
    used = [int(one.get("numFmtId", "0")) for one in formats] if formats is not None else []
    return {index for index, kind in enumerate(used) if kind in PERCENT_FORMATS | own}


def _spot(name: str) -> tuple[int, int]:
    letters, digits = re.fullmatch(r"([A-Z]+)([0-9]+)", name).groups()  # type: ignore[union-attr]  # Excel's own names
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def _letter(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cell_text(cell: object) -> str:
    """A whole number comes out of a workbook as 2568.0; people wrote 2568."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


_MENDS = {
    "error": Words(
        "ช่องนี้คำนวณผิดพลาดใน Excel ให้แก้สูตรหรือพิมพ์ตัวเลข", "the cell is an error in Excel; mend it or type the number"
    ),
    "formula": Words(
        "สูตรนี้ยังไม่มีผลลัพธ์ ให้เปิดใน Excel แล้วบันทึกใหม่ หรือพิมพ์ตัวเลข",
        "the formula has no result yet; open and save the file in Excel, or type the number",
    ),
}
_NOT_A_WORKBOOK = (
    Words("เปิดเป็นไฟล์ Excel ไม่ได้ (ไฟล์เสียหรือไม่ใช่ .xlsx)", "it does not open as a workbook (damaged or not .xlsx)"),
    Words("เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx หรือ .csv", "open it in Excel and save it as .xlsx or .csv"),
)

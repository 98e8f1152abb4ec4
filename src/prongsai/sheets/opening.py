"""Opens a file of rows, whatever it is: CSV in UTF-8, UTF-16 or Windows-874, XLSX, or JSON."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.sheets.problems import Problem, SheetError, Words, found_text, whole_file

LARGEST_BYTES = 20 * 1024 * 1024
LARGEST_UNPACKED_BYTES = 200 * 1024 * 1024
MOST_ROWS = 500_000
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP_MAGIC = b"PK\x03\x04"
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text cells by column name; `number` counts from 1, the head included."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's rows under its head."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def open_sheet(path: Path) -> Sheet:
    """Read a file of rows from disk; raises `SheetError` with a sentence for a person."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise whole_file(path.name, *_NOT_A_FILE)
        if size > LARGEST_BYTES:
            raise whole_file(path.name, *_too_large(size))
        content = path.read_bytes()
    except OSError as problem:
        raise whole_file(path.name, *_cannot_open(problem)) from None
    return read_sheet(path.name, content)


def read_sheet(file: str, content: bytes) -> Sheet:
    """Read rows from a file's bytes; `file` is the name used in messages."""
    if len(content) > LARGEST_BYTES:
        raise whole_file(file, *_too_large(len(content)))
    if not content.strip():
        raise whole_file(file, *_EMPTY)
    if content.startswith(OLE_MAGIC):
        raise whole_file(file, *(_LOCKED if _is_encrypted(content) else _OLD_EXCEL))
    if content.startswith(ZIP_MAGIC):
        return _from_workbook(file, content)
    text = _decode(file, content)
    if text.lstrip()[:1] in {"[", "{"}:
        return _from_json(file, text)
    return _from_csv(file, text)


def _from_workbook(file: str, content: bytes) -> Sheet:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > LARGEST_UNPACKED_BYTES:
                raise whole_file(file, *_too_large(LARGEST_UNPACKED_BYTES + 1))
        grid = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    except (CalamineError, zipfile.BadZipFile, IndexError):
        raise whole_file(file, *_NOT_A_WORKBOOK) from None
    return _sheet(file, [[_cell_text(cell) for cell in line] for line in grid])


def _from_csv(file: str, text: str) -> Sheet:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise whole_file(file, *_NOT_A_TABLE) from None
    return _sheet(file, lines)


def _from_json(file: str, text: str) -> Sheet:
    try:
        content = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as problem:
        line = getattr(problem, "lineno", None)
        raise SheetError([Problem(file, line, None, *_NOT_JSON)]) from None
    if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in content):
        raise whole_file(file, *_NOT_JSON_ROWS)
    columns = list(dict.fromkeys(str(name) for entry in content for name in entry))
    lines = [["" if entry.get(name) is None else str(entry[name]) for name in columns] for entry in content]
    return _sheet(file, [columns, *lines])


def _sheet(file: str, lines: Sequence[Sequence[str]]) -> Sheet:
    filled = list(_without_blank(lines))
    if len(filled) <= 1:
        raise whole_file(file, *(_EMPTY if not filled else _HEAD_ONLY))
    if len(filled) > MOST_ROWS:
        raise whole_file(file, *_too_many_rows(len(filled)))
    (_, head), *body = filled
    columns = tuple(name.strip().lower() for name in head)
    rows = tuple(Row(number, _cells(columns, line)) for number, line in body)
    for number, line in body:
        if any(cell.strip() for cell in line[len(columns) :]):
            raise SheetError([Problem(file, number, None, found_text(",".join(line)), _TOO_MANY_CELLS)])
    return Sheet(file, columns, rows)


def _without_blank(lines: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    return ((number, line) for number, line in enumerate(lines, start=1) if any(cell.strip() for cell in line))


def _cells(columns: tuple[str, ...], line: Sequence[str]) -> dict[str, str]:
    return {name: line[index].strip() if index < len(line) else "" for index, name in enumerate(columns)}


def _cell_text(cell: object) -> str:
    """A whole number comes out of a workbook as 2568.0; people wrote 2568."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _decode(file: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp874")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise whole_file(file, *_NOT_TEXT)


def _is_encrypted(content: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in content


def _too_large(size: int) -> tuple[Words, Words]:
    megabytes = size // (1024 * 1024)
    return (
        Words(f"ไฟล์ใหญ่เกินไป ({megabytes} MB)", f"the file is too large ({megabytes} MB)"),
        Words("แบ่งเป็นไฟล์ละไม่เกิน 20 MB", "split it into files of at most 20 MB"),
    )


def _too_many_rows(count: int) -> tuple[Words, Words]:
    return (
        Words(f"มี {count} แถว", f"it has {count} rows"),
        Words(f"แบ่งเป็นไฟล์ละไม่เกิน {MOST_ROWS} แถว", f"split it into files of at most {MOST_ROWS} rows"),
    )


def _cannot_open(problem: OSError) -> tuple[Words, Words]:
    if isinstance(problem, FileNotFoundError):
        return Words("ไม่พบไฟล์นี้", "there is no such file"), Words("ตรวจชื่อและที่อยู่ของไฟล์", "check its name and folder")
    return Words("เปิดไฟล์ไม่ได้", "it cannot be opened"), Words("ตรวจสิทธิ์การอ่านไฟล์", "check that you may read it")


_EMPTY = (
    Words("ไฟล์ว่าง", "the file is empty"),
    Words(
        "ใส่หัวตาราง agency,year,instrument,code,score และข้อมูลอย่างน้อยหนึ่งแถว",
        "write the head agency,year,instrument,code,score and at least one row",
    ),
)
_HEAD_ONLY = (
    Words("มีแต่หัวตาราง ไม่มีข้อมูล", "there is a head but no row"),
    Words("ใส่ข้อมูลอย่างน้อยหนึ่งแถว", "write at least one row"),
)
_LOCKED = (
    Words("ไฟล์ Excel ตั้งรหัสผ่านไว้", "the workbook is protected by a password"),
    Words("เปิดใน Excel เอารหัสผ่านออกแล้วบันทึกใหม่", "open it in Excel, remove the password and save it again"),
)
_OLD_EXCEL = (
    Words("เป็นไฟล์ Excel หรือ Word รุ่นเก่า", "it is an old Excel or Word file"),
    Words("บันทึกใหม่เป็น .xlsx หรือ .csv", "save it as .xlsx or .csv"),
)
_NOT_A_WORKBOOK = (
    Words("เปิดเป็นไฟล์ Excel ไม่ได้ (ไฟล์เสียหรือไม่ใช่ .xlsx)", "it does not open as a workbook (damaged or not .xlsx)"),
    Words("เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx หรือ .csv", "open it in Excel and save it as .xlsx or .csv"),
)
_NOT_A_TABLE = (
    Words("อ่านเป็นตารางไม่ได้ (เครื่องหมายคำพูดไม่ครบคู่)", "it does not read as a table (an open quotation mark)"),
    Words("บันทึกใหม่เป็น CSV หรือ .xlsx", "save it again as CSV or .xlsx"),
)
_NOT_JSON = (
    Words("JSON ไม่สมบูรณ์", "the JSON is broken"),
    Words("แก้ให้เป็นรายการของแถว เช่น [{…}, {…}]", "mend it into a list of rows such as [{…}, {…}]"),
)
_NOT_JSON_ROWS = (
    Words("JSON ไม่ใช่รายการของแถว", "the JSON is not a list of rows"),
    Words("เขียนเป็น [{“agency”: …, “year”: …, “code”: …, “score”: …}]", "write [{“agency”: …, “code”: …, “score”: …}]"),
)
_NOT_TEXT = (
    Words("ไม่ใช่ไฟล์ข้อความ", "it is not a text file"),
    Words("บันทึกเป็น CSV (UTF-8) หรือ .xlsx", "save it as CSV (UTF-8) or .xlsx"),
)
_NOT_A_FILE = (
    Words("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "it is a folder, not a file"),
    Words("ระบุชื่อไฟล์", "name a file"),
)
_TOO_MANY_CELLS = Words(
    "มีช่องมากกว่าหัวตาราง ให้ลบช่องที่เกิน หรือครอบข้อความที่มีจุลภาคด้วยเครื่องหมาย “ ”",
    "the row has more cells than the head; delete them, or quote text that holds a comma",
)

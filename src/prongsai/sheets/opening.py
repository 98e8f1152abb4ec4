"""Opens a file of rows, whatever it is: CSV in UTF-8, UTF-16 or Windows-874, XLSX, or JSON."""

import csv
import io
import json
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.sheets.limits import LARGEST_BYTES, too_large
from prongsai.sheets.names import printable
from prongsai.sheets.problems import Problem, SheetError, Words, found_text, whole_file
from prongsai.sheets.workbook import read_workbook

MOST_ROWS = 500_000
MOST_COLUMNS = 1_000
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP_MAGIC = b"PK\x03\x04"
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text cells by column name; `number` counts from 1, a table's head included."""

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
    name = printable(path.name)
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            raise whole_file(name, *_NOT_A_FILE)
        if kind.st_size > LARGEST_BYTES:
            raise whole_file(name, *too_large(kind.st_size))
        content = path.read_bytes()
    except (OSError, ValueError) as problem:
        raise whole_file(name, *_cannot_open(problem)) from None
    return read_sheet(name, content)


def read_sheet(file: str, content: bytes) -> Sheet:
    """Read rows from a file's bytes; `file` is the name used in messages."""
    if len(content) > LARGEST_BYTES:
        raise whole_file(file, *too_large(len(content)))
    if not content.strip():
        raise whole_file(file, *_EMPTY)
    if content.startswith(OLE_MAGIC):
        raise whole_file(file, *(_LOCKED if _is_encrypted(content) else _OLD_EXCEL))
    if content.startswith(ZIP_MAGIC):
        return _sheet(file, read_workbook(file, content))
    text = _decode(file, content)
    if file.lower().endswith(".json") or text.lstrip()[:1] in {"[", "{"}:
        return _from_json(file, text)
    return _from_csv(file, text)


def read_json_rows(file: str, content: bytes, *, most_rows: int, most_columns: int) -> Sheet:
    """Read rows that came as a JSON list and as nothing else; `file` is what messages call it."""
    if not content.strip():
        raise whole_file(file, _EMPTY[0], _NOT_JSON_ROWS[1])
    return _from_json(file, _decode(file, content), most_rows=most_rows, most_columns=most_columns)


def _from_csv(file: str, text: str) -> Sheet:
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as problem:
        raise whole_file(file, *(_CELL_TOO_LONG if "field larger" in str(problem) else _NOT_A_TABLE)) from None
    return _sheet(file, lines)


def _from_json(file: str, text: str, *, most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS) -> Sheet:
    try:
        content = json.loads(
            text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_object_without_twins
        )
        return _sheet(file, _json_lines(file, content, most_rows, most_columns), head=0)
    except (json.JSONDecodeError, RecursionError) as problem:
        line = getattr(problem, "lineno", None)
        raise SheetError([Problem(file, line, None, *_NOT_JSON)]) from None
    except TwinKeyError as twin:
        raise whole_file(file, found_text(twin), _TWIN_COLUMN) from None


def _json_lines(file: str, content: object, most_rows: int, most_columns: int) -> list[list[str]]:
    """The names of all objects' keys, and below them each object's cells; limits first: each object has every cell."""
    if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in content):
        raise whole_file(file, *_NOT_JSON_ROWS)
    if len(content) > most_rows:
        raise whole_file(file, *_too_many_rows(len(content), most_rows))
    columns = list(dict.fromkeys(str(name) for entry in content for name in entry))
    if len(columns) > most_columns:
        raise whole_file(file, *_too_many_columns(len(columns), most_columns))
    return [columns, *([_json_text(entry.get(name)) for name in columns] for entry in content)]


class TwinKeyError(ValueError):
    """A JSON object says the same key twice."""


def _object_without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise TwinKeyError(name)
        found[name] = value
    return found


def _json_text(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _sheet(file: str, lines: Sequence[Sequence[str]], *, head: int = 1) -> Sheet:
    """The rows under the head, which is line `head`: a list of objects has none, so its first is row 1."""
    filled = list(_without_blank(lines, head))
    if len(filled) <= 1:
        raise whole_file(file, *(_EMPTY if not filled else _HEAD_ONLY))
    if len(filled) > MOST_ROWS:
        raise whole_file(file, *_too_many_rows(len(filled), MOST_ROWS))
    (_, names), *body = filled
    columns = tuple(name.strip().lower() for name in names)
    twin = next((name for name, times in Counter(columns).items() if name and times > 1), None)
    if twin is not None:
        raise SheetError([Problem(file, head or None, twin, found_text(",".join(names)), _TWIN_COLUMN)])
    rows = tuple(Row(number, _cells(columns, line)) for number, line in body)
    for number, line in body:
        if any(cell.strip() for cell in line[len(columns) :]):
            raise SheetError([Problem(file, number, None, found_text(",".join(line)), _TOO_MANY_CELLS)])
    return Sheet(file, columns, rows)


def _without_blank(lines: Sequence[Sequence[str]], first: int) -> Iterator[tuple[int, Sequence[str]]]:
    return ((number, line) for number, line in enumerate(lines, start=first) if any(cell.strip() for cell in line))


def _cells(columns: tuple[str, ...], line: Sequence[str]) -> dict[str, str]:
    return {name: printable(line[index]) if index < len(line) else "" for index, name in enumerate(columns) if name}


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


def _too_many_rows(count: int, most: int) -> tuple[Words, Words]:
    return (
        Words(f"มี {count} แถว", f"it has {count} rows"),
        Words(f"แบ่งเป็นไฟล์ละไม่เกิน {most} แถว", f"split it into files of at most {most} rows"),
    )


def _too_many_columns(count: int, most: int) -> tuple[Words, Words]:
    return (
        Words(f"มี {count} คอลัมน์", f"it has {count} columns"),
        Words(f"ให้เหลือไม่เกิน {most} คอลัมน์", f"keep at most {most} columns"),
    )


def _cannot_open(problem: Exception) -> tuple[Words, Words]:
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
    Words('เขียนเป็น [{"agency": …, "year": …, "code": …, "score": …}]', 'write [{"agency": …, "code": …, "score": …}]'),
)
_NOT_TEXT = (
    Words("ไม่ใช่ไฟล์ข้อความ", "it is not a text file"),
    Words("บันทึกเป็น CSV (UTF-8) หรือ .xlsx", "save it as CSV (UTF-8) or .xlsx"),
)
_NOT_A_FILE = (
    Words("เป็นโฟลเดอร์หรือสิ่งที่ไม่ใช่ไฟล์ธรรมดา", "it is a folder or something else than a plain file"),
    Words("ระบุชื่อไฟล์", "name a file"),
)
_TOO_MANY_CELLS = Words(
    """มีช่องมากกว่าหัวตาราง ให้ลบช่องที่เกิน หรือครอบข้อความที่มีจุลภาคด้วยเครื่องหมาย " " """.strip(),
    """the row has more cells than the head; delete them, or put text that holds a comma between " " """.strip(),
)
_CELL_TOO_LONG = (
    Words("มีช่องหนึ่งยาวเกินไป หรือเครื่องหมายคำพูดไม่ครบคู่", "a cell is too long, or a quotation mark is left open"),
    Words("ตรวจเครื่องหมายคำพูดในไฟล์", "check the quotation marks"),
)
_TWIN_COLUMN = Words("มีคอลัมน์ชื่อนี้ซ้ำกัน ให้เหลือเพียงคอลัมน์เดียว", "there are two columns of this name; keep one")

"""The file of an agency's clients for interviews: rows of service, contact and reference; good rows are kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.sheets.names import agency_name
from prongsai.sheets.numbers import plain
from prongsai.sheets.opening import Row, Sheet
from prongsai.sheets.problems import CellError, Problem, SheetError, Words, found_text
from prongsai.thai.telephones import national_number

COLUMN_NAMES = {
    "service": ("service", "บริการ", "งานบริการ", "งานที่มาติดต่อ"),
    "contact": ("contact", "phone", "ช่องทางติดต่อ", "ช่องทาง", "โทรศัพท์", "เบอร์โทรศัพท์", "สถานที่", "place"),
    "reference": ("reference", "รหัสอ้างอิง", "เลขอ้างอิง", "รหัส", "ลำดับ"),
}
LONGEST = {"service": 200, "contact": 200, "reference": 60}
LOOKS_LIKE_A_NUMBER = re.compile(r"[0-9 ().+-]{7,}", re.ASCII)
NATIONAL_ID_DIGITS = 13


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client: the service she used, how she is reached, and the reference by which the agency knows her."""

    row: int
    service: str
    contact: str
    reference: str


@dataclass(frozen=True, slots=True)
class ClientsFile:
    """The rows that can be used, what is wrong with the others, and columns that were left unread."""

    rows: tuple[ClientRow, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]


def read_clients(sheet: Sheet) -> ClientsFile:
    """Check row by row; raises `SheetError` only where a column is missing."""
    columns = _find_columns(sheet)
    rows: list[ClientRow] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for row in sheet.rows:
        try:
            client = _read_row(row, columns, seen)
        except CellError as wrong:
            problems.append(Problem(sheet.file, row.number, columns[wrong.column], found_text(wrong.found), wrong.mend))
        else:
            seen[client.reference] = row.number
            rows.append(client)
    unread = tuple(name for name in sheet.columns if name and name not in columns.values())
    return ClientsFile(tuple(rows), tuple(problems), unread)


def _find_columns(sheet: Sheet) -> dict[str, str]:
    found = dict(_columns_by_meaning(sheet.columns))
    for meaning, names in COLUMN_NAMES.items():
        if meaning not in found:
            mend = Words(
                f"ต้องมีคอลัมน์ “{names[1]}” หรือ {names[0]} ในแถวแรก (ต้องมีครบ: บริการ, ช่องทางติดต่อ, รหัสอ้างอิง)",
                f"the first row needs a column {names[0]} (all of: service, contact, reference)",
            )
            raise SheetError([Problem(sheet.file, 1, None, found_text(",".join(sheet.columns)), mend)])
    return found


def _columns_by_meaning(columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for meaning, names in COLUMN_NAMES.items():
        name = next((name for name in names if name in columns), None)
        if name is not None:
            yield meaning, name


def _read_row(row: Row, columns: Mapping[str, str], seen: Mapping[str, int]) -> ClientRow:
    cells = {meaning: row.cells[column] for meaning, column in columns.items()}
    for meaning, text in cells.items():
        _check_length(meaning, text)
    return ClientRow(
        row.number,
        agency_name(cells["service"]),
        _read_contact(cells["contact"]),
        _read_reference(cells["reference"], seen),
    )


def _check_length(meaning: str, text: str) -> None:
    if not text:
        raise CellError(meaning, text, Words("เว้นว่างไม่ได้ ให้กรอกทุกแถว", "it cannot be empty; fill in every row"))
    if len(text) > LONGEST[meaning]:
        mend = Words(f"ให้สั้นลงไม่เกิน {LONGEST[meaning]} ตัวอักษร", f"shorten it to at most {LONGEST[meaning]} letters")
        raise CellError(meaning, text, mend)


def _read_contact(text: str) -> str:
    """A telephone number with its leading 0, which spreadsheets take away; any other text is a place or an account."""
    if not LOOKS_LIKE_A_NUMBER.fullmatch(plain(text)):
        return text
    digits = national_number(plain(text))
    if digits is None:
        mend = Words(
            "ให้เขียนเบอร์มือถือ 10 หลัก เบอร์บ้าน 9 หลัก หรือสถานที่ที่พบได้",
            "write a mobile number of 10 digits, a landline of 9, or a place",
        )
        raise CellError("contact", text, mend)
    return digits


def _read_reference(text: str, seen: Mapping[str, int]) -> str:
    reference = re.sub(r"\s+", " ", plain(text))
    if _is_national_id(reference):
        mend = Words(
            "ห้ามใช้เลขประจำตัวประชาชน ให้ใช้เลขคิวหรือเลขรับเรื่อง", "never a national ID; write a queue or case number"
        )
        raise CellError("reference", f"{reference[:3]}…", mend)
    if reference in seen:
        mend = Words(
            f"ซ้ำกับแถว {seen[reference]} ให้แต่ละคนมีรหัสของตนเอง",
            f"row {seen[reference]} has it too; give each client her own",
        )
        raise CellError("reference", text, mend)
    return reference


def _is_national_id(text: str) -> bool:
    """Thirteen digits of which the last is the check digit (mod 11) of a Thai identity card."""
    digits = [int(letter) for letter in text if letter.isascii() and letter.isdecimal()]
    if len(digits) != NATIONAL_ID_DIGITS or re.search(r"[^0-9 -]", text):
        return False
    weighed = sum(digit * weight for digit, weight in zip(digits[:-1], range(13, 1, -1), strict=True))
    return (11 - weighed % 11) % 10 == digits[-1]

"""The file of those who are to be invited: rows of agency, e-mail and role; one wrong row and nobody is invited."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.sheets.opening import Row, Sheet
from prongsai.sheets.problems import CellError, Problem, SheetError, Words, found_text

COLUMN_NAMES = {
    "agency": ("agency", "code", "รหัสหน่วยงาน", "หน่วยงาน"),
    "email": ("email", "e-mail", "อีเมล"),
    "role": ("role", "บทบาท"),
}
NEEDED = ("agency", "email")
ROLES = {
    "officer": ("officer", "เจ้าหน้าที่", ""),
    "executive": ("executive", "ผู้บริหาร"),
    "auditor": ("auditor", "ผู้ตรวจสอบ", "ผู้ตรวจสอบภายใน"),
}
"""Heads of units and those who report for units are invited by their officer, who knows the units."""

LONGEST_EMAIL = 254
EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\".]+(\.[^\s@,;<>\".]+)+")


@dataclass(frozen=True, slots=True)
class InvitedRow:
    """Somebody to invite: into which agency, by code, and as what."""

    row: int
    agency: str
    email: str
    role: str


def read_invited(sheet: Sheet, agencies: frozenset[str]) -> tuple[InvitedRow, ...]:
    """The rows of a file, of agencies that there are. Raises `SheetError` with all that is wrong."""
    columns = _find_columns(sheet)
    rows: dict[tuple[str, str, str], InvitedRow] = {}
    problems: list[Problem] = []
    for row in sheet.rows:
        try:
            found = _read_row(row, columns, agencies)
            _refuse_second(rows, found)
        except CellError as wrong:
            where = columns.get(wrong.column, wrong.column)
            problems.append(Problem(sheet.file, row.number, where, found_text(wrong.found), wrong.mend))
        else:
            rows[found.agency, found.email, found.role] = found
    if problems:
        raise SheetError(problems)
    return tuple(rows.values())


def _find_columns(sheet: Sheet) -> dict[str, str]:
    found = dict(_columns_by_meaning(sheet.columns))
    if missing := [meaning for meaning in NEEDED if meaning not in found]:
        mend = Words(
            "ต้องมีคอลัมน์ agency (รหัสหน่วยงาน) และ email (อีเมล) จะมี role (บทบาท) ด้วยก็ได้",
            "columns agency and email are needed; role may be there too",
        )
        raise SheetError([Problem(sheet.file, 1, missing[0], found_text(",".join(sheet.columns)), mend)])
    return found


def _columns_by_meaning(columns: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for meaning, names in COLUMN_NAMES.items():
        name = next((column for column in columns if column.strip().lower() in names), None)
        if name is not None:
            yield meaning, name


def _read_row(row: Row, columns: Mapping[str, str], agencies: frozenset[str]) -> InvitedRow:
    cells = {meaning: row.cells[column].strip() for meaning, column in columns.items()}
    if cells["agency"] not in agencies:
        mend = Words(
            "ไม่มีหน่วยงานรหัสนี้ ให้ใช้รหัสตามรายชื่อที่นำเข้าด้วย prongsai agencies",
            "there is no agency with this code; use those of prongsai agencies",
        )
        raise CellError("agency", cells["agency"], mend)
    return InvitedRow(row.number, cells["agency"], _read_email(cells["email"]), _read_role(cells.get("role", "")))


def _read_email(text: str) -> str:
    if len(text) > LONGEST_EMAIL or not EMAIL.fullmatch(text):
        mend = Words("ให้เขียนอีเมลเดียว เช่น ita@example.go.th", "write one e-mail such as ita@example.go.th")
        raise CellError("email", text, mend)
    return text.lower()


def _read_role(text: str) -> str:
    found = next((role for role, names in ROLES.items() if text.lower() in names), None)
    if found is None:
        mend = Words(
            "ให้เขียน officer, executive หรือ auditor เว้นว่างหมายถึง officer",
            "write officer, executive or auditor; empty means officer",
        )
        raise CellError("role", text, mend)
    return found


def _refuse_second(rows: Mapping[tuple[str, str, str], InvitedRow], found: InvitedRow) -> None:
    earlier = rows.get((found.agency, found.email, found.role))
    if earlier is not None:
        mend = Words(f"ซ้ำกับแถว {earlier.row} ให้เหลือแถวเดียว", f"row {earlier.row} says the same; keep one of them")
        raise CellError("email", found.email, mend)

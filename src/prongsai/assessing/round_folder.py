"""Reads a round's folder: who takes part, and the verdicts on their items. The answers are `tallying`'s."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import count, repeat
from pathlib import Path

import pyarrow.parquet as pq

from prongsai.assessing.agency_row import AgencyRow
from prongsai.rulebook.agency_types import type_names
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import agency_types
from prongsai.sheets.names import agency_name, printable
from prongsai.sheets.numbers import plain, read_whole
from prongsai.sheets.problems import Problem, SheetError, Words, found_text, whole_file
from prongsai.tallying.csv_tables import LaidTable, csv_to_parquet

AGENCIES, VERDICTS = "agencies.csv", "verdicts.csv"
ANSWERS = ("answers.parquet", "answers.csv")
SIZES = ("", "S", "M", "L")
AGENCY_COLUMNS = ("code", "name", "type", "province", "staff", "clients")
AGENCY_CELLS = (*AGENCY_COLUMNS, "size")
VERDICT_COLUMNS = ("agency", "item", "verdict")
VERDICT_CELLS = (*VERDICT_COLUMNS, "year")
VERDICT_MARKS = {"0": False, "1": True}


class VerdictFault(StrEnum):
    """Why a verdict does not count."""

    CELLS = "cells"
    UNKNOWN_AGENCY = "unknown-agency"
    UNKNOWN_ITEM = "unknown-item"
    ANOTHER_YEAR = "another-year"
    NOT_0_OR_1 = "verdict-not-0-or-1"
    CONTRADICTS = "contradicts-another-row"


@dataclass(frozen=True, slots=True)
class BadVerdict:
    """A verdict that does not count; `row` counts as a spreadsheet does."""

    row: int
    fault: VerdictFault
    agency: str
    item: str
    found: str


@dataclass(frozen=True, slots=True)
class VerdictsFile:
    """Verdicts by agency and item, and those that do not count; a verdict given twice alike counts once."""

    by_agency: Mapping[str, Mapping[str, bool]]
    bad: tuple[BadVerdict, ...]

    @property
    def bad_counts(self) -> dict[str, int]:
        """How many do not count, by reason."""
        counted = Counter(one.fault for one in self.bad)
        return {fault.value: counted[fault] for fault in VerdictFault if counted[fault]}


def answers_in(folder: Path) -> Path:
    """The folder's answers. Raises `SheetError` naming every file that a round needs and this one lacks."""
    name = printable(folder.name) or str(folder)
    if not folder.is_dir():
        raise whole_file(name, *_NO_FOLDER)
    there = [folder / one for one in ANSWERS if (folder / one).exists()]
    missing = [one for one in (AGENCIES, VERDICTS) if not (folder / one).exists()] + (
        [] if there else [" / ".join(ANSWERS)]
    )
    if missing:
        listed = ", ".join(missing)
        raise whole_file(name, Words(f"ไม่มี {listed}", f"there is no {listed}"), _NEEDED)
    if len(there) > 1:
        raise whole_file(name, found_text(", ".join(ANSWERS)), _ONE_OF_THEM)
    return there[0]


def read_agencies(path: Path, workplace: Path) -> tuple[AgencyRow, ...]:
    """Who takes part. Raises `SheetError` with every mistake: a code twice, a number that is none."""
    table = _Table(path, workplace, AGENCY_COLUMNS)
    problems: list[Problem] = []
    rows: dict[str, AgencyRow] = {}
    first_row: dict[str, int] = {}
    for number, found in table.rows(*AGENCY_CELLS):
        cells = dict(zip(AGENCY_CELLS, found, strict=True))
        wrong = [*_agency_problems(path.name, number, cells, first_row)]
        problems += wrong
        if not wrong:
            row = _agency_row(cells)
            rows[row.code] = row
            first_row[row.code] = number
    if problems:
        raise SheetError(problems)
    if not rows:
        raise whole_file(path.name, *_NOBODY)
    return tuple(rows.values())


def read_verdicts(path: Path, workplace: Path, year: YearInstrument, agencies: Collection[str]) -> VerdictsFile:
    """The verdicts that count, and those that do not with their reason."""
    table = _Table(path, workplace, VERDICT_COLUMNS)
    by_agency: dict[str, dict[str, bool]] = defaultdict(dict)
    bad = [BadVerdict(row, VerdictFault.CELLS, "", "", "") for row in table.laid.skipped_rows]
    contradicted: set[tuple[str, str]] = set()
    for row, cells in table.rows(*VERDICT_CELLS):
        agency, written, mark = cells[:3]
        item = written if written in year.items else written.lower()
        fault = _verdict_fault(year, agencies, cells, item)
        if fault is None and by_agency[agency].setdefault(item, VERDICT_MARKS[mark]) is not VERDICT_MARKS[mark]:
            fault = VerdictFault.CONTRADICTS
            contradicted.add((agency, item))
        if fault is not None:
            bad.append(BadVerdict(row, fault, agency, item, mark))
    for agency, item in contradicted:
        del by_agency[agency][item]
    return VerdictsFile({code: found for code, found in by_agency.items() if found}, tuple(bad))


def _verdict_fault(
    year: YearInstrument, agencies: Collection[str], cells: tuple[str, ...], item: str
) -> VerdictFault | None:
    agency, _, mark, stated_year = cells
    if agency not in agencies:
        return VerdictFault.UNKNOWN_AGENCY
    if stated_year and stated_year != str(year.year):
        return VerdictFault.ANOTHER_YEAR
    if item not in year.items:
        return VerdictFault.UNKNOWN_ITEM
    return None if mark in VERDICT_MARKS else VerdictFault.NOT_0_OR_1


class _Table:
    """A CSV file's rows as plain text by column name."""

    def __init__(self, path: Path, workplace: Path, needed: tuple[str, ...]) -> None:
        if not path.stat().st_size:
            raise whole_file(path.name, *_empty(needed))
        self.laid: LaidTable = csv_to_parquet(path, path.name, workplace / f"{path.stem}.parquet")
        with pq.ParquetFile(self.laid.path) as laid:
            table = laid.read()
        names = [plain(printable(name)).lower() for name in table.column_names]
        missing = [name for name in needed if name not in names]
        if missing:
            mend = Words(f"ต้องมีคอลัมน์ {', '.join(missing)}", f"the head needs the columns {', '.join(missing)}")
            raise SheetError([Problem(path.name, 1, None, found_text(",".join(table.column_names)), mend)])
        self._columns = {
            name: _plain_cells(column.to_pylist()) for name, column in zip(names, table.columns, strict=True)
        }

    def rows(self, *names: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """The cells of some columns, "" where there is no such column; with the row's number, the head being row 1."""
        passed_over = {*self.laid.skipped_rows, *self.laid.blank_rows}
        numbers = (number for number in count(2) if number not in passed_over)
        asked = zip(*(self._columns.get(name) or repeat("") for name in names), strict=False)
        for number, cells, row in zip(numbers, asked, zip(*self._columns.values(), strict=True), strict=False):
            if any(row):
                yield number, cells


def _plain_cells(cells: list[str]) -> list[str]:
    """The cells with Arabic digits and without marks that are not seen; each different one is cleaned once."""
    clean = {cell: plain(printable(cell)) for cell in set(cells)}
    return [clean[cell] for cell in cells]


def _agency_row(cells: Mapping[str, str]) -> AgencyRow:
    return AgencyRow(
        code=cells["code"],
        name=agency_name(cells["name"]),
        type=_type_name(cells["type"]),
        province=_group_name(cells["province"]),
        staff=read_whole(cells["staff"]),
        clients=read_whole(cells["clients"]),
        size=cells["size"].upper(),
    )


@cache
def _type_name(text: str) -> str:
    """The name that the rules know a type by, whether it is written so or as its code; else as it is written."""
    name = agency_name(text)
    return type_names(agency_types()).get(name, name)


def unknown_types(agencies: Collection[AgencyRow]) -> dict[str, list[AgencyRow]]:
    """The agencies whose type is none that is known, by what is written."""
    known, found = set(type_names(agency_types()).values()), dict[str, list[AgencyRow]]()
    for agency in agencies:
        if agency.type not in known:
            found.setdefault(agency.type, []).append(agency)
    return found


@cache
def _group_name(text: str) -> str:
    """A province's name, which many agencies share."""
    return agency_name(text)


def _agency_problems(file: str, row: int, cells: Mapping[str, str], seen: Mapping[str, int]) -> Iterator[Problem]:
    code = cells["code"]
    if not code:
        yield Problem(file, row, "code", found_text(code), _NO_CODE)
    if code in seen:
        yield Problem(file, row, "code", found_text(code), _twice(seen[code]))
    for column in ("staff", "clients"):
        if cells[column] and read_whole(cells[column]) is None:
            yield Problem(file, row, column, found_text(cells[column]), _NO_NUMBER)
    if cells["size"].upper() not in SIZES:
        yield Problem(file, row, "size", found_text(cells["size"]), _NO_SIZE)


def _twice(row: int) -> Words:
    return Words(f"รหัสซ้ำกับแถว {row} ให้เหลือแถวเดียว", f"row {row} has this code too; keep one of them")


def _empty(needed: tuple[str, ...]) -> tuple[Words, Words]:
    head = ",".join(needed)
    return Words("ไฟล์ว่าง", "the file is empty"), Words(f"ใส่หัวตาราง {head}", f"write the head {head}")


_NO_FOLDER = (Words("ไม่พบโฟลเดอร์นี้", "there is no such folder"), Words("ตรวจชื่อและที่อยู่", "check its name and place"))
_NEEDED = Words(
    "โฟลเดอร์ของรอบต้องมี agencies.csv, verdicts.csv และ answers.parquet หรือ answers.csv "
    "(ถ้ายังไม่มีผลตรวจ ให้ใส่ verdicts.csv ที่มีแต่หัวตาราง)",
    "a round's folder has agencies.csv, verdicts.csv and answers.parquet or answers.csv "
    "(where there are no verdicts yet, a verdicts.csv with its head alone)",
)
_ONE_OF_THEM = Words("มีไฟล์คำตอบสองไฟล์ ให้เหลือไฟล์เดียว", "there are two files of answers; keep one")
_NOBODY = (
    Words("ไม่มีหน่วยงานเลย", "there is no agency"),
    Words(
        "ใส่อย่างน้อยหนึ่งแถว code,name,type,province,staff,clients",
        "write at least one row code,name,type,province,staff,clients",
    ),
)
_NO_CODE = Words("ใส่รหัสหน่วยงาน", "write the agency's code")
_NO_NUMBER = Words("ให้เขียนจำนวนเต็ม หรือเว้นว่างถ้าไม่ทราบ", "write a whole number, or leave it empty where it is not known")
_NO_SIZE = Words("ให้เขียน S, M, L หรือเว้นว่าง", "write S, M or L, or leave it empty")

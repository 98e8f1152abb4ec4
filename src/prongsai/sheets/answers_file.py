"""A file of answers that were collected elsewhere: columns are found by what they mean, rows are checked one by one.

It may come from KoboToolbox or ODK (fields named as `xlsform` names them, values of the choices or their labels), from
LimeSurvey (question codes, answer codes `A1`…), from a paper entry sheet (codes or `ข้อ 1`, option numbers or texts), or
it may be the answers file of the `prongsai` command (`agency,instrument` and a column for each question).
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from prongsai.rulebook.survey_flow import AskedLine, Questionnaire, pack
from prongsai.sheets.answer_cells import OptionTable, read_option
from prongsai.sheets.answer_columns import find_columns
from prongsai.sheets.names import agency_name
from prongsai.sheets.opening import Row, Sheet
from prongsai.sheets.problems import CellError, Problem, SheetError, Words, found_text

UNANSWERED = frozenset({"", "-"})
UUID = ("_uuid", "meta/instanceid", "instanceid", "_id_uuid")
SENT = "submitdate"


class Origin(StrEnum):
    """What kind of file it looks like."""

    KOBO = "kobo"
    LIMESURVEY = "limesurvey"
    ANSWERS_FILE = "answers-file"
    ENTRY_SHEET = "entry-sheet"


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column and the line that it answers; `read_as` is each thing that stands in it and the option's number."""

    column: str
    line: AskedLine
    read_as: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A respondent's choices, packed; `mark` is the same whenever this very row of this file comes again."""

    row: int
    packed: str
    mark: str


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """The rows that can be counted, the mapping by which they were read, and what is wrong with the others.

    `passed_over` rows are of other agencies or instruments; `unread` columns were not looked at.
    """

    origin: Origin
    columns: tuple[MappedColumn, ...]
    unread: tuple[str, ...]
    rows: tuple[AnswerRow, ...]
    problems: tuple[Problem, ...]
    passed_over: int


def read_answers(sheet: Sheet, questionnaire: Questionnaire, *, agency: Collection[str], digest: str) -> AnswersFile:
    """Check a file row by row; `agency` are the names and the code of whom it is for, `digest` the file's own hash.

    Raises `SheetError` where a line of the questionnaire has no column.
    """
    columns = find_columns(sheet, questionnaire)
    reader = _Reader(sheet, questionnaire, columns, {agency_name(name).lower() for name in agency}, digest)
    rows, problems, passed_over = reader.read()
    used = {*columns, *reader.beside}
    return AnswersFile(
        origin=_origin(sheet.columns),
        columns=tuple(MappedColumn(name, line, reader.read_as[name]) for name, line in columns.items()),
        unread=tuple(name for name in sheet.columns if name and name not in used),
        rows=rows,
        problems=problems,
        passed_over=passed_over,
    )


def file_digest(content: bytes) -> str:
    """A file's hash, as `read_answers` wants it: 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _origin(columns: Collection[str]) -> Origin:
    if {"agency", "instrument"} <= set(columns):
        return Origin.ANSWERS_FILE
    if SENT in columns or {"lastpage", "startlanguage"} <= set(columns):
        return Origin.LIMESURVEY
    return Origin.KOBO if any(name in columns for name in (*UUID, "_submission_time")) else Origin.ENTRY_SHEET


class _Reader:
    """Reads the rows of a sheet with one mapping."""

    def __init__(
        self,
        sheet: Sheet,
        questionnaire: Questionnaire,
        columns: Mapping[str, AskedLine],
        agency: Collection[str],
        digest: str,
    ) -> None:
        self.sheet, self.questionnaire, self.columns, self.agency, self.digest = (
            sheet,
            questionnaire,
            columns,
            agency,
            digest,
        )
        self.tables = {name: OptionTable(line) for name, line in columns.items()}
        self.read_as: dict[str, dict[str, int]] = {name: {} for name in columns}
        self.uuid = next((name for name in UUID if name in sheet.columns), None)
        known = ("agency", "instrument", "weight", SENT, self.uuid)
        self.beside = [name for name in known if name is not None and name in sheet.columns]
        self.seen: dict[str, int] = {}

    def read(self) -> tuple[tuple[AnswerRow, ...], tuple[Problem, ...], int]:
        """Good rows, problems, and how many rows are of somebody else."""
        rows: list[AnswerRow] = []
        problems: list[Problem] = []
        passed_over = 0
        for row in self.sheet.rows:
            if not self._is_ours(row):
                passed_over += 1
                continue
            wrong = list(self._problems(row))
            problems += [
                Problem(self.sheet.file, row.number, one.column, found_text(one.found), one.mend) for one in wrong
            ]
            if not wrong:
                rows.append(self._answer(row))
        return tuple(rows), tuple(problems), passed_over

    def _is_ours(self, row: Row) -> bool:
        agency, instrument = row.cells.get("agency", ""), row.cells.get("instrument", "")
        named = not agency or agency_name(agency).lower() in self.agency
        return named and (not instrument or instrument.upper() == self.questionnaire.part.value)

    def _problems(self, row: Row) -> Iterator[CellError]:
        """Everything that is wrong with a row."""
        if SENT in row.cells and not row.cells[SENT]:
            yield CellError(SENT, "", _UNFINISHED)
        if row.cells.get("weight", "") not in {"", "1", "1.0"}:
            yield CellError("weight", row.cells["weight"], _WEIGHED)
        if self.uuid and row.cells[self.uuid] and row.cells[self.uuid] in self.seen:
            yield CellError(self.uuid, row.cells[self.uuid], _twice(self.seen[row.cells[self.uuid]]))
        if all(row.cells[name] in UNANSWERED for name in self.columns):
            yield CellError(next(iter(self.columns)), "", _BLANK)
            return
        for name, table in self.tables.items():
            try:
                self._keep(name, row.cells[name], table)
            except CellError as wrong:
                yield CellError(name, wrong.found, wrong.mend)

    def _keep(self, name: str, cell: str, table: OptionTable) -> None:
        if cell not in UNANSWERED and cell not in self.read_as[name]:
            self.read_as[name][cell] = read_option(cell, table)

    def _answer(self, row: Row) -> AnswerRow:
        choices = {
            line.key: self.read_as[name][row.cells[name]]
            for name, line in self.columns.items()
            if row.cells[name] not in UNANSWERED
        }
        return AnswerRow(row.number, pack(self.questionnaire, choices), self._mark(row))

    def _mark(self, row: Row) -> str:
        """Kobo's own mark of the form, which outlives another export; else the file and the row's number."""
        uuid = row.cells[self.uuid] if self.uuid else ""
        if uuid:
            self.seen[uuid] = row.number
        return hashlib.sha256((f"uuid|{uuid}" if uuid else f"{self.digest}|{row.number}").encode()).hexdigest()


def _twice(row: int) -> Words:
    return Words(f"แบบเดียวกับแถว {row} ให้ลบแถวที่ซ้ำ", f"the same form as row {row}; delete the second one")


_UNFINISHED = Words(
    "ผู้ตอบยังไม่กดส่ง ส่งออกเฉพาะคำตอบที่ครบ หรือลบแถวนี้", "it was never sent; export complete answers only, or delete the row"
)
_WEIGHED = Words(
    "นับคนละหนึ่งเท่านั้น ให้ลบคอลัมน์ weight หรือใส่ 1", "each person counts once; delete the column weight or write 1"
)
_BLANK = Words("ไม่มีคำตอบเลยทั้งแถว ให้ลบแถวนี้", "nothing is answered in this row; delete it")

__all__ = ["AnswerRow", "AnswersFile", "MappedColumn", "Origin", "SheetError", "file_digest", "read_answers"]

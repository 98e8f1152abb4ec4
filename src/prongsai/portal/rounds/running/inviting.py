"""Turns the office's choice into agencies: all, those of a type, or the codes of a file, bad rows named."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import ids_by_code
from prongsai.portal.rounds.running.forms import BY_FILE, BY_TYPE, InviteForm
from prongsai.portal.ui.language import is_english
from prongsai.sheets.opening import Row, read_sheet
from prongsai.sheets.problems import Problem, SheetError

COLUMNS = ("code", "รหัส", "รหัสหน่วยงาน")
MOST_SHOWN = 100
LONGEST_FOUND = 60
LONGEST_TOLD = 200


@dataclass(frozen=True, slots=True)
class Chosen:
    """Codes of agencies that exist, how they were chosen as the journal tells it, and rows that cannot be used."""

    codes: tuple[str, ...]
    how: str
    problems: tuple[str, ...] = ()

    @property
    def shown_problems(self) -> tuple[str, ...]:
        """The first hundred."""
        return self.problems[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """Problems that are not shown."""
        return max(0, len(self.problems) - MOST_SHOWN)


def choose_agencies(form: InviteForm, *, with_fictional: bool) -> Chosen:
    """The agencies that a valid form means."""
    chosen = form.cleaned_data
    if chosen["who"] == BY_FILE:
        known = ids_by_code(with_fictional=with_fictional)
        return codes_in_file(chosen["file"].name or "", chosen["file"].read(), known)
    kind = chosen["type"] if chosen["who"] == BY_TYPE else ""
    codes = ids_by_code(type=kind, with_fictional=with_fictional)
    return Chosen(tuple(codes), f"type: {kind}" if kind else "all")


def codes_in_file(name: str, content: bytes, known: Mapping[str, int]) -> Chosen:
    """The known codes of a file's column; each other row is named with what was found."""
    try:
        sheet = read_sheet(name, content)
    except SheetError as error:
        return Chosen((), "file", tuple(map(_said, error.problems)))
    column = next((column for column in sheet.columns if column in COLUMNS), None)
    if column is None:
        return Chosen((), "file", (_("%(file)s: ไม่มีคอลัมน์ “รหัส” หรือ code ในแถวแรก") % {"file": sheet.file},))
    rows = [(row, row.cells[column].strip()) for row in sheet.rows]
    good = dict.fromkeys(code for _row, code in rows if code in known)
    bad = [_unknown(sheet.file, column, row) for row, code in rows if code not in known]
    return Chosen(tuple(good), f"file: {sheet.file}"[:LONGEST_TOLD], tuple(bad))


def _unknown(file: str, column: str, row: Row) -> str:
    found = {"file": file, "row": row.number, "column": column, "found": row.cells[column].strip()[:LONGEST_FOUND]}
    return _("%(file)s แถว %(row)s คอลัมน์ %(column)s: พบ “%(found)s” ไม่มีหน่วยงานรหัสนี้ที่เชิญเข้ารอบนี้ได้ ตรวจรหัสอีกครั้ง") % found


def _said(problem: Problem) -> str:
    return problem.text("en" if is_english() else "th")

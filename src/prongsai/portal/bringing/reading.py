"""Reads a sent scores file into the rows that wait, or into the mistakes to mend: pure."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.bringing.preview import rows_of, too_many_names
from prongsai.portal.ui.language import is_english
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import Language, SheetError
from prongsai.sheets.scores_file import read_scores

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rows to keep, or problems as sentences; `more` problems are not shown."""

    rows: list[list[Any]]
    problems: tuple[str, ...] = ()
    more: int = 0


def read_upload(name: str, content: bytes, agency: Agency) -> Outcome:
    """Read the file's bytes."""
    try:
        groups = read_scores(read_sheet(name, content))
    except SheetError as trouble:
        language: Language = "en" if is_english() else "th"
        shown = tuple(problem.text(language) for problem in trouble.problems[:MOST_SHOWN])
        return Outcome([], shown, max(0, len(trouble.problems) - MOST_SHOWN))
    rows = rows_of(groups, [agency.name_th, agency.name_en, agency.code])
    if too_many_names(rows):
        text = _("ไฟล์นี้มีหลายหน่วยงานแต่ไม่มีชื่อ %(name)s ให้แก้ชื่อในคอลัมน์ agency หรือตัดให้เหลือแถวของหน่วยงานนี้")
        return Outcome([], (text % {"name": agency.name_th},))
    return Outcome(rows)

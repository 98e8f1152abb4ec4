"""Reads a sent file of answers into rows that can be kept, or into what is wrong with it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.intake.access import Aim
from prongsai.portal.ui.language import is_english
from prongsai.sheets.answers_file import AnswersFile, file_digest, read_answers
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import Language, Problem, SheetError

MOST_SHOWN = 100
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read, `None` where the file cannot be used; problems as sentences, `more` of them not shown."""

    found: AnswersFile | None
    problems: tuple[str, ...] = ()
    more: int = 0


def read_upload(name: str, content: bytes, aim: Aim) -> Outcome:
    """Read the file's bytes for an agency's survey."""
    language: Language = "en" if is_english() else "th"
    try:
        sheet = read_sheet(name, content)
        if len(sheet.rows) > MOST_ROWS:
            return Outcome(None, (_too_many(len(sheet.rows)),))
        found = read_answers(sheet, aim.questionnaire, agency=aim.agency_names, digest=file_digest(content))
    except SheetError as trouble:
        return _outcome(None, trouble.problems, language)
    return _outcome(found, found.problems, language)


def _outcome(found: AnswersFile | None, problems: tuple[Problem, ...], language: Language) -> Outcome:
    shown = tuple(problem.text(language) for problem in problems[:MOST_SHOWN])
    return Outcome(found, shown, max(0, len(problems) - MOST_SHOWN))


def _too_many(rows: int) -> str:
    return _("ไฟล์มี %(rows)s แถว แบ่งเป็นไฟล์ละไม่เกิน %(most)s แถว") % {"rows": rows, "most": MOST_ROWS}

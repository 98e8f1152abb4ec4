"""What the API answers instead of data: where, what was found, what to write instead."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.portal.ui.language import is_english
from prongsai.sheets.names import printable
from prongsai.sheets.problems import Language, Problem, SheetError, found_text

MOST_TOLD = 20
BODY = "body"
"""What a mistake in what was sent calls it."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Where something is wrong, what was found there and what to write instead, in Thai or in English."""

    where: str
    found: str
    write: str


@dataclass(frozen=True, slots=True)
class RowMistake(Mistake):
    """A mistake in rows; the first row is 1, and `row` and `column` are null where the whole is meant."""

    row: int | None
    column: str | None


@dataclass(frozen=True, slots=True)
class RowMistakes(RowMistake):
    """The first mistake in rows, `others` beside it (no more than 19), and how many there are in all."""

    others: tuple[RowMistake, ...]
    count: int


class RefusedError(Exception):
    """The request is answered with a mistake and not with data; `allowed` are the methods of its address."""

    def __init__(self, status: int, mistake: Mistake, allowed: tuple[str, ...] = ()) -> None:
        self.status, self.mistake, self.allowed = status, mistake, allowed
        super().__init__(f"{status} {mistake.where}")


def not_understood(where: str, text: str, write: str) -> RefusedError:
    """400: the question makes no sense."""
    return RefusedError(400, Mistake(where, _found(text), write))


def not_there(where: str, found: str, write: str) -> RefusedError:
    """404: nothing of this name is published."""
    return RefusedError(404, Mistake(where, found, write))


def wrong_rows(error: SheetError) -> RefusedError:
    """422: the rows cannot be scored."""
    first, *others = map(_in_row, error.problems[:MOST_TOLD])
    told = RowMistakes(
        first.where, first.found, first.write, first.row, first.column, tuple(others), len(error.problems)
    )
    return RefusedError(422, told)


def too_many(count: int, most: int) -> RefusedError:
    """422: rows of more agencies and years than are scored at a time."""
    found = _("มีหน่วยงานและปีรวม %(count)s ชุด") % {"count": count}
    write = _("ส่งครั้งละไม่เกิน %(most)s ชุด") % {"most": most}
    return RefusedError(422, RowMistakes(BODY, found, write, None, None, (), 1))


def too_large(size: int, most: int) -> RefusedError:
    """413: more than is taken in, both in bytes."""
    found = _("%(size)s ไบต์") % {"size": size}
    return RefusedError(413, Mistake(BODY, found, _("ส่งครั้งละไม่เกิน %(most)s ไบต์") % {"most": most}))


def wrong_method(method: str, allowed: tuple[str, ...]) -> RefusedError:
    """405: the address is there, but not for this."""
    mend = _("ที่อยู่นี้ใช้ได้กับ %(method)s") % {"method": ", ".join(allowed)}
    return RefusedError(405, Mistake("method", _found(method), mend), allowed)


def failed() -> RefusedError:
    """500: a fault of the portal."""
    return RefusedError(500, Mistake("server", _("ระบบขัดข้อง คำขอนี้ไม่ได้ผิด"), _("ลองใหม่ในอีกสักครู่")))


def _in_row(problem: Problem) -> RowMistake:
    language = _language()
    where, found = printable(problem.where(language)), printable(problem.found[language])
    write = problem.mend[language].replace("--year", "?year=")  # what is an option of the command is a parameter here
    return RowMistake(where, found, write, problem.row, problem.column)


def _found(text: str) -> str:
    return printable(found_text(text)[_language()])


def _language() -> Language:
    return "en" if is_english() else "th"

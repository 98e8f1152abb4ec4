"""Reads the file of clients that the office brings and keeps its good rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from prongsai.portal.interviews.sampling.actions import import_clients
from prongsai.portal.ui.language import is_english
from prongsai.sheets.clients_file import ClientRow, read_clients
from prongsai.sheets.opening import read_sheet
from prongsai.sheets.problems import Problem, SheetError

if TYPE_CHECKING:
    from prongsai.portal.interviews.reviewing.forms import ImportForm

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Brought:
    """How many rows were taken, and a line for each that was not."""

    taken: int
    problems: tuple[str, ...]
    unread: tuple[str, ...] = ()

    @property
    def shown_problems(self) -> tuple[str, ...]:
        """The first hundred."""
        return self.problems[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """Problems that are not shown."""
        return max(0, len(self.problems) - MOST_SHOWN)


def bring_clients(form: "ImportForm", **where: Any) -> Brought:  # noqa: ANN401 - actor, round_id and agency_id
    """Keep the good rows of a valid form's file; raises `InterviewRefusedError` as `import_clients` does."""
    file = form.cleaned_data["file"]
    name = file.name or ""
    try:
        found = read_clients(read_sheet(name, file.read()))
    except SheetError as error:
        return Brought(0, tuple(map(_said, error.problems)))
    twins = import_clients(rows=found.rows, erases_on=form.cleaned_data["erases_on"], **where)
    problems = (*map(_said, found.problems), *(_twin(name, row) for row in twins))
    return Brought(len(found.rows) - len(twins), problems, found.unread)


def _said(problem: Problem) -> str:
    return problem.text("en" if is_english() else "th")


def _twin(file: str, row: ClientRow) -> str:
    found = {"file": file, "row": row.row, "found": row.reference}
    return _("%(file)s แถว %(row)s: พบรหัส “%(found)s” ซึ่งนำเข้าไว้แล้ว จึงข้ามแถวนี้") % found

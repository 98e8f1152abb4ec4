"""The papers of one agency, written by one of several processes."""

import os
import threading
from dataclasses import dataclass
from datetime import date
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from typing import Literal

from prongsai.commands.contradictions import contradictions
from prongsai.commands.papers import LEAVES_AS, Commission, Format, write_paper
from prongsai.commands.putting import put
from prongsai.commands.writing_all.folder import DRAFTS, agency_folder
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.sheets.problems import Problem, Words
from prongsai.sheets.scores_file import AgencyYear, StatedScore
from prongsai.thai.numerals import DigitStyle

Forms = Literal["each", "docx", "pdf", "both"]


@dataclass(frozen=True, slots=True)
class Order:
    """What is written for every agency; `out` is there already."""

    out: Path
    year: int
    kinds: tuple[str, ...]
    forms: Forms
    digits: DigitStyle
    dated: date


@dataclass(frozen=True, slots=True)
class AgencyRows:
    """An agency with the rows of its years, and the file that each year stands in."""

    agency: str
    stated: dict[int, tuple[StatedScore, ...]]
    files: dict[int, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Files written and files that were there, and why there are none."""

    written: int = 0
    there: int = 0
    problems: tuple[Problem, ...] = ()


def write_agency(order: Order, rows: AgencyRows) -> Outcome:
    """Write what is not there yet; an agency whose figures contradict each other gets nothing."""
    goals = _goals(order, rows.agency)
    missing = [goal for goal in goals if not goal[2].exists()]
    if not missing:
        return Outcome(there=len(goals))
    groups = [AgencyYear(rows.agency, load_year(year), stated) for year, stated in rows.stated.items()]
    results = {group.instrument.year: score_agency(group.instrument, group.figures) for group in groups}
    found = [
        problem
        for group in groups
        for problem in contradictions(rows.files[group.instrument.year], [group], [results[group.instrument.year]])
    ]
    if found:
        return Outcome(problems=tuple(found))
    for kind, form, goal in missing:
        wanted = Commission(rows.agency, order.year, results, form, order.digits, order.dated)
        goal.parent.mkdir(exist_ok=True)
        try:
            put(goal, write_paper(kind, wanted), aside=order.out / DRAFTS)
        except (ValueError, RuntimeError) as problem:
            return Outcome(problems=(_unwritable(rows.agency, kind, problem),))
    return Outcome(written=len(missing), there=len(goals) - len(missing))


def settle_in() -> None:
    """Ready a process: it typesets in one thread, as every core has a process of its own, and ends with its parent."""
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    _end_with_parent()


def _end_with_parent() -> None:
    """Make a process end at once when the one that started it is gone, even killed; it would wait for ever."""
    parent = parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _goals(order: Order, agency: str) -> list[tuple[str, Format, Path]]:
    """Every file; the PDF of a paper first, as its DOCX takes the pages of the contents from it."""
    folder = order.out / agency_folder(agency)
    forms: dict[Forms, tuple[Format, ...]] = {"docx": ("docx",), "pdf": ("pdf",), "both": ("pdf", "docx")}
    return [
        (kind, form, folder / f"{kind}.{form}")
        for kind in order.kinds
        for form in forms.get(order.forms, (LEAVES_AS[kind],))
    ]


def _unwritable(agency: str, kind: str, problem: Exception) -> Problem:
    mend = Words(
        f"เขียนเอกสารนี้ไม่ได้ ({problem}) ให้ตรวจชื่อและคะแนนของหน่วยงาน",
        f"this paper cannot be written ({problem}); check the agency's name and figures",
    )
    return Problem(agency, None, None, Words(kind, kind), mend)

"""`prongsai write`: an official document from a scores file, as DOCX to edit or PDF to publish."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from prongsai.commands.contradictions import contradictions
from prongsai.commands.outcome import CONTRADICTION, DONE, say, say_problems
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.sheets.names import agency_name
from prongsai.sheets.problems import Language, SheetError, Words
from prongsai.sheets.scores_file import AgencyYear, open_scores

FORMATS: dict[str, Literal["docx", "pdf"]] = {".docx": "docx", ".pdf": "pdf"}


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for."""

    scores: Path
    agency: str
    year: int
    out: Path
    digits: Literal["thai", "arabic"]


def write_analysis_file(request: Request, language: Language) -> int:
    """Write the analysis report of an agency's year; years before it in the file become comparison and history."""
    format_ = FORMATS.get(request.out.suffix.lower())
    if format_ is None:
        return say(
            f"--out: พบ “{request.out.name}” — ให้ตั้งชื่อไฟล์ลงท้ายด้วย .docx หรือ .pdf",
            f"--out: found “{request.out.name}”; end the name with .docx or .pdf",
            language,
        )
    obstacle = _obstacle(request)
    if obstacle is not None:
        return say(f"--out: {obstacle.th}", f"--out: {obstacle.en}", language)
    try:
        groups = open_scores(request.scores)
    except SheetError as error:
        return say_problems(error, language)
    mine = _years_of(request.agency, groups)
    if request.year not in mine:
        return _no_such_result(request, groups, language)
    used = [group for group in groups if group.instrument.year in mine and _is_hers(group, request.agency, groups)]
    found = contradictions(request.scores.name, used, [mine[group.instrument.year] for group in used])
    if found:
        return say_problems(SheetError(found), language, CONTRADICTION)
    from prongsai.papers.analysis_report import write_analysis

    content = write_analysis(
        mine[request.year],
        agency_name=agency_name(request.agency),
        before=mine.get(request.year - 1),
        history=[(y, r.total) for y, r in sorted(mine.items()) if y <= request.year and r.total is not None],
        format=format_,
        digits=request.digits,
        written_on=datetime.now(ZoneInfo("Asia/Bangkok")).date(),
    )
    return _put(request.out, content, language)


def _years_of(agency: str, groups: tuple[AgencyYear, ...]) -> dict[int, AgencyResult]:
    """The agency's results by year; a file that names no agency at all is taken to be hers."""
    return {
        group.instrument.year: score_agency(group.instrument, group.figures)
        for group in groups
        if _is_hers(group, agency, groups)
    }


def _is_hers(group: AgencyYear, agency: str, groups: tuple[AgencyYear, ...]) -> bool:
    unnamed = {one.agency for one in groups} == {""}
    return unnamed or group.agency == agency_name(agency)


def _obstacle(request: Request) -> Words | None:
    """Why the document cannot go where it was asked to go."""
    out = request.out
    if out.is_dir():
        return Words(f"{out} เป็นโฟลเดอร์ ให้ระบุชื่อไฟล์", f"{out} is a folder; name a file")
    if out.exists() and out.samefile(request.scores):
        return Words("เป็นไฟล์คะแนนเอง ให้ตั้งชื่อไฟล์อื่น", "it is the scores file itself; choose another name")
    if out.exists() and not (out.is_file() and os.access(out, os.W_OK)):
        return Words(f"เขียนทับ {out} ไม่ได้ ให้ตั้งชื่อไฟล์อื่น", f"{out} may not be overwritten; choose another name")
    return None


def _no_such_result(request: Request, groups: tuple[AgencyYear, ...], language: Language) -> int:
    found = "; ".join(f"{group.agency} {group.instrument.year}" for group in groups[:10])
    return say(
        f"{request.scores.name}: ไม่มีคะแนนของ “{request.agency}” ปี {request.year} — ในไฟล์มี {found}",
        f"{request.scores.name}: no scores of “{request.agency}” in {request.year}; the file has {found}",
        language,
    )


def _put(out: Path, content: bytes, language: Language) -> int:
    """Write beside the goal and move into place, so that a killed run leaves no half document."""
    goal = out.resolve()
    draft = goal.with_name(f".{goal.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(goal)
    except OSError:
        draft.unlink(missing_ok=True)
        return say(
            f"--out: เขียน {out} ไม่ได้ ให้ตรวจว่ามีโฟลเดอร์นั้นและเขียนได้",
            f"--out: cannot write {out}; check the folder",
            language,
        )
    return DONE

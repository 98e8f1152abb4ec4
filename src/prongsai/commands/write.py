"""`prongsai write`: an official document from a scores file, as DOCX to edit or PDF to publish."""

import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from prongsai.commands.outcome import DONE, say, say_problems
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.sheets.problems import Language, SheetError
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
    try:
        groups = open_scores(request.scores)
    except SheetError as error:
        return say_problems(error, language)
    mine = _years_of(request.agency, groups)
    if request.year not in mine:
        return _no_such_result(request, groups, language)
    from prongsai.papers.analysis_report import write_analysis

    content = write_analysis(
        mine[request.year],
        agency_name=request.agency,
        before=mine.get(request.year - 1),
        history=[(y, r.total) for y, r in sorted(mine.items()) if y <= request.year and r.total is not None],
        format=format_,
        digits=request.digits,
        written_on=datetime.now(ZoneInfo("Asia/Bangkok")).date(),
    )
    return _put(request.out, content, language)


def _years_of(agency: str, groups: tuple[AgencyYear, ...]) -> dict[int, AgencyResult]:
    """The agency's results by year; a file that names no agency at all is taken to be hers."""
    unnamed = {group.agency for group in groups} == {""}
    wanted = agency.strip()
    return {
        group.instrument.year: score_agency(group.instrument, group.figures)
        for group in groups
        if unnamed or group.agency == wanted
    }


def _no_such_result(request: Request, groups: tuple[AgencyYear, ...], language: Language) -> int:
    found = "; ".join(f"{group.agency} {group.instrument.year}" for group in groups[:10])
    return say(
        f"{request.scores.name}: ไม่มีคะแนนของ “{request.agency}” ปี {request.year} — ในไฟล์มี {found}",
        f"{request.scores.name}: no scores of “{request.agency}” in {request.year}; the file has {found}",
        language,
    )


def _put(out: Path, content: bytes, language: Language) -> int:
    """Write beside the goal and move into place, so that a killed run leaves no half document."""
    try:
        with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as draft:
            draft.write(content)
        Path(draft.name).chmod(0o644)
        os.replace(draft.name, out)  # noqa: PTH105 - atomic on every system
    except OSError as problem:
        reason = problem.strerror or str(problem)
        return say(
            f"--out: เขียน {out} ไม่ได้ ({reason}) — ตรวจโฟลเดอร์และสิทธิ์", f"--out: cannot write {out} ({reason})", language
        )
    return DONE

"""`prongsai write`: an official document from a scores file, as DOCX to edit or PDF to publish."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from prongsai.commands.contradictions import contradictions
from prongsai.commands.outcome import CONTRADICTION, DONE, say, say_problems
from prongsai.commands.papers import Commission, write_paper
from prongsai.commands.putting import put
from prongsai.rulebook.loading import known_years
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.sheets.names import agency_name
from prongsai.sheets.problems import Language, SheetError, Words
from prongsai.sheets.scores_file import AgencyYear, open_scores

FORMATS: dict[str, Literal["docx", "pdf"]] = {".docx": "docx", ".pdf": "pdf"}
NEEDS_THE_YEAR_BEFORE = "report"


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for; `kind` is a key of `papers.KINDS`."""

    kind: str
    scores: Path
    agency: str
    year: int
    out: Path
    digits: Literal["thai", "arabic"]
    emblem: Path | None = None


def run(request: Request, language: Language) -> int:
    """Write a paper on an agency's year; the other years in the file become comparison and history."""
    obstacle = _obstacle(request)
    if obstacle is not None:
        return say(obstacle.th, obstacle.en, language)
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
    return _compose(request, mine, language)


def _compose(request: Request, mine: dict[int, AgencyResult], language: Language) -> int:
    if request.kind == NEEDS_THE_YEAR_BEFORE and request.year - 1 not in mine:
        if request.year - 1 not in known_years():
            first = known_years()[1]
            return say(
                f"--year: พบ {request.year} — รายงานผลตามมาตรการต้องมีเกณฑ์ของปีก่อนหน้า ให้ระบุปี {first} ขึ้นไป",
                f"--year: found {request.year}; a report on measures needs the year before, so {first} or later",
                language,
            )
        say(
            f"{request.scores.name}: ไม่มีคะแนนของปี {request.year - 1} คะแนนก่อนดำเนินการจึงเว้นว่าง",
            f"{request.scores.name}: no scores of {request.year - 1}, so the scores before stay open",
            language,
        )
    wanted = Commission(
        agency=agency_name(request.agency),
        year=request.year,
        results=mine,
        format=FORMATS[request.out.suffix.lower()],
        digits=request.digits,
        today=datetime.now(ZoneInfo("Asia/Bangkok")).date(),
        emblem=None if request.emblem is None else request.emblem.read_bytes(),
    )
    return _put(request.out, write_paper(request.kind, wanted), language)


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
    """Why the paper cannot be written as it was asked for."""
    out = request.out
    if out.suffix.lower() not in FORMATS:
        return Words(
            f"--out: พบ “{out.name}” — ให้ตั้งชื่อไฟล์ลงท้ายด้วย .docx หรือ .pdf",
            f"--out: found “{out.name}”; end the name with .docx or .pdf",
        )
    if out.is_dir():
        return Words(f"--out: {out} เป็นโฟลเดอร์ ให้ระบุชื่อไฟล์", f"--out: {out} is a folder; name a file")
    if out.exists() and request.scores.exists() and out.samefile(request.scores):
        return Words("--out: เป็นไฟล์คะแนนเอง ให้ตั้งชื่อไฟล์อื่น", "--out: it is the scores file itself; choose another name")
    if out.exists() and not (out.is_file() and os.access(out, os.W_OK)):
        return Words(
            f"--out: เขียนทับ {out} ไม่ได้ ให้ตั้งชื่อไฟล์อื่น", f"--out: {out} may not be overwritten; choose another name"
        )
    return None if request.emblem is None else _emblem_obstacle(request.emblem)


def _emblem_obstacle(emblem: Path) -> Words | None:
    from prongsai.papers.content import Emblem

    try:
        Emblem(image=emblem.read_bytes())
    except OSError:
        return Words(f"--emblem: เปิด {emblem} ไม่ได้ ให้ระบุไฟล์ภาพ", f"--emblem: cannot open {emblem}; name a picture")
    except ValueError:
        return Words(
            f"--emblem: {emblem.name} ไม่ใช่ภาพ PNG หรือ SVG ที่สมบูรณ์ในตัว ให้ใช้ไฟล์ชนิดนี้",
            f"--emblem: {emblem.name} is neither a PNG nor an SVG that stands by itself; use one",
        )
    return None


def _no_such_result(request: Request, groups: tuple[AgencyYear, ...], language: Language) -> int:
    found = "; ".join(f"{group.agency} {group.instrument.year}" for group in groups[:10])
    return say(
        f"{request.scores.name}: ไม่มีคะแนนของ “{request.agency}” ปี {request.year} — ในไฟล์มี {found}",
        f"{request.scores.name}: no scores of “{request.agency}” in {request.year}; the file has {found}",
        language,
    )


def _put(out: Path, content: bytes, language: Language) -> int:
    try:
        put(out, content)
    except OSError:
        return say(
            f"--out: เขียน {out} ไม่ได้ ให้ตรวจว่ามีโฟลเดอร์นั้นและเขียนได้",
            f"--out: cannot write {out}; check the folder",
            language,
        )
    return DONE

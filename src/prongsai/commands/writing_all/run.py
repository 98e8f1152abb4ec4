"""Reads the scores files, hands agencies to the processes, and says what came of it."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from zoneinfo import ZoneInfo

from prongsai.commands.outcome import CONTRADICTION, DONE, say, say_problems
from prongsai.commands.writing_all.agency import AgencyRows, Forms, Order, Outcome, settle_in, write_agency
from prongsai.commands.writing_all.folder import AtWorkError, Origin, OtherPapersError, check_sum, opened
from prongsai.commands.writing_all.progress import Progress
from prongsai.rulebook.loading import known_years
from prongsai.sheets.problems import Language, Problem, SheetError, Words, found_text
from prongsai.sheets.scores_file import AgencyYear, StatedScore, open_scores
from prongsai.thai.numerals import DigitStyle

NEEDS_THE_YEAR_BEFORE = "report"


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for; `kinds` are keys of `papers.KINDS`, `scores` may be one file a province or a year."""

    scores: tuple[Path, ...]
    year: int
    out: Path
    kinds: tuple[str, ...]
    forms: Forms
    digits: DigitStyle
    processes: int


def run(request: Request, language: Language) -> int:
    """Write every agency's papers of a year; what is there already stays, so the same command goes on."""
    try:
        agencies = list(gathered(request.scores, request.year))
        origin = _origin(request)
        with opened(request.out, origin) as settled:
            order = Order(request.out, request.year, _possible(request), request.forms, request.digits, settled.day)
            return _write(order, agencies, request.processes, language)
    except SheetError as error:
        return say_problems(error, language)
    except OtherPapersError:
        return say(
            f"--out: ใน {request.out} มีไฟล์อื่น หรือเอกสารที่เขียนจากไฟล์คะแนนหรือตัวเลือกอื่น ให้ระบุโฟลเดอร์ใหม่",
            f"--out: {request.out} holds other files, or papers from other scores or options; name a new folder",
            language,
        )
    except AtWorkError:
        return say(
            f"--out: มีคำสั่งอื่นกำลังเขียนลง {request.out} ให้รอให้เสร็จก่อน",
            f"--out: another run is writing to {request.out}; wait for it to end",
            language,
        )
    except (BrokenProcessPool, KeyboardInterrupt):
        return say(
            "หยุดกลางทาง เอกสารที่เขียนแล้วครบถ้วนทุกไฟล์ สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อ",
            "Stopped on the way; every paper that is there is whole. Give the same command again to go on",
            language,
        )


def gathered(files: Sequence[Path], year: int) -> Iterator[AgencyRows]:
    """Every agency that has scores of the year, with its rows of all years; raises `SheetError`."""
    stated: dict[str, dict[int, tuple[StatedScore, ...]]] = {}
    places: dict[str, dict[int, str]] = {}
    for file in files:
        for group in open_scores(file):
            _refuse(file, group, places)
            stated.setdefault(group.agency, {})[group.instrument.year] = group.stated
            places.setdefault(group.agency, {})[group.instrument.year] = file.name
    if not any(year in years for years in stated.values()):
        names = ", ".join(file.name for file in files)
        mend = Words(f"ไม่มีคะแนนของปี {year} ในไฟล์ ให้ตรวจ --year", f"the files have no scores of {year}; check --year")
        raise SheetError([Problem(names, None, None, found_text(year), mend)])
    return (AgencyRows(name, years, places[name]) for name, years in stated.items() if year in years)


def _refuse(file: Path, group: AgencyYear, places: dict[str, dict[int, str]]) -> None:
    if not group.agency:
        mend = Words("ใส่ชื่อหน่วยงานทุกแถว", "name the agency in every row")
        raise SheetError([Problem(file.name, group.stated[0].row, "agency", found_text(""), mend)])
    earlier = places.get(group.agency, {}).get(group.instrument.year)
    if earlier is not None:
        mend = Words(
            f"ปี {group.instrument.year} ของหน่วยงานนี้อยู่ใน {earlier} แล้ว ให้เหลือไว้ไฟล์เดียว",
            f"{earlier} has its scores of {group.instrument.year} already; keep one",
        )
        raise SheetError([Problem(file.name, group.stated[0].row, "agency", found_text(group.agency), mend)])


def _origin(request: Request) -> Origin:
    return Origin(
        program=version("prongsai"),
        scores=check_sum(*(file.read_bytes() for file in request.scores)),
        year=request.year,
        digits=request.digits,
        dated=datetime.now(ZoneInfo("Asia/Bangkok")).date().isoformat(),
    )


def _possible(request: Request) -> tuple[str, ...]:
    """The kinds that the year allows: a report on measures needs the rules of the year before."""
    has_before = request.year - 1 in known_years()
    return tuple(kind for kind in request.kinds if has_before or kind != NEEDS_THE_YEAR_BEFORE)


def _write(order: Order, agencies: Sequence[AgencyRows], processes: int, language: Language) -> int:
    progress = Progress(len(agencies), language)
    outcomes = []
    try:
        for outcome in _outcomes(order, agencies, processes):
            progress.count(worked=bool(outcome.written))
            outcomes.append(outcome)
    finally:
        progress.end()
    return _sum_up(outcomes, order, language)


def _outcomes(order: Order, agencies: Sequence[AgencyRows], processes: int) -> Iterator[Outcome]:
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=settle_in) as pool:
        try:
            yield from pool.map(partial(write_agency, order), agencies)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _sum_up(outcomes: Sequence[Outcome], order: Order, language: Language) -> int:
    written, there = sum(one.written for one in outcomes), sum(one.there for one in outcomes)
    problems = [problem for one in outcomes for problem in one.problems]
    good = sum(not one.problems for one in outcomes)
    if language == "th":
        print(f"{order.out}: {good:,} หน่วยงาน เขียน {written:,} ไฟล์ มีอยู่แล้ว {there:,} ไฟล์")
    else:
        print(f"{order.out}: {good:,} agencies, {written:,} files written, {there:,} were there")
    if problems:
        return say_problems(SheetError(problems), language, CONTRADICTION)
    return DONE

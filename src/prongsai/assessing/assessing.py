"""Computes a whole round from its folder into a folder of results, which appears whole or not at all."""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prongsai.assessing.placing import placed_folder
from prongsai.assessing.result_files import (
    MANIFEST,
    OUTPUTS,
    file_hash,
    result_rows,
    write_left_out,
    write_manifest,
    write_questions,
    write_results,
)
from prongsai.assessing.round_folder import (
    AGENCIES,
    VERDICTS,
    VerdictsFile,
    answers_in,
    read_agencies,
    read_verdicts,
)
from prongsai.assessing.scoring import Outcome
from prongsai.assessing.second_process import SecondProcess, Work, is_worth_a_process, score_work
from prongsai.assessing.standing import standings
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import nation_rules
from prongsai.sheets.problems import Words
from prongsai.tallying.counting import count_answers
from prongsai.tallying.engine import EngineName, engine_called
from prongsai.tallying.sources import AnswersSource, FileOfAnswers, open_source
from prongsai.tallying.tally import Tally
from prongsai.tallying.tally_file import tally_hash

Tell = Callable[[Words], None]


@dataclass(frozen=True, slots=True)
class RoundRequest:
    """A round's folder, the rules of its year, and where its answers are if not in the folder."""

    folder: Path
    year: YearInstrument
    engine: EngineName = EngineName.DUCKDB
    answers: AnswersSource | None = None


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """What came of a round."""

    tally: Tally
    verdicts: VerdictsFile
    outcomes: tuple[Outcome, ...]


def assess_round(request: RoundRequest, out: Path, *, tell: Tell) -> RoundSummary:
    """Write the results of a round. Raises `SheetError`, `EngineError`, `EngineMissingError`, `PlaceTakenError`."""
    with placed_folder(out, known_by=MANIFEST, beside=OUTPUTS) as aside:
        return write_round(request, aside, beside=out, tell=tell)


def write_round(request: RoundRequest, folder: Path, *, beside: Path, tell: Tell) -> RoundSummary:
    """Write the results into a folder; `beside` is where they will lie, from which the round is found again."""
    source = request.answers or FileOfAnswers(answers_in(request.folder))
    with _uncollected():
        summary = _computed(request, source, tell)
        _write(request, source, folder, beside, summary)
    return summary


def _computed(request: RoundRequest, source: AnswersSource, tell: Tell) -> RoundSummary:
    with ExitStack() as stack:
        workplace = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="prongsai-round-")))
        agencies = read_agencies(request.folder / AGENCIES, workplace)
        second = stack.enter_context(SecondProcess()) if is_worth_a_process(agencies) else None
        tell(_read_agencies(len(agencies)))
        codes = {agency.code for agency in agencies}
        verdicts = read_verdicts(request.folder / VERDICTS, workplace, request.year, codes)
        tally = _count(request, source, workplace, codes)
        tell(_counted(tally))
        work = Work(request.year, agencies, tally.forms, verdicts.by_agency)
        outcomes = score_work(work, second, tell=lambda many: tell(_scored(many, len(agencies))))
    return RoundSummary(tally, verdicts, tuple(outcomes))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Everything made here is kept to the end and nothing refers in circles: looking for waste would only cost time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _count(request: RoundRequest, source: AnswersSource, workplace: Path, codes: set[str]) -> Tally:
    stored = open_source(source, request.year, workplace)
    with engine_called(request.engine) as engine:
        return count_answers(engine, stored, request.year, agencies=codes, with_spreads=True)


def _write(request: RoundRequest, source: AnswersSource, folder: Path, beside: Path, summary: RoundSummary) -> None:
    stood = standings(summary.outcomes, nation_rules())
    write_results(folder, list(result_rows(request.year, summary.outcomes, stood)))
    write_questions(folder, summary.outcomes)
    write_left_out(folder, source.name, summary.tally.bad, summary.verdicts)
    write_manifest(folder, _about(request, source, beside, summary))


def _about(request: RoundRequest, source: AnswersSource, beside: Path, summary: RoundSummary) -> dict[str, Any]:
    year, tally = request.year, summary.tally
    return {
        "year": year.year,
        "revision": year.round.revision,
        "sha256": year.sha256,
        "round": os.path.relpath(request.folder.resolve(), beside.resolve()),
        "inputs": _inputs(request, source, tally),
        "answers": {"rows": tally.rows, "counted": tally.counted},
        "left_out": {
            source.name: {reason.value: many for reason, many in tally.bad.counts.items()},
            VERDICTS: summary.verdicts.bad_counts,
        },
        "questions_without_column": list(tally.absent),
        "columns_not_read": list(tally.unread),
        "agencies": _agency_counts(summary.outcomes),
    }


def _inputs(request: RoundRequest, source: AnswersSource, tally: Tally) -> dict[str, str]:
    """Hashes of what was read; of a database that of what was counted."""
    answers = file_hash(source.path) if isinstance(source, FileOfAnswers) else tally_hash(tally)
    return {
        AGENCIES: file_hash(request.folder / AGENCIES),
        VERDICTS: file_hash(request.folder / VERDICTS),
        source.name: answers,
    }


def _agency_counts(outcomes: Sequence[Outcome]) -> Mapping[str, int]:
    return {
        "all": len(outcomes),
        "with_total": sum(one.total is not None for one in outcomes),
        "without_answers": sum(not one.respondents for one in outcomes),
        "without_verdicts": sum(not one.has_verdicts for one in outcomes),
        "below_minimum": sum(bool(one.short) for one in outcomes),
        "more_answers_than_people": sum(bool(one.more_than_people) for one in outcomes),
    }


def _read_agencies(many: int) -> Words:
    return Words(f"อ่านหน่วยงาน {many:,} แห่ง กำลังนับคำตอบ", f"{many:,} agencies read; counting answers")


def _counted(tally: Tally) -> Words:
    return Words(
        f"นับคำตอบ {tally.counted:,} จาก {tally.rows:,} แถว กำลังคิดคะแนน",
        f"{tally.counted:,} of {tally.rows:,} rows counted; scoring",
    )


def _scored(done: int, whole: int) -> Words:
    return Words(f"คิดคะแนนแล้ว {done:,} จาก {whole:,} แห่ง", f"{done:,} of {whole:,} agencies scored")

"""Writes a round's results: a table for people, the same for programs, the questions, what was left out, a manifest."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.assessing.round_folder import VerdictsFile
from prongsai.assessing.scoring import Outcome
from prongsai.assessing.standing import Standing, Standings
from prongsai.assessing.sureness import Sureness
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.tallying.tally import BadRows

RESULTS_CSV, RESULTS, QUESTIONS, LEFT_OUT, MANIFEST = (
    "results.csv",
    "results.parquet",
    "questions.parquet",
    "left_out.csv",
    "manifest.json",
)
OUTPUTS = (RESULTS_CSV, RESULTS, QUESTIONS, LEFT_OUT)
SCORE = pa.decimal128(5, 2)
PEOPLE = pa.int64()
CHUNK = 1 << 20

Cell = str | int | Decimal | None
Row = dict[str, Cell]


def result_rows(year: YearInstrument, outcomes: Sequence[Outcome], standings: Sequence[Standings]) -> Iterator[Row]:
    """A row for each agency: what the contract names first, then what helps to read it."""
    parts = tuple(year.survey_by_part)
    for outcome, standing in zip(outcomes, standings, strict=True):
        yield {
            "agency": outcome.agency.code,
            "year": year.year,
            "total": outcome.total,
            "level": outcome.level,
            **_ranked("rank", standing.in_type),
            **{instrument.value: outcome.instruments[instrument] for instrument in Instrument},
            **{str(number): score for number, score in outcome.indicators.items()},
            **_how_sure(outcome.sureness),
            **_ranked("rank_in_province", standing.in_province),
            **_ranked("rank_in_nation", standing.in_nation),
            **{f"n_{part}": outcome.respondents.get(part, 0) for part in parts},
            "below_minimum": " ".join(outcome.short),
            "name": outcome.agency.name,
            "type": outcome.agency.type,
            "province": outcome.agency.province,
        }


def write_results(folder: Path, rows: Sequence[Row]) -> None:
    """`results.csv` and `results.parquet`, the same figures."""
    names = list(rows[0])
    with (folder / RESULTS_CSV).open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(names)
        writer.writerows(row.values() for row in rows)
    columns = {name: pa.array([row[name] for row in rows], _type_of(name)) for name in names}
    pq.write_table(pa.table(columns), folder / RESULTS)


def write_questions(folder: Path, outcomes: Sequence[Outcome]) -> None:
    """`questions.parquet`: each agency's questions with how many answered and the score."""
    lines = [(outcome.agency.code, line) for outcome in outcomes for line in outcome.questions]
    table = pa.table(
        {
            "agency": pa.array([code for code, _ in lines], pa.string()),
            "instrument": pa.array([line.place.instrument for _, line in lines], pa.string()),
            "code": pa.array([line.place.code for _, line in lines], pa.string()),
            "answers": pa.array([line.answers for _, line in lines], pa.decimal128(24, 6)),
            "score": pa.array([line.score for _, line in lines], SCORE),
        }
    )
    pq.write_table(table, folder / QUESTIONS)


def write_left_out(folder: Path, answers: str, bad: BadRows, verdicts: VerdictsFile) -> None:
    """`left_out.csv`: rows that do not count, with their reason; as many of the answers' as are listed."""
    with (folder / LEFT_OUT).open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(("file", "row", "reason", "agency", "instrument_or_item", "found"))
        for row in bad.first:
            writer.writerow((answers, row.row, row.reason.value, row.agency, row.instrument, row.found))
        for one in verdicts.bad:
            writer.writerow(("verdicts.csv", one.row, one.fault.value, one.agency, one.item, one.found))


def write_manifest(folder: Path, about: Mapping[str, Any]) -> None:
    """`manifest.json`: what went in and what came out, so that the same digits can be computed again."""
    outputs = {name: file_hash(folder / name) for name in OUTPUTS}
    content = {"program": "prongsai", "version": version("prongsai"), **about, "outputs": outputs}
    (folder / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _ranked(name: str, standing: Standing | None) -> Row:
    return {name: standing.rank if standing else None, f"{name}_of": standing.of if standing else None}


def _how_sure(known: Sureness | None) -> Row:
    return {name: getattr(known, name, None) for name in ("total_low", "total_high", "level_low", "level_high")}


def _type_of(name: str) -> pa.DataType:
    if name in {"agency", "level", "level_low", "level_high", "below_minimum", "name", "type", "province"}:
        return pa.string()
    return PEOPLE if name == "year" or name.startswith(("rank", "n_")) else SCORE

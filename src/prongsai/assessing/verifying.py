"""Computes results again from what they were computed from, and finds the first digit that differs."""

import csv
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from prongsai.assessing.assessing import RoundRequest, Tell, write_round
from prongsai.assessing.result_files import LEFT_OUT, MANIFEST, OUTPUTS, QUESTIONS, RESULTS, RESULTS_CSV, file_hash
from prongsai.rulebook.loading import load_year
from prongsai.sheets.problems import Words, found_text, whole_file
from prongsai.tallying.engine import EngineName
from prongsai.tallying.sources import AnswersSource

NOTHING = "-"
NEEDED = {"year": int, "revision": int, "sha256": str, "round": str, "inputs": dict, "outputs": dict}


@dataclass(frozen=True, slots=True)
class DigitDifference:
    """Where two computations part: `stands` in the files, `computed` now.

    `is_layout`: the columns differ, as those of another version of the program do; the digits that both have are alike.
    """

    where: str
    stands: str
    computed: str
    is_layout: bool = False


def verify_results(
    results: Path, *, round_folder: Path | None, answers: AnswersSource | None, engine: EngineName, tell: Tell
) -> DigitDifference | None:
    """The first difference, `None` where everything comes out again.

    Raises `SheetError` where there is nothing to compare, `UnknownYearError` where the rules are not known here.
    """
    manifest = _manifest(results)
    year = load_year(manifest["year"], revision=manifest["revision"])
    if year.sha256 != manifest["sha256"]:
        return DigitDifference(f"{MANIFEST} sha256", manifest["sha256"], year.sha256)
    folder = round_folder or (results / manifest["round"])
    request = RoundRequest(folder.resolve(), year, engine, answers)
    with tempfile.TemporaryDirectory(prefix="prongsai-verify-") as name:
        again = Path(name)
        write_round(request, again, beside=results, tell=tell)
        return next(_differences(results, again, manifest), None)


def _manifest(results: Path) -> dict[str, Any]:
    try:
        content = json.loads((results / MANIFEST).read_text("utf-8"))
    except OSError:
        raise whole_file(str(results), *_NO_RESULTS) from None
    except ValueError:
        raise whole_file(f"{results.name}/{MANIFEST}", *_BROKEN) from None
    if not isinstance(content, dict) or not all(isinstance(content.get(key), kind) for key, kind in NEEDED.items()):
        raise whole_file(f"{results.name}/{MANIFEST}", *_BROKEN)
    return content


def _differences(results: Path, again: Path, manifest: Mapping[str, Any]) -> Iterator[DigitDifference]:
    """Inputs first: other inputs are why figures differ. Columns that only one has come after all digits."""
    computed = _manifest(again)
    yield from _compared(MANIFEST, {"inputs": manifest["inputs"]}, {"inputs": computed["inputs"]})
    for name in (RESULTS_CSV, LEFT_OUT):
        yield from _csv_differences(name, results / name, again / name)
    for name in (RESULTS, QUESTIONS):
        yield from _parquet_differences(name, results / name, again / name)
    skipped = {"version", "round", "outputs"}
    yield from _compared(
        MANIFEST, *({k: v for k, v in one.items() if k not in skipped} for one in (manifest, computed))
    )
    for name in (RESULTS_CSV, LEFT_OUT, RESULTS, QUESTIONS):
        yield from _layout_differences(name, _columns(results / name), _columns(again / name))
    there = {name: file_hash(results / name) for name in OUTPUTS}
    yield from _compared(MANIFEST, {"outputs": manifest["outputs"]}, {"outputs": there})


def _compared(where: str, stands: object, computed: object) -> Iterator[DigitDifference]:
    """Goes down where both sides have names, so that the place is told as closely as can be."""
    if isinstance(stands, dict) and isinstance(computed, dict):
        for key in dict.fromkeys([*stands, *computed]):
            yield from _compared(f"{where} {key}", stands.get(key, NOTHING), computed.get(key, NOTHING))
    elif stands != computed:
        yield DigitDifference(where, str(stands), str(computed))


def _csv_differences(name: str, stands: Path, computed: Path) -> Iterator[DigitDifference]:
    there, new = _in_common(_csv_rows(stands), _csv_rows(computed))
    head, nothing = new[0], list[str]()
    for number, (one, other) in enumerate(zip_longest(there, new, fillvalue=nothing), start=1):
        for place, (cell, again) in enumerate(zip_longest(one, other, fillvalue=NOTHING)):
            if cell != again:
                column = head[place] if place < len(head) else str(place + 1)
                yield DigitDifference(f"{name} row {number} ({(other or one)[0]}) {column}", cell, again)


def _in_common(there: list[list[str]], new: list[list[str]]) -> tuple[list[list[str]], list[list[str]]]:
    """Both tables by the columns that both have."""
    if not there or there[0] == new[0]:
        return there, new
    kept = [name for name in new[0] if name in there[0]]
    return _narrowed(there, kept), _narrowed(new, kept)


def _narrowed(rows: list[list[str]], kept: Sequence[str]) -> list[list[str]]:
    places = [rows[0].index(name) for name in kept]
    return [[row[place] if place < len(row) else NOTHING for place in places] for row in rows]


def _layout_differences(name: str, stands: list[str], computed: list[str]) -> Iterator[DigitDifference]:
    """Columns that only one has, or all of them where only their order differs."""
    if stands != computed:
        one, other = _without(stands, computed), _without(computed, stands)
        if not (one or other):
            one, other = stands, computed
        yield DigitDifference(f"{name} columns", _listed(one), _listed(other), is_layout=True)


def _without(columns: list[str], others: list[str]) -> list[str]:
    return [column for column in columns if column not in others]


def _listed(columns: list[str]) -> str:
    return ", ".join(columns) or NOTHING


def _columns(path: Path) -> list[str]:
    if path.suffix == ".csv":
        return next(iter(_csv_rows(path)), [])
    return [f"{one.name} {one.type}" for one in _table(path).schema]


def _csv_rows(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            return list(csv.reader(opened))
    except (OSError, UnicodeDecodeError, csv.Error):
        raise whole_file(path.name, *_UNREADABLE) from None


def _parquet_differences(name: str, stands: Path, computed: Path) -> Iterator[DigitDifference]:
    there, new = _table(stands), _table(computed)
    if there.equals(new):
        return
    agencies = new["agency"].to_pylist()
    for column in (one.name for one in new.schema if one in list(there.schema)):
        pairs = zip_longest(there[column].to_pylist(), new[column].to_pylist(), fillvalue=NOTHING)
        for place, (one, other) in enumerate(pairs):
            if one != other:
                agency = agencies[place] if place < len(agencies) else NOTHING
                yield DigitDifference(f"{name} row {place + 1} ({agency}) {column}", str(one), str(other))


def _table(path: Path) -> pa.Table:
    try:
        return pq.read_table(path)
    except (OSError, pa.ArrowException):
        raise whole_file(path.name, *_UNREADABLE) from None


_NO_RESULTS = (
    Words("ไม่มี manifest.json", "there is no manifest.json"),
    Words("ระบุโฟลเดอร์ผลที่ prongsai assess เขียนไว้", "name a folder that prongsai assess wrote"),
)
_BROKEN = (
    found_text("manifest.json"),
    Words("ไฟล์นี้เสียหาย ให้คำนวณใหม่ด้วย prongsai assess", "the file is damaged; run prongsai assess again"),
)
_UNREADABLE = (
    Words("ไม่มีหรืออ่านไม่ได้", "it is not there or cannot be read"),
    Words("ให้คำนวณใหม่ด้วย prongsai assess", "run prongsai assess again"),
)

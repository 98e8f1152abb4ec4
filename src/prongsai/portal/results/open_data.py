"""Writes published figures as open data, in the layout of a scores file: pure."""

import csv
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from prongsai.sheets.formulas import without_formula

if TYPE_CHECKING:
    from prongsai.portal.results.models import StatedFigure

COLUMNS = (
    "agency", "year", "instrument", "code", "score", "n", "population", "agency_name", "province", "fictional",
)  # fmt: skip
"""The first seven are a scores file; the last three say who `agency` is."""

BYTE_ORDER_MARK = "\ufeff"
"""Lets spreadsheets see that the file is UTF-8."""

TWO_PLACES = Decimal("0.01")
ROWS_AT_ONCE = 200

Row = tuple[str | int | None, ...]


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def write_csv(figures: Iterable["StatedFigure"]) -> Iterator[str]:
    """Lines of a CSV file, head first, several at a time."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + ",".join(COLUMNS) + "\r\n"
    yield from _in_batches(str(writer.writerow(map(_safe_cell, _row(figure)))) for figure in figures)


def write_json(figures: Iterable["StatedFigure"]) -> Iterator[str]:
    """A JSON list with an object for each figure; scores are strings."""
    separator = "[\n"
    for figure in figures:
        entry = dict(zip(COLUMNS, _row(figure), strict=True)) | {"fictional": figure.result.agency.is_fictional}
        yield separator + json.dumps(entry, ensure_ascii=False)
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def written_score(score: Decimal | None) -> str | None:
    """Two decimals, more only where there are more; nothing where nobody answered."""
    if score is None:
        return None
    return str(score.quantize(TWO_PLACES)) if score == score.quantize(TWO_PLACES) else str(score.normalize())


def _row(figure: "StatedFigure") -> Row:
    result, agency = figure.result, figure.result.agency
    fictional = "yes" if agency.is_fictional else "no"
    score = written_score(figure.score)
    counts = (figure.n, figure.population)
    return (
        agency.code, result.year, figure.instrument, figure.code, score, *counts,
        agency.name_th, agency.province, fictional,
    )  # fmt: skip


def _safe_cell(cell: str | int | None) -> str | int | None:
    return without_formula(cell) if isinstance(cell, str) else cell


def _in_batches(lines: Iterable[str]) -> Iterator[str]:
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) == ROWS_AT_ONCE:
            yield "".join(batch)
            batch = []
    if batch:
        yield "".join(batch)

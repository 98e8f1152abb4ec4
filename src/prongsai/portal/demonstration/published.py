"""Figures that real agencies published: facts about bodies, no persons."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prongsai.portal.results.figures import Figure
from prongsai.sheets.scores_file import AgencyYear, open_scores

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class DemonstrationAgency:
    """An agency as `agencies.actions.save_agency` takes it."""

    code: str
    name_th: str
    name_en: str
    type: str
    province: str
    district: str
    is_fictional: bool = False


@dataclass(frozen=True, slots=True)
class DemonstrationYear:
    """An agency's figures of a year and where they come from."""

    agency: str
    year: int
    figures: tuple[Figure, ...]
    source_note: str


def published_agencies() -> Iterator[DemonstrationAgency]:
    """The real agencies."""
    return (
        DemonstrationAgency(
            code=row["code"],
            name_th=row["name_th"],
            name_en=row["name_en"],
            type=row["type"],
            province=row["province"],
            district=row["district"],
        )
        for row in _rows("agencies.csv")
    )


def published_years() -> Iterator[DemonstrationYear]:
    """Their published figures, year by year."""
    notes = {(row["agency"], int(row["year"])): row["source_note"] for row in _rows("sources.csv")}
    return map(partial(_year, notes), open_scores(DATA / "published.csv"))


def _year(notes: dict[tuple[str, int], str], stated: AgencyYear) -> DemonstrationYear:
    figures = tuple(Figure(line.place, line.score, line.n, line.population) for line in stated.stated)
    year = stated.instrument.year
    return DemonstrationYear(stated.agency, year, figures, notes[stated.agency, year])


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)

"""What a scores file holds, year by year, before anything is taken over: pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from prongsai.portal.agencies.naming import searchable
from prongsai.portal.results.figures import Figure, columns_of, place_from, scores_by_place
from prongsai.portal.results.scorecard.names import place_name
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.sheets.scores_file import AgencyYear

FOUR_PLACES = Decimal("0.0001")
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class FileYear:
    """One agency's year in a file; `is_ours` where the file's name for it is the agency's own or none."""

    agency: str
    year: int
    figures: tuple[Figure, ...]
    is_ours: bool

    @property
    def scored(self) -> AgencyResult:
        """What the figures give."""
        return score_agency(load_year(self.year), scores_by_place(self.figures))


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A year of the file beside what already stands."""

    number: int
    entry: FileYear
    total: Decimal | None
    level: str
    certain: bool
    slips: tuple[str, ...]
    replaces: bool
    is_chosen: bool


def rows_of(groups: Sequence[AgencyYear], names: Iterable[str]) -> list[list[Any]]:
    """The rows to keep: only this agency's where the file names it, else those of all; scores to four decimals."""
    ours = [group for group in groups if is_one_of(group.agency, names)]
    rows = []
    for group in ours or groups:
        for line in {stated.place: stated for stated in group.stated}.values():
            instrument, code = columns_of(line.place)
            score = None if line.score is None else str(line.score.quantize(FOUR_PLACES, ROUND_HALF_UP))
            rows.append([group.agency, line.year, instrument, code, score, line.n, line.population])
    return rows


def too_many_names(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether a file without our name holds more agencies than anybody would choose from."""
    return len({row[0] for row in rows}) > MOST_NAMES


def is_one_of(name: str, names: Iterable[str]) -> bool:
    """Whether a file's name is one of the agency's; no name at all is taken for its own."""
    return not name.strip() or searchable(name) in {searchable(one) for one in names if one}


def file_years(rows: Sequence[Sequence[Any]], names: Sequence[str]) -> tuple[FileYear, ...]:
    """The rows by agency and year, ours first."""
    found: dict[tuple[str, int], list[Figure]] = {}
    for agency, year, instrument, code, score, n, population in rows:
        figure = Figure(place_from(instrument, code), None if score is None else Decimal(score), n, population)
        found.setdefault((agency, year), []).append(figure)
    years = [FileYear(name, year, tuple(figures), is_one_of(name, names)) for (name, year), figures in found.items()]
    return tuple(sorted(years, key=lambda entry: (not entry.is_ours, entry.agency, entry.year)))


def preview_lines(
    years: Sequence[FileYear], standing: Mapping[int, bool], chosen: Sequence[int] | None
) -> tuple[PreviewLine, ...]:
    """A line for each year; `standing` says of which years something is kept already."""
    return tuple(
        _line(number, entry, replaces=standing.get(entry.year, False), chosen=chosen)
        for number, entry in enumerate(years)
    )


def _line(number: int, entry: FileYear, *, replaces: bool, chosen: Sequence[int] | None) -> PreviewLine:
    scored = entry.scored
    return PreviewLine(
        number=number,
        entry=entry,
        total=scored.total,
        level=scored.level.label or "",
        certain=scored.level.certain,
        slips=tuple(place_name(scored.year, found.place) for found in scored.contradictions),
        replaces=replaces,
        is_chosen=entry.is_ours if chosen is None else number in chosen,
    )

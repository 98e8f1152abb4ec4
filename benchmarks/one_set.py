"""The set of papers of one agency; what a fresh process loads for it, and nothing that only the comparison needs."""

from datetime import date
from pathlib import Path

from prongsai.commands.papers import KINDS, LEAVES_AS, Commission, write_paper
from prongsai.commands.writing_all.run import gathered
from prongsai.papers.survey_notices import Slip, SlipContents, gather_notice, write_cards, write_poster, write_slips
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency

YEAR, DAY = 2568, date(2026, 6, 5)
NAME = "เทศบาลตำบลหนองน้ำใส"
ADDRESS = "https://ita.example.go.th/s/nongnamsai/"
SLIPS = 10


def write_set_of(path: str) -> None:
    """Write the set of the first agency of a scores file, as a process does that has done nothing before."""
    write_set(NAME, results_of(Path(path)))


def results_of(path: Path) -> dict[int, AgencyResult]:
    """The first agency's results by year."""
    rows = next(iter(gathered((path,), YEAR)))
    years = {year: load_year(year) for year in rows.stated}
    return {year: score_agency(years[year], {line.place: line.score for line in rows.stated[year]}) for year in years}


def write_set(name: str, results: dict[int, AgencyResult], *, notices: bool = True) -> list[bytes]:
    """Every paper in its form; the notices as PDF."""
    papers = [write_paper(kind, Commission(name, YEAR, results, LEAVES_AS[kind], "thai", DAY)) for kind in KINDS]
    return papers + (_notices(name) if notices else [])


def _notices(name: str) -> list[bytes]:
    year = load_year(YEAR)
    notice = gather_notice(
        year, Instrument.EIT1, agency_name=name, address=ADDRESS, minutes=5, closes_on=DAY, contact="โทร. 0 2345 6789"
    )
    codes = tuple(Slip(f"K7QM3XPA{number:04}", f"{ADDRESS}#{number}") for number in range(SLIPS))
    slips = SlipContents(name, YEAR, Instrument.IIT, ADDRESS, DAY, codes)
    return [
        write_poster(notice, format="pdf", written_on=DAY),
        write_cards(notice, format="pdf", written_on=DAY),
        write_slips(slips, format="pdf", written_on=DAY),
    ]

"""OIT items cited by the number of another year; the year that a document cites by is the one that fits it best."""

from collections.abc import Iterator, Sequence

from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.movements import at_place
from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.stale_items import find_stale_items
from prongsai.papers.reading.found import Reading
from prongsai.rulebook.loading import known_years, load_year


def check_items(reading: Reading, passages: Sequence[Passage]) -> Iterator[DocumentFinding]:
    """Numbers that mean something else in the year by which the document cites.

    Advice that came with a result cites the items of that year, a plan may cite those of the year after, and a report
    on measures those of the year before, from whose result they came.
    """
    if reading.year is None:
        return
    years = (reading.year, reading.year + 1, *([reading.year - 1] if reading.kind == "report" else []))
    yield from min((list(_stale(passages, year)) for year in years if year in known_years()), key=len, default=[])


def _stale(passages: Sequence[Passage], year: int) -> Iterator[DocumentFinding]:
    for passage in passages:
        for found in find_stale_items(passage.text, load_year(year)):
            yield at_place(passage, found)

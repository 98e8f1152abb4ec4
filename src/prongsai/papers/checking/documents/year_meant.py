"""Of which year's result a document is, by the figures that it gives."""

from collections import Counter
from dataclasses import replace

from prongsai.papers.checking.documents.passages import Passage
from prongsai.papers.checking.documents.result_years import find_result_years
from prongsai.papers.reading.found import Reading

FEW = 3
"""A year with less than one in so many of the figures of the year with most is only compared with."""


def with_year_meant(reading: Reading, passages: tuple[Passage, ...]) -> Reading:
    """The reading with the newest year of which it gives more than a few figures; goals and plans have none.

    The year that reading gives stays if the text names a result of it, whatever years the figures were taken for.
    """
    years = [figure.year or reading.year for figure in reading.figures]
    counts = Counter(year for year in years if year is not None)
    if not counts or _names_a_result(passages, reading.year):
        return reading
    most = max(counts.values())
    newest = max(year for year, count in counts.items() if FEW * count >= most)
    if reading.year is not None and reading.year in counts and reading.year >= newest:
        return reading
    return replace(reading, year=newest)


def _names_a_result(passages: tuple[Passage, ...], year: int | None) -> bool:
    return any(found.year == year for passage in passages for found in find_result_years(passage.text))

"""Puts all rules on a document together; each trouble is told once, by the rule that says most about it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from prongsai.papers.checking.documents.arithmetic import check_arithmetic
from prongsai.papers.checking.documents.days import check_days, check_plan_year
from prongsai.papers.checking.documents.finding import DocumentFinding
from prongsai.papers.checking.documents.fiscal_years import check_fiscal_years
from prongsai.papers.checking.documents.indicator_names import check_indicator_names
from prongsai.papers.checking.documents.instrument_names import check_instrument_names
from prongsai.papers.checking.documents.level_definitions import check_definitions
from prongsai.papers.checking.documents.levels import check_levels, gather_levels
from prongsai.papers.checking.documents.means import check_means
from prongsai.papers.checking.documents.memo_dates import check_memo_date
from prongsai.papers.checking.documents.movements import (
    changes_between,
    check_rows,
    check_sentences,
    check_sizes,
    printed_changes,
)
from prongsai.papers.checking.documents.passages import Passage, passages
from prongsai.papers.checking.documents.ranks import check_ranks
from prongsai.papers.checking.documents.repeated import check_repeated
from prongsai.papers.checking.documents.stale_numbers import check_items
from prongsai.papers.checking.documents.stored import check_figures_with_stored, check_levels_with_stored
from prongsai.papers.checking.documents.year_figures import YearFigures, gather_figures
from prongsai.papers.checking.documents.year_meant import with_year_meant
from prongsai.papers.checking.findings import Kind
from prongsai.papers.reading.found import Reading
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import AgencyResult

Stored = Mapping[int, AgencyResult]


def check_reading(reading: Reading, *, stored: Stored | None = None) -> tuple[DocumentFinding, ...]:
    """All contradictions of a document, in its order; `stored` are the agency's own results by fiscal year."""
    text = passages(reading.lines)
    reading = with_year_meant(_at_its_word(reading), text)
    figures = gather_figures(reading)
    found = [
        *_of_figures(figures, text, stored or {}),
        *_of_levels(reading, figures, text, stored or {}),
        *check_ranks(reading),
        *_of_names(reading, text),
        *_of_movements(reading, figures, text, stored or {}),
        *check_items(reading, text),
        *check_days(text),
        *check_plan_year(reading),
        *check_fiscal_years(reading, text),
        *check_memo_date(reading),
    ]
    return tuple(sorted(_once(found), key=lambda one: (one.where.page or 0, one.where.line)))


def _at_its_word(reading: Reading) -> Reading:
    """What is printed contradicts itself, whether or not a number that stands alone may go into the history."""
    return replace(reading, figures=reading.at_their_word) if reading.at_their_word else reading


def _of_figures(
    figures: Mapping[int, YearFigures], text: tuple[Passage, ...], stored: Stored
) -> Iterator[DocumentFinding]:
    for known in figures.values():
        yield from check_arithmetic(known)
        yield from check_means(known, text)
        yield from check_repeated(known)
        yield from check_figures_with_stored(known, stored)


def _of_levels(
    reading: Reading, figures: Mapping[int, YearFigures], text: tuple[Passage, ...], stored: Stored
) -> Iterator[DocumentFinding]:
    """A definition of another level says already that its name stands there."""
    for levels in gather_levels(reading, figures):
        quoted = list(check_definitions(text, levels))
        told = {one.where for one in quoted}
        yield from quoted
        for found in (*check_levels(levels), *check_levels_with_stored(levels, stored)):
            if found.where not in told:
                yield found


def _of_names(reading: Reading, text: tuple[Passage, ...]) -> Iterator[DocumentFinding]:
    for passage in text:
        yield from check_instrument_names(passage)
    yield from check_indicator_names(reading.lines, text, _rules_of(reading))


def _rules_of(reading: Reading) -> YearInstrument:
    """The rules of the document's year, or the newest ones."""
    return load_year(reading.year if reading.year in known_years() else known_years()[-1])


def _of_movements(
    reading: Reading, figures: Mapping[int, YearFigures], text: tuple[Passage, ...], stored: Stored
) -> Iterator[DocumentFinding]:
    """The document's own figures tell how they moved; where it does not give both years, what is stored does."""
    changes = {**changes_between(stored, reading.year), **printed_changes(figures, reading.year)}
    yield from check_rows(reading.lines, figures)
    yield from check_sentences(text, changes)
    yield from check_sizes(text)


def _once(found: Iterable[DocumentFinding]) -> Iterator[DocumentFinding]:
    """The first finding on each printed passage; later rules would say the same in other words."""
    seen: set[tuple[object, str, bool]] = set()
    for one in found:
        key = (one.where, one.printed, one.kind is Kind.DATE)
        if key not in seen:
            seen.add(key)
            yield one

"""Reads an agency's document: opens it, finds what it states, and says how sure each figure is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.papers.reading.believing import Witnesses
from prongsai.papers.reading.cited_items import cited_items
from prongsai.papers.reading.claims import Claim
from prongsai.papers.reading.figures_in_charts import figures_in_charts
from prongsai.papers.reading.figures_in_sentences import figures_in_sentences
from prongsai.papers.reading.figures_in_tables import figures_in_table
from prongsai.papers.reading.found import ReadFigure, Reading, SourceLine, Where
from prongsai.papers.reading.levels import levels_of
from prongsai.papers.reading.measures import measures_of
from prongsai.papers.reading.naming import agency_of, kind_of
from prongsai.papers.reading.opened import Opened
from prongsai.papers.reading.opening import open_content, open_document
from prongsai.papers.reading.passages import Passage, passages_of
from prongsai.papers.reading.ranks import ranks_of
from prongsai.papers.reading.settling import settle
from prongsai.papers.reading.tables import Table, find_tables
from prongsai.papers.reading.wear import wear_of
from prongsai.papers.reading.years import Years
from prongsai.rulebook.evidence import Place


def read_document(path: Path) -> Reading:
    """Read a .txt, .docx or .pdf, scanned or not; raises `UnreadableError` with a sentence for a person."""
    return _read(open_document(path))


def read_content(content: bytes) -> Reading:
    """Read a document that somebody uploaded; raises `UnreadableError`."""
    return _read(open_content(content))


def read_lines(lines: Sequence[SourceLine], *, guessed_pages: frozenset[int] = frozenset()) -> Reading:
    """Read lines that are open already; numbers in Thai digits from `guessed_pages` count only where proved."""
    tables = find_tables(lines)
    wear = wear_of(lines)
    years = Years(lines, is_worn=wear.shows)
    passages = tuple(passages_of(lines, tables))
    agency = agency_of(lines)
    claims = _claims(lines, tables, passages, years, agency)
    witnesses = Witnesses(claims, years.trusted, is_heavy=wear.is_heavy) if wear.shows else None
    return Reading(
        agency=agency,
        kind=kind_of(lines, tables),
        year=years.main,
        lines=tuple(lines),
        figures=_in_order(settle(claims, guessed_pages, witnesses)),
        levels=levels_of(lines, tables, passages, years),
        ranks=ranks_of(passages, years),
        items=tuple(cited_items(lines, years.main)),
        measures=tuple(measures_of(tables, years.main)),
        at_their_word=_in_order(settle(claims, guessed_pages)) if witnesses else (),
    )


def _read(opened: Opened) -> Reading:
    found = read_lines(opened.lines, guessed_pages=opened.guessed_pages)
    return replace(found, unread_pages=opened.unread_pages)


def _claims(
    lines: Sequence[SourceLine], tables: Sequence[Table], passages: Sequence[Passage], years: Years, agency: str
) -> list[Claim]:
    """All claims; a number that a table and a sentence in it both give counts once."""
    found = [claim for table in tables for claim in figures_in_table(table, years)]
    found += figures_in_sentences(passages, years, agency)
    found += figures_in_charts(lines)
    return list(_first_of_each(found))


def _first_of_each(claims: Sequence[Claim]) -> Iterator[Claim]:
    seen = set[tuple[Where, int | None, Place, str]]()
    for claim in claims:
        key = (claim.where, claim.year, claim.place, claim.number.printed)
        if key not in seen:
            seen.add(key)
            yield claim


def _in_order(figures: Sequence[ReadFigure]) -> tuple[ReadFigure, ...]:
    return tuple(sorted(figures, key=lambda figure: (figure.where.page or 0, figure.where.line)))

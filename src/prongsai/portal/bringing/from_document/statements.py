"""What a document states, year by year: each figure once, with every line on which it stands: pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.papers.reading.found import ReadFigure, Reading
from prongsai.portal.bringing.layout import Cell, lay_out
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import known_years, load_year

Standing = Literal["printed", "settled", "doubt", "contrary"]
"""As reading has it, and `contrary` where the document gives more than one score for the same."""

NO_YEAR = "none"
MOST_FIELDS = 450
"""A request may have 500; what stands besides the figures needs some."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure of the document; without a score a person decides, and the candidates are what it may be."""

    place: Place
    score: Decimal | None
    standing: Standing
    candidates: tuple[Decimal, ...]
    mentions: tuple[ReadFigure, ...]

    @property
    def is_certain(self) -> bool:
        """Whether it can be brought without a person's word."""
        return self.score is not None


@dataclass(frozen=True, slots=True)
class ReadYear:
    """The statements on one year; `year` is empty where the document does not say of which year they are.

    `unknown` are figures for which the year's rules have no place.
    """

    year: int | None
    rules: YearInstrument
    statements: tuple[Statement, ...]
    unknown: tuple[ReadFigure, ...] = ()

    @property
    def key(self) -> str:
        """How the form names the year."""
        return NO_YEAR if self.year is None else str(self.year)

    def field(self, place: Place) -> str:
        """How the form names a figure, e.g. `2568-all-8`."""
        return f"{self.key}-{Cell(place, 'score', '').name}"


@dataclass(frozen=True, slots=True)
class Stated:
    """The years that can be brought, newest first; those without rules; those that one form cannot hold besides."""

    years: tuple[ReadYear, ...]
    without_rules: tuple[int, ...] = ()
    too_many: tuple[str, ...] = ()


def stated_in(reading: Reading) -> Stated:
    """All that a document states."""
    by_year: dict[int | None, list[ReadFigure]] = {}
    for figure in reading.figures:
        by_year.setdefault(figure.year, []).append(figure)
    ruled = sorted((year for year in by_year if year in known_years()), key=lambda year: -(year or 0))
    found = [_read_year(year, by_year[year], load_year(year)) for year in ruled if year is not None]
    if None in by_year:
        found.append(_read_year(None, by_year[None], load_year(known_years()[-1])))
    without = tuple(sorted(year for year in by_year if year is not None and year not in known_years()))
    shown = _that_fit(found)
    return Stated(tuple(shown), without, tuple(year.key for year in found if year not in shown))


def places_of(rules: YearInstrument) -> list[Place]:
    """Every place of a year that takes a score, in the order of its form."""
    lines = (line for group in lay_out(rules) for line in group.lines)
    return [cell.place for line in lines for cell in line.cells if cell.kind in {"score", "item"}]


def _read_year(year: int | None, figures: Sequence[ReadFigure], rules: YearInstrument) -> ReadYear:
    order = {place: position for position, place in enumerate(places_of(rules))}
    by_place: dict[Place, list[ReadFigure]] = {}
    for figure in figures:
        by_place.setdefault(figure.place, []).append(figure)
    known = sorted((place for place in by_place if place in order), key=lambda place: order[place])
    unknown = tuple(figure for figure in figures if figure.place not in order)
    return ReadYear(year, rules, tuple(_statement(place, by_place[place]) for place in known), unknown)


def _statement(place: Place, mentions: Sequence[ReadFigure]) -> Statement:
    scores = _distinct(mention.score for mention in mentions if mention.score is not None)
    doubts = [mention for mention in mentions if mention.score is None]
    if len(scores) == 1 and not doubts:
        standing: Standing = "printed" if any(one.certainty == "printed" for one in mentions) else "settled"
        return Statement(place, scores[0], standing, (), tuple(mentions))
    candidates = _distinct([*scores, *(candidate for mention in doubts for candidate in mention.candidates)])
    return Statement(place, None, "doubt" if doubts else "contrary", candidates, tuple(mentions))


def _distinct(scores: Iterable[Decimal]) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(scores))


def _that_fit(years: Sequence[ReadYear]) -> list[ReadYear]:
    fit, room = [], MOST_FIELDS
    for year in years:
        room -= sum(1 if statement.is_certain else 2 for statement in year.statements)
        if room < 0:
            break
        fit.append(year)
    return fit

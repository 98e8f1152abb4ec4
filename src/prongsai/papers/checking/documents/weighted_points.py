"""Instruments printed as points of their weight (28.97 of 30), turned into the scores that they stand for."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from prongsai.papers.checking.documents.printed_scores import FULL_POINTS, printed_number
from prongsai.papers.reading.found import ReadFigure
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.rounding import half_up

ByPlace = Mapping[Place, tuple[ReadFigure, ...]]

WEIGHTED_SLACK = Decimal("0.017")
"""A score that is recovered from weighted points is known no better than this (§5.2 of the facts)."""
SUM_SLACK = Decimal("0.02")
WHOLE = (Instrument.IIT, Instrument.EIT, Instrument.OIT)


def with_full_scores(year: YearInstrument, printed: ByPlace) -> ByPlace:
    """The figures with scores in place of weighted points, where points of all weights give the total or indicators."""
    places = [instrument_place(i) for i in WHOLE if instrument_place(i) in printed]
    if not places or not all(_may_be_points(year, place, printed[place][0]) for place in places):
        return printed
    if not (_give_the_total(places, printed) or _follow_from_indicators(year, places, printed)):
        return printed
    scores = {place: tuple(_full(year, figure) for figure in printed[place]) for place in places}
    return {**printed, **scores}


def is_weighted(year: YearInstrument, figure: ReadFigure | None) -> bool:
    """Whether an instrument's score was got from its weighted points: what is printed is the score times its weight."""
    number = None if figure is None else printed_number(figure)
    if figure is None or figure.score is None or number is None or figure.place.code != INSTRUMENT_CODE:
        return False
    return number != figure.score and abs(number - figure.score * share_of(year, figure.place)) <= SUM_SLACK


def share_of(year: YearInstrument, place: Place) -> Decimal:
    """An instrument's share of the total; that of EIT is the sum of its parts."""
    return sum((w for i, w in year.weights.items() if place.instrument in {i, i.family}), Decimal(0))


def _may_be_points(year: YearInstrument, place: Place, figure: ReadFigure) -> bool:
    return figure.score is not None and figure.score <= share_of(year, place) * FULL_POINTS


def _give_the_total(places: list[Place], printed: ByPlace) -> bool:
    if len(places) < len(WHOLE) or TOTAL not in printed:
        return False
    total = printed[TOTAL][0].score or Decimal(0)
    return abs(sum((printed[place][0].score or Decimal(0) for place in places), -total)) <= SUM_SLACK


def _follow_from_indicators(year: YearInstrument, places: list[Place], printed: ByPlace) -> bool:
    """Each instrument's points are its weight of what its indicators give."""
    below = {place: figures[0].score for place, figures in printed.items() if place not in places and place != TOTAL}
    scores = score_agency(year, below).scores
    given = [(scores[place].value, share_of(year, place), printed[place][0].score) for place in places]
    return all(
        value is not None and points is not None and abs(value * share - points) <= SUM_SLACK
        for value, share, points in given
    )


def _full(year: YearInstrument, figure: ReadFigure) -> ReadFigure:
    score = half_up(Fraction(figure.score or 0) / Fraction(share_of(year, figure.place)))
    return replace(figure, score=score, certainty="settled")

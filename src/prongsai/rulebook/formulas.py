"""The year's arithmetic as a list of formulas, lowest first: which figures make which, with which rounding.

Everything that computes, checks or explains a score walks this list; there is no second description of the roll-up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument, Survey, YearInstrument


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to make a figure: the shares of its parts, which add up to 1."""

    parts: tuple[tuple[Place, Fraction], ...]
    is_mean: bool


@dataclass(frozen=True, slots=True)
class Formula:
    """How a figure is made: the first recipe whose parts are all known counts; `decimals` None keeps it exact."""

    place: Place
    recipes: tuple[Recipe, ...]
    decimals: int | None


@lru_cache(maxsize=32)
def formulas(year: YearInstrument) -> tuple[Formula, ...]:
    """All formulas of a year, each after those it needs."""
    steps: list[Formula] = []
    for survey in year.surveys:
        steps += _survey_formulas(year, survey)
    steps += _disclosure_formulas(year)
    steps.append(_total_formula(year))
    return tuple(steps)


@lru_cache(maxsize=32)
def leaves(year: YearInstrument) -> tuple[Place, ...]:
    """Questions and items: the figures that nothing else makes."""
    questions = [
        Place(part, question.code) for survey in year.surveys for part in survey.parts for question in survey.questions
    ]
    return (*questions, *(Place(Instrument.OIT, code) for code in year.items))


def average(places: Sequence[Place]) -> Recipe:
    """Equal shares."""
    return Recipe(tuple((place, Fraction(1, len(places))) for place in places), is_mean=True)


def _survey_formulas(year: YearInstrument, survey: Survey) -> Iterator[Formula]:
    numbers = _indicator_numbers(year, survey.instrument)
    in_parts = len(survey.parts) > 1
    for part in survey.parts:
        for number in numbers:
            codes = [question.code for question in survey.questions if question.indicator == number]
            recipe = average([Place(part, code) for code in codes])
            place = indicator_place(number, part if in_parts else None)
            yield Formula(place, (recipe,), year.round.rounding.indicator)
    if in_parts:
        yield from _joined_parts(year, survey, numbers)
    yield _instrument_formula(year, survey, numbers)


def _joined_parts(year: YearInstrument, survey: Survey, numbers: list[int]) -> Iterator[Formula]:
    """Each indicator is the plain average of the parts, however many answered each (§5.1 of the facts)."""
    for number in numbers:
        recipe = average([indicator_place(number, part) for part in survey.parts])
        yield Formula(indicator_place(number), (recipe,), year.round.rounding.indicator)
    for part in survey.parts:
        recipe = average([indicator_place(number, part) for number in numbers])
        yield Formula(instrument_place(part), (recipe,), year.round.rounding.instrument)


def _instrument_formula(year: YearInstrument, survey: Survey, numbers: list[int]) -> Formula:
    recipes = [average([indicator_place(number) for number in numbers])]
    if len(survey.parts) > 1:
        recipes.append(average([instrument_place(part) for part in survey.parts]))
    return Formula(instrument_place(survey.instrument), tuple(recipes), year.round.rounding.instrument)


def _disclosure_formulas(year: YearInstrument) -> Iterator[Formula]:
    rounding = year.round.rounding
    for sub in year.disclosure.sub_indicators:
        items = [item.code for item in year.disclosure.items if item.sub_indicator == sub.code]
        recipe = average([Place(Instrument.OIT, code) for code in items])
        yield Formula(Place(Instrument.OIT, sub.code), (recipe,), rounding.sub_indicator)
    numbers = _indicator_numbers(year, Instrument.OIT)
    for number in numbers:
        subs = [sub.code for sub in year.disclosure.sub_indicators if sub.indicator == number]
        recipe = average([Place(Instrument.OIT, code) for code in subs])
        yield Formula(indicator_place(number), (recipe,), rounding.indicator)
    recipe = average([indicator_place(number) for number in numbers])
    yield Formula(instrument_place(Instrument.OIT), (recipe,), rounding.instrument)


def _total_formula(year: YearInstrument) -> Formula:
    stated = {instrument: Fraction(share) for instrument, share in year.weights.items()}
    joined: dict[Instrument, Fraction] = {}
    for instrument, share in stated.items():
        joined[instrument.family] = joined.get(instrument.family, Fraction(0)) + share
    recipes = [_weighted(stated)]
    if joined != stated:
        recipes.append(_weighted(joined))
    return Formula(TOTAL, tuple(recipes), year.round.rounding.total)


def _weighted(shares: dict[Instrument, Fraction]) -> Recipe:
    parts = tuple((instrument_place(instrument), share) for instrument, share in shares.items())
    return Recipe(parts, is_mean=False)


def _indicator_numbers(year: YearInstrument, instrument: Instrument) -> list[int]:
    return [number for number, indicator in year.indicators.items() if indicator.instrument is instrument]

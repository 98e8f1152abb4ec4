"""What if: a result computed anew with some figures replaced."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil

from prongsai.rulebook.evidence import INSTRUMENT_CODE, Figures, Place
from prongsai.rulebook.formulas import Formula, formulas, leaves
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult, State, score_agency

FULL = Decimal(100)
HELD_DECIMALS = 12
"""A held figure is this exact and never too small, so that the stated figure above it comes out again."""


class ImpossibleChangeError(ValueError):
    """A change names a figure that the year does not have, or a score outside 0 to 100."""


def what_if(result: AgencyResult, changes: Mapping[Place, Decimal]) -> AgencyResult:
    """Compute the result from the figures that were given, some of them replaced.

    A changed figure sets aside the figures below that would make it, and the stated ones above that it now helps to
    make. A stated figure stays where it cannot be computed; if some of its parts are known and others not, the
    others are held (`held_figures`), so that it moves by those that change.
    """
    _refuse_impossible(result, changes)
    above = places_above(result.year, changes)
    held = held_figures(result, above - changes.keys(), unless=changes)
    figures = {**given_figures(result), **held, **changes}
    scored = score_agency(result.year, figures)
    made = [place for place in changes if scored.score(place).is_computed]
    if made:
        figures = _without(figures, places_below(result.year, made) - changes.keys())
        scored = score_agency(result.year, figures)
    outdated = {place for place in above - changes.keys() if scored.score(place).is_computed}
    return score_agency(result.year, _without(figures, outdated)) if outdated & figures.keys() else scored


def held_figures(
    result: AgencyResult, places: Collection[Place], *, unless: Collection[Place] = ()
) -> dict[Place, Decimal]:
    """The unknown parts of stated figures where parts beside them are known: what the stated figure leaves for them.

    The same for each of several. Looked for in `places`, from the top. Parts are left alone if one stands in
    `unless`, if it would make another figure that is unknown (holding must not make a gate known), or if what is left
    for them lies outside 0 to 100.
    """
    known = {place: score.exact for place, score in result.scores.items() if score.exact is not None}
    held: dict[Place, Decimal] = {}
    for formula in reversed(formulas(result.year)):
        if formula.place not in places or formula.place not in known or result.score(formula.place).is_computed:
            continue
        unknown = [place for place in _parts(formula) if _is_unknown(result, place) and place not in known]
        rest = _rest(formula, known, unknown)
        if rest is not None and all(place not in unless and _may_hold(result, place, known) for place in unknown):
            held |= dict.fromkeys(unknown, rest)
            known |= dict.fromkeys(unknown, Fraction(rest))
    return held


def given_figures(result: AgencyResult) -> dict[Place, Decimal | None]:
    """The figures from which a result was computed."""
    unanswered = [place for place in leaves(result.year) if result.score(place).state is State.UNANSWERED]
    stated = {place: score.stated for place, score in result.scores.items() if score.stated is not None}
    return {**dict.fromkeys(unanswered), **stated}


def places_above(year: YearInstrument, places: Iterable[Place]) -> set[Place]:
    """All figures that these help to make."""
    reached = set(places)
    above: set[Place] = set()
    for formula in formulas(year):
        if not reached.isdisjoint(_parts(formula)):
            above.add(formula.place)
            reached.add(formula.place)
    return above


def places_below(year: YearInstrument, places: Iterable[Place]) -> set[Place]:
    """All figures that help to make these."""
    reached = set(places)
    below: set[Place] = set()
    for formula in reversed(formulas(year)):
        if formula.place in reached:
            below |= set(_parts(formula))
            reached |= set(_parts(formula))
    return below


def _parts(formula: Formula) -> list[Place]:
    return [place for recipe in formula.recipes for place, _ in recipe.parts]


def _is_unknown(result: AgencyResult, place: Place) -> bool:
    return result.score(place).state is State.UNKNOWN


def _rest(formula: Formula, known: Mapping[Place, Fraction], unknown: list[Place]) -> Decimal | None:
    """What each unknown part must be for the mean to come out; parts that nobody answered do not count."""
    beside = [known[place] for place, _ in formula.recipes[0].parts if place in known]
    if not unknown or not beside:
        return None
    each = (known[formula.place] * (len(unknown) + len(beside)) - sum(beside)) / len(unknown)
    return Decimal(ceil(each * 10**HELD_DECIMALS)).scaleb(-HELD_DECIMALS) if 0 <= each <= FULL else None


def _may_hold(result: AgencyResult, place: Place, known: Mapping[Place, Fraction]) -> bool:
    """Instruments are gates, and the total is no mean: neither is ever held."""
    makes = [formula.place for formula in formulas(result.year) if place in _parts(formula)]
    return place.code != INSTRUMENT_CODE and all(made in known for made in makes)


def _without(figures: Figures, places: Collection[Place]) -> dict[Place, Decimal | None]:
    return {place: value for place, value in figures.items() if place not in places}


def _refuse_impossible(result: AgencyResult, changes: Mapping[Place, Decimal]) -> None:
    for place, value in changes.items():
        if place not in result.scores:
            raise ImpossibleChangeError(f"{place} is no figure of fiscal year {result.year.year}")
        if not 0 <= value <= FULL:
            raise ImpossibleChangeError(f"{place}: found {value}; write a score from 0 to 100")

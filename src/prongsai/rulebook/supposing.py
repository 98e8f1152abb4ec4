"""What if: a result computed anew with some figures replaced."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.formulas import Formula, Recipe, formulas, leaves
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult, State, score_agency
from prongsai.rulebook.rolling_up import exactly, roll_up

FULL = Decimal(100)
HELD_DECIMALS = 12
"""A held figure is this exact and never too small, so that the stated figure above it comes out again."""


class ImpossibleChangeError(ValueError):
    """A change names a figure that the year does not have, or a score outside 0 to 100."""


def what_if(result: AgencyResult, changes: Mapping[Place, Decimal]) -> AgencyResult:
    """Compute the result from the figures that were given, some of them replaced.

    A changed figure sets aside the figures below that would make it, and the stated ones above that it now helps to
    make. A stated figure whose parts are not all known moves by those that change, the unknown ones being held
    (`held_figures`); where none is known beside them it stays. What was unknown stays unknown.
    """
    _refuse_impossible(result, changes)
    above = places_above(result.year, changes) - changes.keys()
    figures = _without_makers({**given_figures(result), **changes}, result.year, changes)
    scores = roll_up(result.year, figures)
    held = held_figures(result, above, unless=changes)
    imagined = roll_up(result.year, {**held, **figures}) if held else scores
    for place in above & figures.keys():
        if scores[place].is_computed:
            del figures[place]
        elif imagined[place].is_computed:
            figures[place] = _decimal(exactly(imagined[place]))
    return score_agency(result.year, figures)


def held_figures(
    result: AgencyResult, places: Collection[Place], *, unless: Collection[Place] = ()
) -> dict[Place, Decimal]:
    """The unknown parts of stated figures where parts beside them are known: what the stated figure leaves for them.

    The same for each of several. Looked for in `places`, from the top. Parts are left alone if one stands in
    `unless` or if what is left for them lies outside 0 to 100.
    """
    known = {place: score.exact for place, score in result.scores.items() if score.exact is not None}
    held: dict[Place, Decimal] = {}
    for formula in reversed(formulas(result.year)):
        if formula.place in places and formula.place in known and not result.score(formula.place).is_computed:
            found = _rest(result, formula, known)
            if found.keys().isdisjoint(unless):
                held |= found
                known |= {place: Fraction(value) for place, value in found.items()}
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


def _rest(result: AgencyResult, formula: Formula, known: Mapping[Place, Fraction]) -> dict[Place, Decimal]:
    """What each unknown part must be for the figure to come out, by the recipe with the fewest of them."""
    recipe = min(formula.recipes, key=lambda recipe: len(_unknown(result, recipe, known)))
    unknown = _unknown(result, recipe, known)
    beside = [(known[place], share) for place, share in recipe.parts if place in known]
    if not unknown or not beside:
        return {}
    shares = dict(recipe.parts)
    open_share = sum((shares[place] for place in unknown), Fraction(0))
    made = known[formula.place] * (open_share + sum(share for _, share in beside))
    each = (made - sum(value * share for value, share in beside)) / open_share
    return dict.fromkeys(unknown, _decimal(each)) if 0 <= each <= FULL else {}


def _unknown(result: AgencyResult, recipe: Recipe, known: Mapping[Place, Fraction]) -> list[Place]:
    """Parts that nobody answered do not count."""
    places = [place for place, _ in recipe.parts if place not in known]
    return [place for place in places if result.score(place).state is State.UNKNOWN]


def _decimal(value: Fraction) -> Decimal:
    return Decimal(ceil(value * 10**HELD_DECIMALS)).scaleb(-HELD_DECIMALS)


def _without_makers(
    figures: dict[Place, Decimal | None], year: YearInstrument, changes: Mapping[Place, Decimal]
) -> dict[Place, Decimal | None]:
    """Leave out what lies below a changed figure that would be computed otherwise."""
    changed = changes.keys() - set(leaves(year))
    scores = roll_up(year, figures) if changed else {}
    below = places_below(year, [place for place in changed if scores[place].is_computed]) - changes.keys()
    return {place: value for place, value in figures.items() if place not in below}


def _refuse_impossible(result: AgencyResult, changes: Mapping[Place, Decimal]) -> None:
    for place, value in changes.items():
        if place not in result.scores:
            raise ImpossibleChangeError(f"{place} is no figure of fiscal year {result.year.year}")
        if not 0 <= value <= FULL:
            raise ImpossibleChangeError(f"{place}: found {value}; write a score from 0 to 100")

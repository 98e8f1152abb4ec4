"""Finds stated figures that cannot stand beside each other, and says of each slip where it is, once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.formulas import Formula, Recipe, formulas
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.rolling_up import Part, Score, rounded_by, usable_parts
from prongsai.rulebook.rounding import half_up, weighted_sum

TOLERANCE = Decimal("0.01")
"""A printed figure this far from the computed one is a matter of rounding (§5.2 of the facts)."""

FULL_POINTS = 100

Exact = Mapping[Place, Fraction | None]


@dataclass(frozen=True, slots=True)
class StatedDifference:
    """A figure that the figures beside it do not give; without a figure of its own, `stated` is what its parts give."""

    place: Place
    stated: Decimal
    computed: Decimal


def find_contradictions(year: YearInstrument, scores: Mapping[Place, Score]) -> tuple[StatedDifference, ...]:
    """All contradictions, lowest first.

    A stated figure contradicts when neither the figures as stated below it give it nor the computed ones: a slip below
    is then reported below and not again at every sum above it.
    """
    as_stated = _as_stated(year, scores)
    found: list[StatedDifference] = []
    for formula in formulas(year):
        if scores[formula.place].stated is not None or _has_two_means(formula):
            found += list(_at(formula, scores, as_stated))[:1]
    return tuple(found)


def _as_stated(year: YearInstrument, scores: Mapping[Place, Score]) -> Exact:
    """Each figure as it was stated, or as it follows from what was stated below it."""
    values: dict[Place, Fraction | None] = {place: score.exact for place, score in scores.items()}
    if all(scores[formula.place].stated is None for formula in formulas(year)):
        return values
    for formula in formulas(year):
        score = scores[formula.place]
        if score.stated is not None:
            values[formula.place] = Fraction(score.stated)
        elif score.parts:
            whole = weighted_sum([(part.share, _known(values[part.score.place])) for part in score.parts])
            values[formula.place] = rounded_by(whole, formula)
    return values


def _at(formula: Formula, scores: Mapping[Place, Score], as_stated: Exact) -> Iterator[StatedDifference]:
    score = scores[formula.place]
    ways = [parts for recipe in formula.recipes if (parts := usable_parts(recipe, scores))]
    results = [weighted_sum([(p.share, _known(as_stated[p.score.place])) for p in parts]) for parts in ways]
    if score.stated is not None:
        yield from _against_the_ways(formula.place, score.stated, ways, results)
        for recipe in formula.recipes:
            yield from _out_of_reach(formula.place, score.stated, recipe, as_stated)
    if _may_be_compared(ways) and _has_two_means(formula) and abs(results[0] - results[1]) > Fraction(TOLERANCE):
        yield StatedDifference(formula.place, half_up(results[1]), half_up(results[0]))


def _against_the_ways(
    place: Place, stated: Decimal, ways: Sequence[tuple[Part, ...]], results: Sequence[Fraction]
) -> Iterator[StatedDifference]:
    """Each way in which a stated figure does not come about; where the ways part by themselves, one that gives it
    will do."""
    found = []
    for parts, from_stated in zip(ways, results, strict=True):
        computed = half_up(weighted_sum([(p.share, _known(p.score.exact)) for p in parts]))
        if _too_far(half_up(from_stated), stated) and _too_far(computed, stated):
            found.append(StatedDifference(place, stated, computed))
    if len(found) == len(ways) or _may_be_compared(ways):
        yield from found


def _may_be_compared(ways: Sequence[tuple[Part, ...]]) -> bool:
    """Whether two ways say the same, unless somebody's word is wrong.

    Those that are computed throughout part where an indicator was answered in one part of a survey and not in the
    other, and nobody is to blame.
    """
    return len(ways) > 1 and any(not part.score.is_computed for parts in ways for part in parts)


def _has_two_means(formula: Formula) -> bool:
    """Of these two ways may differ though nothing was stated."""
    return len(formula.recipes) > 1 and formula.recipes[0].is_mean


def _out_of_reach(place: Place, stated: Decimal, recipe: Recipe, values: Exact) -> Iterator[StatedDifference]:
    """No scores from 0 to 100 for the unknown parts give the stated figure."""
    known = sum((share * (values[part] or 0) for part, share in recipe.parts), Fraction(0))
    open_share = sum((share for part, share in recipe.parts if values[part] is None), Fraction(0))
    least, most = known, known + open_share * FULL_POINTS
    if open_share and not least - Fraction(TOLERANCE) <= Fraction(stated) <= most + Fraction(TOLERANCE):
        yield StatedDifference(place, stated, half_up(least if Fraction(stated) < least else most))


def _too_far(computed: Decimal, stated: Decimal) -> bool:
    return abs(computed - half_up(stated)) > TOLERANCE


def _known(value: Fraction | None) -> Fraction:
    assert value is not None  # noqa: S101 - the parts of a known score are known
    return value

"""Whether printed figures can stand beside each other: the year's formulas over what rounding leaves open.

A printed question or instrument is exact, as the year rounds it; a printed indicator stands for every value that is
shown so. The formulas are the rulebook's; only the question "could these have been printed?" is asked here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from prongsai.rulebook.contradicting import TOLERANCE
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.formulas import Formula, Recipe, formulas
from prongsai.rulebook.instrument import YearInstrument

HALF_A_HUNDREDTH = Fraction(1, 200)
Bounds = tuple[Fraction, Fraction]
Values = Mapping[Place, Decimal]


class Verdict(IntEnum):
    """How well a printed figure agrees with those it is made of; `NEAR` is within the tolerance of rounding."""

    FAILS = 0
    NEAR = 1
    FITS = 2


@dataclass(frozen=True, slots=True)
class Check:
    """One figure against those that make it in one way; `places` are all printed figures that take part."""

    formula: Formula
    recipe: Recipe
    places: frozenset[Place]


class Arithmetic:
    """A year's formulas as questions about printed figures."""

    def __init__(self, year: YearInstrument) -> None:
        self._formulas = {formula.place: formula for formula in formulas(year)}

    def checks(self, values: Values) -> tuple[Check, ...]:
        """All checks that these figures allow."""
        return tuple(self._checks(values))

    def verdict(self, check: Check, values: Values) -> Verdict:
        """Whether the figures of a check agree."""
        made = self._made(check.recipe, values)
        stated = Fraction(values[check.formula.place])
        if made is None:
            return Verdict.FAILS
        distance = max(made[0] - (stated + HALF_A_HUNDREDTH), (stated - HALF_A_HUNDREDTH) - made[1], Fraction(0))
        if distance == 0:
            return Verdict.FITS
        return Verdict.NEAR if distance <= Fraction(TOLERANCE) else Verdict.FAILS

    def is_of_leaves(self, recipe: Recipe) -> bool:
        """Whether a figure is made of questions or items, which are printed exactly."""
        return all(place not in self._formulas for place, _ in recipe.parts)

    def _checks(self, values: Values) -> Iterator[Check]:
        for formula in self._formulas.values():
            for recipe in formula.recipes if formula.place in values else ():
                used = self._used(recipe, values)
                if used is not None:
                    yield Check(formula, recipe, used | {formula.place})

    def _used(self, recipe: Recipe, values: Values) -> frozenset[Place] | None:
        """The printed figures behind a recipe; nothing if a part is neither printed nor made of printed ones."""
        found = set[Place]()
        for place, _ in recipe.parts:
            used = frozenset({place}) if place in values else self._behind(place, values)
            if used is None:
                return None
            found |= used
        return frozenset(found)

    def _behind(self, place: Place, values: Values) -> frozenset[Place] | None:
        formula = self._formulas.get(place)
        ways = (self._used(recipe, values) for recipe in formula.recipes) if formula else iter(())
        return next((used for used in ways if used is not None), None)

    def _made(self, recipe: Recipe, values: Values) -> Bounds | None:
        least = most = Fraction(0)
        for place, share in recipe.parts:
            bounds = self._bounds(place, values)
            if bounds is None:
                return None
            least, most = least + share * bounds[0], most + share * bounds[1]
        return least, most

    def _bounds(self, place: Place, values: Values) -> Bounds | None:
        """Between which values a figure lies: as printed, or as what makes it leaves open."""
        formula = self._formulas.get(place)
        is_exact = formula is None or formula.decimals is not None
        if place in values:
            value = Fraction(values[place])
            return (value, value) if is_exact else (value - HALF_A_HUNDREDTH, value + HALF_A_HUNDREDTH)
        made = next((m for recipe in formula.recipes if (m := self._made(recipe, values))), None) if formula else None
        if made is None or not is_exact:
            return made
        return made[0] - HALF_A_HUNDREDTH, made[1] + HALF_A_HUNDREDTH

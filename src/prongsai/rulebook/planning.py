"""What a missed disclosure item costs in points of the total."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from prongsai.rulebook.evidence import TOTAL, Place
from prongsai.rulebook.formulas import formulas
from prongsai.rulebook.instrument import Instrument, Item, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.rounding import half_up

FULL_POINTS = 100


@dataclass(frozen=True, slots=True)
class ItemCost:
    """An item with what missing it takes from the total, in points before rounding."""

    item: Item
    exact: Fraction

    @property
    def points(self) -> Decimal:
        """Points of the total, two decimals."""
        return half_up(self.exact)


def item_costs(year: YearInstrument) -> dict[str, ItemCost]:
    """What each item is worth, by following its share up through the formulas."""
    return {
        code: ItemCost(item, FULL_POINTS * share_of_total(year, Place(Instrument.OIT, code)))
        for code, item in year.items.items()
    }


def missed_items(result: AgencyResult) -> tuple[ItemCost, ...]:
    """The items known to be missed, dearest first."""
    costs = item_costs(result.year)
    missed = [costs[code] for code in costs if result.score(Place(Instrument.OIT, code)).value == 0]
    return tuple(sorted(missed, key=lambda cost: -cost.exact))


def share_of_total(year: YearInstrument, place: Place) -> Fraction:
    """By how much the total rises, before rounding, when the figure rises by one."""
    return _shares_of_total(year).get(place, Fraction(0))


@lru_cache(maxsize=32)
def _shares_of_total(year: YearInstrument) -> Mapping[Place, Fraction]:
    """Each figure's share, followed down from the total: a formula stands after those it needs."""
    shares: defaultdict[Place, Fraction] = defaultdict(Fraction)
    shares[TOTAL] = Fraction(1)
    for formula in reversed(formulas(year)):
        for part, share in formula.recipes[0].parts:
            shares[part] += share * shares[formula.place]
    return MappingProxyType(dict(shares))

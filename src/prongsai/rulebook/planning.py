"""What a missed disclosure item costs in points of the total."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

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
    if place == TOTAL:
        return Fraction(1)
    total = Fraction(0)
    for formula in formulas(year):
        share = dict(formula.recipes[0].parts).get(place)
        if share is not None:
            total += share * share_of_total(year, formula.place)
    return total

"""Instruments printed as points of the total (28.97 of 30) instead of as scores (96.57)."""

from collections.abc import Mapping
from decimal import Decimal

from prongsai.papers.reading.printed_numbers import HUNDREDTHS
from prongsai.rulebook.evidence import INSTRUMENT_CODE, Place
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.rounding import half_up

FULL_POINTS = 100
HALF_A_HUNDREDTH = HUNDREDTHS / 2


def scores_of_points(rules: YearInstrument, values: Mapping[Place, Decimal]) -> dict[Place, tuple[Decimal, ...]]:
    """The scores that each instrument may have, if all that are printed are points; nothing where one is more.

    Points with two decimals leave several scores: 28.97 of 30 is 96.55 to 96.58.
    """
    found: dict[Place, tuple[Decimal, ...]] = {}
    for place, value in values.items():
        if place.code != INSTRUMENT_CODE:
            continue
        weights = (weight for part, weight in rules.weights.items() if place.instrument in {part, part.family})
        share = sum(weights, Decimal(0))
        if not share or not value or value > share * FULL_POINTS:
            return {}
        found[place] = _scores(value, share)
    return found


def _scores(points: Decimal, share: Decimal) -> tuple[Decimal, ...]:
    least, most = (points - HALF_A_HUNDREDTH) / share, (points + HALF_A_HUNDREDTH) / share
    first, last = int(half_up(least) / HUNDREDTHS), int(half_up(most) / HUNDREDTHS)
    return tuple(HUNDREDTHS * count for count in range(first, last + 1) if least <= HUNDREDTHS * count <= most)

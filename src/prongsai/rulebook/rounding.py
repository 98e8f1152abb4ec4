"""The one place where a score is averaged or rounded.

Averages stay exact fractions until a rule says "round": a mean of three has no finite decimal, and a tie that is
off by one part in 10**28 would round to the wrong hundredth. See docs/adr/0003.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

HUNDREDTHS = 2


def half_up(value: Fraction | Decimal, places: int = HUNDREDTHS) -> Decimal:
    """Round to `places` decimals; an exact half goes up (scores are never negative, differences go away from zero)."""
    number = Fraction(value)
    scaled = abs(number) * 10**places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    rounded = Decimal(units).scaleb(-places)
    return -rounded if number < 0 and rounded else rounded


def mean(values: Iterable[Decimal | Fraction]) -> Fraction | None:
    """The exact average; `None` of nothing."""
    fractions = [Fraction(value) for value in values]
    if not fractions:
        return None
    return sum(fractions, Fraction(0)) / len(fractions)


def whole_up(value: Fraction | Decimal) -> int:
    """The least whole number that is not below `value`: people are not divided."""
    number = Fraction(value)
    return -(-number.numerator // number.denominator)

"""The one place where a score is averaged or rounded.

Averages stay exact fractions until a rule says "round": a mean of three has no finite decimal, and a tie that is
off by one part in 10**28 would round to the wrong hundredth. See docs/adr/0003.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

HUNDREDTHS = 2
SCORES_THERE_ARE = 1 << 14
"""More than there are scores of two decimals, 0.00 to 100.00."""


def half_up(value: Fraction | Decimal, places: int = HUNDREDTHS) -> Decimal:
    """Round to `places` decimals; an exact half goes up (scores are never negative, differences go away from zero)."""
    return half_up_ratio(*value.as_integer_ratio(), places)


def half_up_ratio(above: int, below: int, places: int = HUNDREDTHS) -> Decimal:
    """`half_up` of `above` ÷ `below`, which is positive; they may have common divisors."""
    units = (2 * abs(above) * 10**places + below) // (2 * below)
    rounded = _shifted(units, places)
    return -rounded if above < 0 and rounded else rounded


@lru_cache(maxsize=SCORES_THERE_ARE)
def _shifted(units: int, places: int) -> Decimal:
    """The same object for the same score, of which a nation has a hundred thousand equal ones."""
    return Decimal(units).scaleb(-places)


def mean(values: Iterable[Decimal | Fraction]) -> Fraction | None:
    """The exact average; `None` of nothing."""
    ratios = [value.as_integer_ratio() for value in values]
    if not ratios:
        return None
    common = lcm(*[below for _, below in ratios])
    return Fraction(sum([above * (common // below) for above, below in ratios]), common * len(ratios))


def weighted_sum(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The exact sum of share times value, over one common denominator: many times faster than adding fractions."""
    below = [share.denominator * value.denominator for share, value in pairs]
    common = lcm(*below)
    whole = [
        share.numerator * value.numerator * (common // under)
        for (share, value), under in zip(pairs, below, strict=True)
    ]
    return Fraction(sum(whole), common)


@lru_cache(maxsize=SCORES_THERE_ARE)
def exactly(score: Decimal) -> Fraction:
    """A written score as a fraction; kept, as there are few and each stands in thousands of agencies."""
    return Fraction(score)


def whole_up(value: Fraction | Decimal) -> int:
    """The least whole number that is not below `value`: people are not divided."""
    number = Fraction(value)
    return -(-number.numerator // number.denominator)

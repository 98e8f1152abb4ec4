"""Whether so many answers on a scale can have a printed mean: whole answers leave gaps between the means.

The test is that of Brown and Heathers (The GRIM test, 2017), for any scale and with half-up rounding.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import ceil, gcd, lcm

from prongsai.rulebook.rounding import half_up

MOST_ANSWERS = 2000
"""Beyond so many answers on a scale of several points the means lie closer than hundredths."""


def is_possible_mean(printed: Decimal, answers: int, points: tuple[Decimal, ...]) -> bool:
    """Whether `answers` answers, each worth one of the points, can have a mean that is printed so.

    The decimals of `printed` count as they stand: 93.3 may be any mean from 93.25 up to 93.35. Above `MOST_ANSWERS`
    everything is possible.
    """
    if answers < 1:
        raise ValueError(f"answers: found {answers}; write at least 1")
    if answers > MOST_ANSWERS:
        return True
    scale = _units(points)
    sums = _possible_sums(tuple(int(Fraction(point) * scale) for point in points), answers)
    places = decimals_of(printed)
    half = Fraction(1, 2 * 10**places)
    first = ceil((Fraction(printed) - half) * answers * scale)
    last = int((Fraction(printed) + half) * answers * scale)
    return any(
        sums >> total & 1 and half_up(total / (answers * scale), places) == printed
        for total in range(max(first, 0), last + 1)
    )


def decimals_of(printed: Decimal) -> int:
    """How many decimals a number is printed with."""
    exponent = printed.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _units(points: tuple[Decimal, ...]) -> Fraction:
    """What to multiply the points by to have whole numbers without a common divisor."""
    fractions = [Fraction(point) for point in points]
    whole = lcm(*(fraction.denominator for fraction in fractions))
    divisor = gcd(*(int(fraction * whole) for fraction in fractions)) or 1
    return Fraction(whole, divisor)


@lru_cache(maxsize=256)
def _possible_sums(points: tuple[int, ...], answers: int) -> int:
    """The sums that so many answers can give, as the bits of a number: bit 7 is set if they can add up to 7."""
    sums = 1
    for _ in range(answers):
        reached = 0
        for point in set(points):
            reached |= sums << point
        sums = reached
    return sums

"""The interval in which a total may truly lie, when some of its instruments were answered by a sample.

**Method.** Each sampled instrument has its own interval (`statistics.intervals`), from the spread of its respondents'
own scores and with the finite population correction. They are put together as those of a weighted sum of independent
scores are (MOVER: Zou, Huang and Zhang 2009): each end of the total lies as far from it as the root of the summed
squares of the instruments' weighted distances on that side. So the total keeps what they know about the ends of
the scale; "± 1.96 × standard error" would reach over 100 and be too short below it.

**Limits.** Instruments count as independent and respondents as chosen by lot. Who was picked or coached is not covered.
What was counted and not sampled, as OIT, adds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.statistics.intervals import FULL, Interval, Measured, Method, bounds, round_down, round_up

SQUARE_OF_HUNDREDTHS = 10_000


@dataclass(frozen=True, slots=True)
class Reach:
    """How far below and above a sampled score the exact ends of its interval lie; `is_worst`: its spread is unknown."""

    below: Decimal
    above: Decimal
    is_worst: bool


def reach_of(measured: Measured, n: int) -> Reach:
    """How far the interval of a score that `n` answered reaches."""
    low, high = bounds(measured, n)
    below, above = measured.score - low, high - measured.score
    # of 0 and of 100 an end is the score itself, but for the last of the decimals that are kept
    return Reach(max(below, Decimal(0)), max(above, Decimal(0)), measured.variance is None)


def interval_of_sum(value: Decimal, reaches: Sequence[tuple[Decimal, Reach]]) -> Interval:
    """The 95 % interval of a weighted sum of scores, from the share and the reach of each that was sampled."""
    below = sum(((share * one.below) ** 2 for share, one in reaches), Decimal(0))
    above = sum(((share * one.above) ** 2 for share, one in reaches), Decimal(0))
    worst = any(one.is_worst for _, one in reaches)
    low, high = max(value - below.sqrt(), Decimal(0)), min(value + above.sqrt(), FULL)
    method = Method.FULL_COUNT if not (below or above) else Method.WORST_CASE if worst else Method.OWN_SPREAD
    return Interval(round_down(low), round_up(high), method, conservative=method is Method.WORST_CASE)


def interval_of_total(total: Decimal, sampled: Sequence[tuple[Decimal, Measured]]) -> Interval | None:
    """The 95 % interval of a total; `sampled` are the shares of the instruments with their scores.

    `None` where it is not known of an instrument how many answered.
    """
    reaches = [(share, reach_of(one, one.n)) for share, one in sampled if one.n is not None]
    return interval_of_sum(total, reaches) if len(reaches) == len(sampled) else None


def spread_variance(weights: int, scores: int, squares: int) -> Decimal:
    """The variance of scores from their weights' sum, their weighted sum and that of their squares, in hundredths."""
    above = Decimal(weights * squares - scores * scores)
    return above / (weights * weights * SQUARE_OF_HUNDREDTHS)


def worth_of_weighted(weights: int, weight_squares: int) -> int:
    """How many equally weighted answers tell as much (Kish 1965), rounded down, at least one."""
    return max(1, weights * weights // weight_squares)

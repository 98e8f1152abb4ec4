"""Whether a change, or a gap between two groups, is more than the chance of who happened to answer.

**Method.** The interval of a difference of two independent scores is put together from their own intervals (MOVER:
Newcombe 1998, Zou and Donner 2008): each end takes the distances that stretch the difference that way. It keeps what
the intervals know about the ends of the scale, which "± 1.96 × standard error" does not.

**Limits.** The two groups count as independent. Staff who answer in both years make a change surer than is said here.
A question that was changed between the years is no matter of noise: see the comparability breaks first.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from prongsai.statistics.intervals import Measured, bounds, round_down, round_up


class Noise(Enum):
    """What may be said about a difference."""

    MORE_THAN_NOISE = "more than noise"
    WITHIN_NOISE = "within noise"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """Points up (+) or down (-) with their 95 % interval; without respondents on a side there is no interval.

    `conservative` if the spread of the answers is not known on a side, so that the largest possible one is taken.
    """

    points: Decimal
    low: Decimal | None
    high: Decimal | None
    conservative: bool

    @property
    def noise(self) -> Noise:
        """More than noise where the interval leaves out 0."""
        if self.low is None or self.high is None:
            return Noise.UNKNOWN
        return Noise.WITHIN_NOISE if self.low <= 0 <= self.high else Noise.MORE_THAN_NOISE


def change_against_noise(before: Measured, now: Measured) -> Difference:
    """How far a score moved between two years."""
    points = now.score - before.score
    conservative = before.variance is None or now.variance is None
    if before.n is None or now.n is None:
        return Difference(points, None, None, conservative)
    was_low, was_high = bounds(before, before.n)
    is_low, is_high = bounds(now, now.n)
    down = _joined(now.score - is_low, was_high - before.score)
    up = _joined(is_high - now.score, before.score - was_low)
    return Difference(points, round_down(points - down), round_up(points + up), conservative)


def gap_against_noise(one: Measured, other: Measured) -> Difference:
    """How far the first group's score lies above the second's: EIT part 1 over part 2, staff over the public."""
    return change_against_noise(other, one)


def _joined(one: Decimal, other: Decimal) -> Decimal:
    return (one**2 + other**2).sqrt()

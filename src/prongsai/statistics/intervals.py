"""The interval in which a survey score may truly lie, from what is known: score, respondents, population, answers.

A score is the mean of bounded answers (0 to 100), one from each respondent. So is the score of an instrument or EIT
part: the mean of what each respondent gave over its questions.

**Method.** A mean m of values between 0 and 100 has a variance of at most m (100 - m) (Bhatia and Davis, 2000),
reached when every answer is 0 or 100. Without a tally this worst case is taken: the score is treated as a proportion
and gets Wilson's (1927) interval. With the variance of the answers, Wilson's interval is computed for the number of
0-or-100 answers that would be as informative. One answer at the far end is imagined first: forty answers of 100 do
not prove that nobody would say 0, although their variance is 0. Intervals of the form "mean ± t × standard error"
were tried and dropped: near 100 and for n = 10 to 50 they hold the true score in 20 to 90 of 100 samples, not 95.

Where fewer than about three answers' worth of points is missing at an end, Wilson's bound at that end is replaced by
the Poisson bound of Brown, Cai and DasGupta (2001); without it the interval misses too often beside 100.

A known population of N shrinks the interval, as n answers are worth n (N - 1) / (N - n) from an endless one.

**Holds** 95 % on average; at the unluckiest true score 92 % (88 % where half of an office of 60 answers). The tests
count all samples, or draw tallies of several shapes.
**Does not cover** who was asked and how: an interval says nothing about chosen or coached respondents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum

Z = Decimal("1.959964")
"""Standard normal quantile of a two-sided 95 % interval."""

FULL = Decimal(100)
HALF = Decimal(50)
HUNDREDTH = Decimal("0.01")
PRINT_ERROR = Decimal("0.00005")
"""Half a hundredth of a point, as a share: 95.83 of 48 answers stands for two missing answers, not 2.0016."""

LEAST_EXPECTED = {1: Decimal("0.0512"), 2: Decimal("0.3553"), 3: Decimal("0.8176")}
"""The least Poisson mean with which one still sees 1, 2 or 3 events in 5 of 100 cases; rounded down."""


class Method(Enum):
    """What an interval rests on."""

    WORST_CASE = "score and number of respondents: the largest spread that the score allows"
    OWN_SPREAD = "the spread of the answers"
    FULL_COUNT = "everybody answered"


@dataclass(frozen=True, slots=True)
class Measured:
    """A survey score with what is known of its respondents; `variance` is that of their answers (`tally_variance`)."""

    score: Decimal
    n: int | None = None
    population: int | None = None
    variance: Decimal | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.score <= FULL:
            raise ValueError(f"score: found {self.score}; write 0 to 100")
        if self.n is not None and self.n < 1:
            raise ValueError(f"n: found {self.n}; write at least 1, or nothing where it is not known")
        if self.n is not None and self.population is not None and self.population < self.n:
            raise ValueError(f"population: found {self.population}; write at least the {self.n} who answered")
        if self.variance is not None and self.variance < 0:
            raise ValueError(f"variance: found {self.variance}; write 0 or more")


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, rounded outward to two decimals; `conservative` if it takes the largest possible spread."""

    low: Decimal
    high: Decimal
    method: Method
    conservative: bool


def interval_of_score(
    score: Decimal, n: int, population: int | None = None, variance: Decimal | None = None
) -> Interval:
    """The 95 % interval of a survey score answered by `n` of `population` people."""
    measured = Measured(score, n, population, variance)
    low, high = bounds(measured, n)
    method = _method(measured)
    return Interval(round_down(low), round_up(high), method, conservative=method is Method.WORST_CASE)


def tally_variance(points: Sequence[Decimal], counts: Sequence[int]) -> Decimal | None:
    """The mean squared distance of the answers from their mean; `None` without an answer.

    `points[k]` is what an answer scores, `counts[k]` how many gave it.
    """
    answers = sum(counts)
    if not answers:
        return None
    pairs = list(zip(points, counts, strict=True))
    mean = sum((point * count for point, count in pairs), Decimal(0)) / answers
    return sum(((point - mean) ** 2 * count for point, count in pairs), Decimal(0)) / answers


def bounds(measured: Measured, n: int) -> tuple[Decimal, Decimal]:
    """The exact ends of the interval for `n` respondents."""
    if measured.population == n:
        return measured.score, measured.score
    share = measured.score / FULL
    answers = n / _spread(measured, n)
    low, high = _wilson(share, answers * _rarity(measured, n))
    if share < HALF / FULL:
        low = _beside_the_end(low, share, answers)
    else:
        high = 1 - _beside_the_end(1 - high, 1 - share, answers)
    return max(low, Decimal(0)) * FULL, min(high, Decimal(1)) * FULL


def round_down(value: Decimal) -> Decimal:
    """To two decimals, never above."""
    return value.quantize(HUNDREDTH, ROUND_FLOOR)


def round_up(value: Decimal) -> Decimal:
    """To two decimals, never below."""
    return value.quantize(HUNDREDTH, ROUND_CEILING)


def _method(measured: Measured) -> Method:
    if measured.population == measured.n:
        return Method.FULL_COUNT
    return Method.WORST_CASE if measured.variance is None else Method.OWN_SPREAD


def _rarity(measured: Measured, n: int) -> Decimal:
    """How much more an answer tells where few are left who did not answer."""
    if measured.population is None:
        return Decimal(1)
    return Decimal(measured.population - 1) / (measured.population - n)


def _spread(measured: Measured, n: int) -> Decimal:
    """The variance as a share of the largest possible one, with one more answer imagined at the far end."""
    if measured.variance is None:
        return Decimal(1)
    far = Decimal(0) if measured.score >= HALF else FULL
    mean = (n * measured.score + far) / (n + 1)
    squares = n * measured.variance + Decimal(n) / (n + 1) * (measured.score - far) ** 2
    return min(squares / n / (mean * (FULL - mean)), Decimal(1))


def _wilson(share: Decimal, worth: Decimal) -> tuple[Decimal, Decimal]:
    scale = 1 + Z**2 / worth
    centre = (share + Z**2 / (2 * worth)) / scale
    half = Z / scale * (share * (1 - share) / worth + Z**2 / (4 * worth**2)).sqrt()
    return centre - half, centre + half


def _beside_the_end(bound: Decimal, share: Decimal, answers: Decimal) -> Decimal:
    """The bound towards 0 where so few answers' worth of points was seen that Wilson's is too far from it."""
    seen = int(((share - PRINT_ERROR) * answers).to_integral_value(ROUND_CEILING))
    return min(bound, LEAST_EXPECTED[seen] / answers) if seen in LEAST_EXPECTED else bound

import random
from decimal import Decimal
from functools import cache
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.statistics.intervals import Measured, Method, interval_of_score, tally_variance

SIX = tuple(map(Decimal, (0, 20, 40, 60, 80, 100)))


def ends(*args, **kwargs):
    interval = interval_of_score(*args, **kwargs)
    return interval.low, interval.high


def test_a_score_and_its_respondents_give_a_worst_case():
    """Wilson by hand: 0.94 of 100 lies between 0.875232 and 0.972214."""
    interval = interval_of_score(Decimal(94), 100)
    assert (interval.low, interval.high) == (Decimal("87.52"), Decimal("97.23"))
    assert (interval.method, interval.conservative) == (Method.WORST_CASE, True)


def test_the_spread_of_the_answers_narrows_it():
    """A mean of 92 with standard deviation 15 and n = 48 has a standard error of about 2.2 points."""
    interval = interval_of_score(Decimal(92), 48, variance=Decimal(225))
    assert (interval.method, interval.conservative) == (Method.OWN_SPREAD, False)
    low, high = ends(Decimal(92), 48)
    assert low < interval.low < Decimal("87.7")
    assert Decimal("95.5") < interval.high < high


def test_a_known_population_narrows_it():
    assert ends(Decimal(94), 30, 40)[0] > ends(Decimal(94), 30, 60)[0] > ends(Decimal(94), 30)[0]


def test_a_full_count_has_no_interval():
    interval = interval_of_score(Decimal("94.31"), 40, 40)
    assert (interval.low, interval.high, interval.method) == (Decimal("94.31"), Decimal("94.31"), Method.FULL_COUNT)
    assert not interval.conservative


def test_all_full_points_do_not_prove_that_all_would_give_them():
    low, high = ends(Decimal(100), 48, variance=Decimal(0))
    assert (low, high) == (Decimal("92.58"), Decimal(100))


def test_no_points_at_all_are_the_mirror_image_of_full_points():
    assert ends(Decimal(0), 48, variance=Decimal(0)) == (Decimal(0), Decimal("7.42"))


def test_one_missing_answer_keeps_the_end_of_the_scale_near():
    """One of 48 said 0: 97.92. Wilson alone would end at 99.64 and miss a true 99.7 too often."""
    assert ends(Decimal("97.92"), 48)[1] == Decimal("99.90")
    assert ends(Decimal("2.08"), 48)[0] == Decimal("0.10")


def test_a_variance_that_the_score_cannot_have_counts_as_the_worst_case():
    assert ends(Decimal("97.92"), 48, variance=Decimal(9999)) == ends(Decimal("97.92"), 48)


def test_ends_are_rounded_outward_to_two_decimals():
    low, high = ends(Decimal("88.89"), 9)
    assert low == low.quantize(Decimal("0.01"))
    assert low < Decimal("88.89") < high


def test_a_tally_gives_the_variance_of_its_answers():
    assert tally_variance(SIX, (0, 0, 0, 0, 2, 2)) == 100
    assert tally_variance(SIX, (0, 0, 0, 0, 0, 7)) == 0
    assert tally_variance(SIX, (0, 0, 0, 0, 0, 0)) is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"score": Decimal(101), "n": 3}, "score: found 101; write 0 to 100"),
        ({"score": Decimal(90), "n": 0}, "n: found 0"),
        ({"score": Decimal(90), "n": 5, "population": 4}, "population: found 4; write at least the 5"),
        ({"score": Decimal(90), "n": 5, "variance": Decimal(-1)}, "variance: found -1"),
    ],
)
def test_what_cannot_be_is_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        Measured(**arguments)


@given(st.decimals(0, 100, places=2), st.integers(1, 3000), st.integers(0, 5000), st.none() | st.integers(0, 2500))
def test_the_interval_holds_the_score_and_stays_on_the_scale(score, n, more, variance):
    population = n + more if more else None
    low, high = ends(score, n, population, None if variance is None else Decimal(variance))
    assert 0 <= low <= score <= high <= 100


@given(st.decimals(10, 90, places=2), st.integers(31, 400), st.integers(0, 2500))
def test_the_worst_case_is_never_narrower(score, n, variance):
    """Away from the ends, where the Poisson bound steps in."""
    worst, own = ends(score, n), ends(score, n, variance=Decimal(variance))
    assert worst[0] <= own[0]
    assert own[1] <= worst[1]


# Coverage: how often the interval holds the true score. Floats are enough to add up chances.


@cache
def yes_no_interval(yes, n, population=None):
    score = (Decimal(100) * yes / n).quantize(Decimal("0.01"))
    return tuple(map(float, ends(score, n, population)))


def coverage_of_yes_no(n, share):
    chances = ((comb(n, k) * share**k * (1 - share) ** (n - k), yes_no_interval(k, n)) for k in range(n + 1))
    return sum(chance for chance, (low, high) in chances if low <= 100 * share <= high)


@pytest.mark.parametrize("n", [5, 10, 20, 48, 99])
def test_of_all_samples_of_the_worst_spread_95_in_100_hold_the_true_score(n):
    """Every sample counted, for true scores from 80 to 99.95: the average and the unluckiest true score."""
    covered = [coverage_of_yes_no(n, share / 2000) for share in range(1600, 2000)]
    assert sum(covered) / len(covered) >= 0.95
    assert min(covered) >= 0.92


@pytest.mark.parametrize(("n", "population"), [(30, 40), (30, 60), (60, 200)])
def test_of_all_samples_from_a_small_office_95_in_100_hold_the_true_score(n, population):
    """Drawing without replacement, for offices in which 70 to 100 % would say yes."""
    covered = []
    for yes in range(int(0.7 * population), population + 1):
        drawn = range(max(0, n - (population - yes)), min(n, yes) + 1)
        chances = [(comb(yes, k) * comb(population - yes, n - k), yes_no_interval(k, n, population)) for k in drawn]
        inside = sum(chance for chance, (low, high) in chances if low <= 100 * yes / population <= high)
        covered.append(inside / comb(population, n))
    assert sum(covered) / len(covered) >= 0.95
    assert min(covered) >= 0.88


SHAPES = {
    "spread out": (0.10, 0.15, 0.25, 0.25, 0.15, 0.10),
    "good": (0.01, 0.02, 0.04, 0.10, 0.33, 0.50),
    "nearly full": (0.00, 0.00, 0.01, 0.02, 0.07, 0.90),
    "full but for a bribe": (0.03, 0.00, 0.00, 0.00, 0.00, 0.97),
    "full but for some 80": (0.00, 0.00, 0.00, 0.00, 0.05, 0.95),
    "half 80, half 100": (0.00, 0.00, 0.00, 0.00, 0.50, 0.50),
    "80 but for a bribe": (0.03, 0.00, 0.00, 0.00, 0.97, 0.00),
}


@cache
def tally_interval(counts):
    answers = sum(counts)
    score = sum(point * count for point, count in zip(SIX, counts, strict=True)) / answers
    variance = tally_variance(SIX, counts)
    return tuple(map(float, ends(score.quantize(Decimal("0.01")), answers, variance=variance)))


def true_score(shape):
    return sum(float(point) * chance for point, chance in zip(SIX, shape, strict=True))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_of_all_tallies_of_eight_answers_95_in_100_hold_the_true_score(shape):
    """Every one of the 1,287 tallies counted with its chance."""
    covered = 0.0
    for counts in tallies(8, 6):
        low, high = tally_interval(counts)
        if low <= true_score(shape) <= high:
            left, ways = 8, 1
            for count in counts:
                ways, left = ways * comb(left, count), left - count
            covered += ways * prod(chance**count for chance, count in zip(shape, counts, strict=True))
    assert covered >= 0.95


def tallies(answers, options):
    if options == 1:
        yield (answers,)
        return
    for first in range(answers + 1):
        yield from ((first, *rest) for rest in tallies(answers - first, options - 1))


@pytest.mark.parametrize("n", [20, 48, 229])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_of_many_drawn_tallies_95_in_100_hold_the_true_score(shape, n):
    """Seeded; 1,500 tallies leave a chance error of 0.6 points, and single true scores may reach down to 92."""
    chance = random.Random(f"{shape} {n}")  # noqa: S311 - seeded draws of a test
    hits = 0
    for _ in range(1500):
        drawn = chance.choices(range(6), shape, k=n)
        low, high = tally_interval(tuple(drawn.count(option) for option in range(6)))
        hits += low <= true_score(shape) <= high
    assert hits / 1500 >= 0.93

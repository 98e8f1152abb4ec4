import random
from decimal import Decimal

import pytest

from prongsai.statistics.intervals import Measured, Method
from prongsai.statistics.totals import interval_of_total, spread_variance, worth_of_weighted

SHARES = (Decimal("0.30"), Decimal("0.15"), Decimal("0.15"))


def whole(*measured):
    oit = Decimal(40)
    total = oit + sum(share * one.score for share, one in zip(SHARES, measured, strict=True))
    return total, interval_of_total(total, list(zip(SHARES, measured, strict=True)))


def test_where_everybody_answered_the_total_is_sure():
    everybody = Measured(Decimal("91.25"), 40, 40, Decimal(90))
    total, interval = whole(everybody, everybody, everybody)
    assert (interval.low, interval.high, interval.method) == (total, total, Method.FULL_COUNT)


def test_a_smaller_population_makes_the_interval_narrower():
    few, many = (Measured(Decimal(90), 48, population, Decimal(120)) for population in (60, 100_000))
    (_, narrow), (_, wide) = whole(few, few, few), whole(many, many, many)
    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize("variance", [None, Decimal(0)])
@pytest.mark.parametrize("n", range(1, 61))
def test_the_end_of_the_scale_leaves_no_trace_of_the_arithmetic_on_its_side(n, variance):
    """Not a hundredth more above a score of 100, nor less below one of 0, because a last decimal was rounded."""
    for people in (None, 3 * n):
        top, bottom = (Measured(Decimal(score), n, people, variance) for score in (100, 0))
        assert interval_of_total(Decimal("39.98"), [(Decimal("0.15"), top)]).high == Decimal("39.98")
        assert interval_of_total(Decimal("39.98"), [(Decimal("0.15"), bottom)]).low == Decimal("39.98")


def test_forty_times_a_hundred_does_not_prove_a_hundred():
    perfect = Measured(Decimal(100), 40, None, Decimal(0))
    total, interval = whole(perfect, perfect, perfect)
    assert interval.low < 100 == total == interval.high


def test_without_the_number_of_respondents_there_is_no_interval():
    assert interval_of_total(Decimal(90), [(Decimal(1), Measured(Decimal(90)))]) is None


def test_without_the_spread_the_largest_one_is_taken():
    known, unknown = (Measured(Decimal(90), 48, None, variance) for variance in (Decimal(120), None))
    (_, narrow), (_, wide) = whole(known, known, known), whole(known, unknown, known)
    assert wide.low < narrow.low
    assert (wide.conservative, narrow.conservative) == (True, False)


def test_an_interval_stays_on_the_scale():
    one = Measured(Decimal("0.50"), 3, None, Decimal(1))
    interval = interval_of_total(Decimal("0.50"), [(Decimal(1), one)])
    assert 0 <= interval.low < interval.high <= 100


def test_the_spread_comes_from_sums_of_hundredths():
    scores = [9_000, 10_000, 8_000]
    variance = spread_variance(3, sum(scores), sum(score**2 for score in scores))
    assert round(variance, 4) == Decimal("66.6667")


def test_unequal_weights_are_worth_fewer_answers():
    assert worth_of_weighted(4, 4) == 4
    assert worth_of_weighted(4, 10) == 1
    assert worth_of_weighted(1, 10) == 1


@pytest.mark.parametrize(
    ("people", "asked", "level"),
    [(30, 12, 0.97), (60, 30, 0.92), (400, 40, 0.995), (5000, 48, 0.9), (5000, 20, 0.98)],
)
def test_the_interval_holds_the_true_total_near_100_and_for_few(people, asked, level):
    """Whole populations are made up, samples drawn without replacement; 95 of 100 should hold, 92 must."""
    dice = random.Random(f"{people} {asked} {level}")  # noqa: S311
    populations = [[answer(dice, level) for _ in range(people)] for _ in SHARES]
    truth = 40 + sum(float(share) * sum(one) / people / 100 for share, one in zip(SHARES, populations, strict=True))
    held, tries = 0, 400
    for _ in range(tries):
        _, interval = whole(*(drawn(dice, one, asked, people) for one in populations))
        held += interval.low <= Decimal(str(round(truth, 6))) <= interval.high
    assert held >= 0.92 * tries, f"held {held} of {tries}"


def answer(dice, level):
    """A respondent's own score in hundredths: most give nearly everything, some much less."""
    mood = level if dice.random() < 0.9 else level - 0.35
    return sum(2000 * (dice.random() < mood) for _ in range(5))


def drawn(dice, population, asked, people):
    sample = dice.sample(population, asked)
    variance = spread_variance(asked, sum(sample), sum(one * one for one in sample))
    score = (Decimal(sum(sample)) / asked / 100).quantize(Decimal("0.01"))
    return Measured(score, asked, people, variance)

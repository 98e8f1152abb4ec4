import random
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.statistics.differences import Noise, change_against_noise, gap_against_noise
from prongsai.statistics.intervals import Measured


def measured(score, n=None, population=None, variance=None):
    return Measured(Decimal(score), n, population, None if variance is None else Decimal(variance))


def test_a_small_change_of_few_answers_is_within_noise():
    change = change_against_noise(measured("91.25", 48), measured("93.75", 48))
    assert (change.points, change.noise, change.conservative) == (Decimal("2.50"), Noise.WITHIN_NOISE, True)
    assert change.low < 0 < change.high


def test_a_fall_of_25_points_is_more_than_noise():
    change = change_against_noise(measured("100", 40), measured("75", 40))
    assert (change.points, change.noise) == (-25, Noise.MORE_THAN_NOISE)
    assert change.high < 0


def test_known_answers_make_a_smaller_change_more_than_noise():
    before, now = measured("90", 100, variance=120), measured("94.5", 100, variance=90)
    change = change_against_noise(before, now)
    assert (change.noise, change.conservative) == (Noise.MORE_THAN_NOISE, False)
    assert change_against_noise(measured("90", 100), measured("94.5", 100)).noise is Noise.WITHIN_NOISE


@pytest.mark.parametrize(("before", "now"), [(None, 40), (40, None), (None, None)])
def test_without_respondents_on_a_side_nothing_is_said(before, now):
    change = change_against_noise(measured("90", before), measured("95", now))
    assert (change.points, change.low, change.high, change.noise) == (5, None, None, Noise.UNKNOWN)


def test_full_counts_have_no_noise():
    change = change_against_noise(measured("90", 30, 30), measured("90.01", 30, 30))
    assert (change.low, change.high, change.noise) == (Decimal("0.01"), Decimal("0.01"), Noise.MORE_THAN_NOISE)
    assert change_against_noise(measured("90", 30, 30), measured("90", 30, 30)).noise is Noise.WITHIN_NOISE


def test_a_gap_is_what_the_first_has_more_than_the_second():
    gap = gap_against_noise(measured("94.51", 229), measured("92.32", 48))
    assert (gap.points, gap.noise) == (Decimal("2.19"), Noise.WITHIN_NOISE)


groups = st.builds(Measured, st.decimals(0, 100, places=2), st.integers(1, 500), st.none())


@given(groups, groups)
def test_looked_at_from_the_other_side_a_gap_is_the_same(one, other):
    there, back = gap_against_noise(one, other), gap_against_noise(other, one)
    assert (there.low, there.high, there.noise) == (-back.high, -back.low, back.noise)


@given(groups, groups)
def test_the_interval_holds_the_difference(one, other):
    gap = gap_against_noise(one, other)
    assert -100 <= gap.points <= 100
    assert gap.low <= gap.points <= gap.high


@cache
def verdict(one, other, n, m):
    return gap_against_noise(measured(100 * one / Decimal(n), n), measured(100 * other / Decimal(m), m)).noise


@pytest.mark.parametrize("share", [0.85, 0.92, 0.98])
@pytest.mark.parametrize(("n", "m"), [(48, 48), (229, 48)])
def test_where_nothing_changed_a_change_is_claimed_in_5_of_100_cases(share, n, m):
    """Seeded; the worst spread, two groups of the same true score."""
    chance = random.Random(f"{share} {n} {m}")  # noqa: S311 - seeded draws of a test
    draws = ((sum(chance.random() < share for _ in range(size)) for size in (n, m)) for _ in range(1000))
    claimed = sum(verdict(*draw, n, m) is Noise.MORE_THAN_NOISE for draw in draws)
    assert claimed / 1000 <= 0.065

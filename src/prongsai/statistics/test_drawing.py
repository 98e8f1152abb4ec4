import hashlib
import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.statistics.drawing import draw_sample, in_order, share_places

SEEDS = st.text(max_size=20)
STRATA = st.dictionaries(
    st.text(max_size=6), st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=30), max_size=6
)
FRAME = {"ทะเบียน": [f"A{number}" for number in range(1, 61)], "ภาษี": [f"B{number}" for number in range(1, 31)]}


def test_anybody_can_draw_the_sample_again_from_the_seed():
    drawn = draw_sample({"ภาษี": FRAME["ภาษี"]}, size=2, seed="lottery 821440")
    by_hand = sorted(FRAME["ภาษี"], key=lambda who: hashlib.sha256(f"lottery 821440|{who}".encode()).hexdigest())
    assert [(one.place, one.reference) for one in drawn] == [(1, by_hand[0]), (2, by_hand[1])]


def test_services_get_places_in_proportion():
    drawn = draw_sample(FRAME, size=9, seed="x")
    assert [one.stratum for one in drawn].count("ทะเบียน") == 6
    assert [one.stratum for one in drawn].count("ภาษี") == 3


def test_another_seed_draws_others():
    assert draw_sample(FRAME, size=9, seed="x") != draw_sample(FRAME, size=9, seed="y")


def test_who_stands_twice_in_a_stratum_is_refused():
    with pytest.raises(ValueError, match="twice"):
        draw_sample({"a": ["1", "1"]}, size=1, seed="x")
    with pytest.raises(ValueError, match="write 0 or more"):
        draw_sample(FRAME, size=-1, seed="x")


def test_every_client_is_drawn_about_equally_often():
    """Two thousand seeds: 90 clients, 9 places; a client drawn 10 % of the time has 95 % of counts in 174 to 226."""
    counts = dict.fromkeys(FRAME["ทะเบียน"] + FRAME["ภาษี"], 0)
    for seed in range(2000):
        for one in draw_sample(FRAME, size=9, seed=str(seed)):
            counts[one.reference] += 1
    assert all(150 < many < 250 for many in counts.values()), counts


@given(STRATA, st.integers(0, 100), SEEDS)
def test_the_sample_is_as_large_as_asked_or_everybody(strata, size, seed):
    drawn = draw_sample(strata, size=size, seed=seed)
    assert len(drawn) == min(size, sum(map(len, strata.values())))
    assert len({(one.stratum, one.reference) for one in drawn}) == len(drawn)
    assert all(one.reference in strata[one.stratum] for one in drawn)


@given(STRATA, st.integers(0, 100), SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(strata, size, seed, dice: random.Random):
    shuffled = {name: dice.sample(strata[name], len(strata[name])) for name in dice.sample(list(strata), len(strata))}
    assert draw_sample(shuffled, size=size, seed=seed) == draw_sample(strata, size=size, seed=seed)


@given(st.dictionaries(st.text(max_size=6), st.integers(0, 500), max_size=8), st.integers(0, 900), SEEDS)
def test_no_share_is_a_whole_place_away_from_its_proportion(sizes, size, seed):
    places, population = share_places(sizes, size=size, seed=seed), sum(sizes.values())
    for name, many in sizes.items():
        fair = Fraction(min(size, population) * many, population) if population else Fraction(0)
        assert abs(places[name] - fair) < 1
        assert places[name] <= many


@given(STRATA, st.integers(0, 40), SEEDS)
def test_within_a_stratum_replacements_follow_the_sample(strata, size, seed):
    first = {(one.stratum, one.place): one.reference for one in draw_sample(strata, size=size, seed=seed)}
    for (name, place), reference in first.items():
        assert in_order(strata[name], seed=seed)[place - 1] == reference

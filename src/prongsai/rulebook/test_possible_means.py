from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rulebook.possible_means import MOST_ANSWERS, decimals_of, is_possible_mean
from prongsai.rulebook.rounding import half_up, mean

SIX = tuple(map(Decimal, (0, 20, 40, 60, 80, 100)))
FOUR = tuple(map(Decimal, (0, 33, 67, 100)))
YES_NO = tuple(map(Decimal, (0, 100)))


@pytest.mark.parametrize(
    "score", ["95.76", "93.13", "100", "95.96", "94.75", "98.79", "99.19", "90.10", "97.78", "95.56"]
)
def test_published_scores_of_99_answers_are_possible_on_six_levels(score):
    assert is_possible_mean(Decimal(score), 99, SIX)


@pytest.mark.parametrize(
    ("score", "answers", "points"),
    [
        ("93.30", 99, SIX),  # 93.13 and 93.33 are neighbours
        ("93.10", 48, SIX),
        ("95.50", 40, YES_NO),
        ("12.34", 1, SIX),
        ("50.25", 2, FOUR),
        ("101.00", 10, SIX),
    ],
)
def test_what_lies_between_two_means_is_impossible(score, answers, points):
    assert not is_possible_mean(Decimal(score), answers, points)


def test_the_printed_decimals_say_how_exact_the_claim_is():
    assert is_possible_mean(Decimal("93.3"), 99, SIX)
    assert not is_possible_mean(Decimal("93.30"), 99, SIX)
    assert [decimals_of(Decimal(text)) for text in ("93.30", "93.3", "93", "1E+2")] == [2, 1, 0, 0]


def test_an_exact_half_is_printed_upward():
    """1 of 32 answers a step up: 20 ÷ 32 = 0.625."""
    assert is_possible_mean(Decimal("0.63"), 32, SIX)
    assert not is_possible_mean(Decimal("0.62"), 32, SIX)


def test_more_answers_than_hundredths_make_everything_possible():
    assert is_possible_mean(Decimal("93.31"), MOST_ANSWERS + 1, SIX)


def test_no_answers_have_no_mean():
    with pytest.raises(ValueError, match="at least 1"):
        is_possible_mean(Decimal(1), 0, SIX)


@given(
    st.sampled_from((SIX, FOUR, YES_NO)).flatmap(
        lambda points: st.tuples(st.just(points), st.lists(st.sampled_from(points), min_size=1, max_size=120))
    )
)
def test_the_mean_of_real_answers_is_always_possible(drawn):
    points, answers = drawn
    assert is_possible_mean(half_up(mean(answers)), len(answers), points)


@given(st.integers(1, 12), st.integers(0, 10000))
def test_it_agrees_with_counting_every_way_to_answer(answers, hundredths):
    sums = {0}
    for _ in range(answers):
        sums = {one + int(point) for one in sums for point in FOUR}
    printed = Decimal(hundredths).scaleb(-2)
    expected = any(half_up(Fraction(total, answers)) == printed for total in sums)
    assert is_possible_mean(printed, answers, FOUR) is expected

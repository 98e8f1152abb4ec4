from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.rulebook.rounding import half_up, mean, whole_up


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("0.005", "0.01"),
        ("0.0049999999", "0.00"),
        ("99.995", "100.00"),
        ("99.835", "99.84"),  # binary floats and bankers' rounding both give 99.83 or 99.84 by luck
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
        ("-0.004", "0.00"),
        ("100", "100.00"),
    ],
)
def test_an_exact_half_goes_up(value, rounded):
    assert str(half_up(Decimal(value))) == rounded


def test_a_third_of_a_tie_is_still_a_tie():
    thirds = [Fraction("90.01") / 3, Fraction("0.005") * 3]
    assert half_up(sum(thirds) * 3 - Fraction("90.01")) == Decimal("0.05")
    assert half_up(Fraction(1, 3) + Fraction(1, 3) + Fraction(1, 3) + Fraction("0.005")) == Decimal("1.01")


def test_the_number_of_decimals_is_an_argument():
    assert str(half_up(Fraction(2, 3), 4)) == "0.6667"
    assert str(half_up(Fraction(5, 2), 0)) == "3"


def test_the_mean_of_nothing_is_unknown():
    assert mean([]) is None
    assert mean([Decimal(1), Fraction(2)]) == Fraction(3, 2)


@given(st.decimals(min_value=0, max_value=100, places=6))
def test_rounding_agrees_with_decimal_arithmetic(value):
    assert half_up(value) == value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@pytest.mark.parametrize(("value", "people"), [("0", 0), ("30", 30), ("30.0001", 31), ("30.9", 31)])
def test_people_are_rounded_up(value, people):
    assert whole_up(Decimal(value)) == people

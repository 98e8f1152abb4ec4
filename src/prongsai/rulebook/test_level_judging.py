from decimal import Decimal

import pytest
from msgspec import structs

from prongsai.rulebook.instrument import Condition
from prongsai.rulebook.level_judging import judge_level
from prongsai.rulebook.loading import load_year

YEAR = load_year(2568)


def with_levels(*gates):
    """The year with levels `a`, `b`, … that ask for these gates, and a last one that asks for nothing."""
    levels = [
        structs.replace(
            YEAR.levels[0],
            label=label,
            conditions=tuple(Condition(of=name, at_least=Decimal(least)) for name, least in asked.items()),
        )
        for label, asked in zip("abcdef", [*gates, {}], strict=False)
    ]
    return structs.replace(YEAR, levels=tuple(levels))


def judge(*gates, **scores):
    judgement = judge_level(with_levels(*gates), {name: Decimal(value) for name, value in scores.items()})
    return judgement.label, judgement.certain, "".join(level.label for level in judgement.open_levels)


def test_a_lower_level_that_asks_for_something_else_is_not_open():
    asked = ({"total": 95, "IIT": 95}, {"total": 90}, {"total": 85, "OIT": 85})
    assert judge(*asked, total=96) == ("b", False, "a")
    assert judge(*asked, total=91) == ("b", True, "")


@pytest.mark.parametrize(
    ("eit", "found"),
    [
        ("96.99", ("b", True, "")),  # part 2 is less than 2 × 96.995 − 98.995 = 94.995
        ("97.00", ("b", False, "a")),  # between 2 × 96.995 − 99.005 = 94.985 and 2 × 97.005 − 98.995 = 95.015
        ("97.01", ("a", True, "")),  # at least 2 × 97.005 − 99.005 = 95.005
    ],
)
def test_a_part_lies_where_eit_and_the_other_part_leave_it(eit, found):
    assert judge({"total": 95, "EIT1": 95, "EIT2": 95}, total=96, EIT=eit, EIT1=99) == found


@pytest.mark.parametrize(
    ("gate", "found"),
    [
        ("84.98", ("a", True, "")),
        ("84.99", ("a", True, "")),  # at least 2 × (92.50 − 0.005) − 100.00 = 84.99
        ("85.00", ("b", False, "a")),
    ],
)
def test_a_part_has_at_least_what_the_other_at_100_leaves_it(gate, found):
    assert judge({"total": 85, "EIT1": gate}, total=96, EIT="92.50") == found


@pytest.mark.parametrize(("eit", "found"), [("94.98", ("b", True, "")), ("94.99", ("b", False, "a"))])
def test_parts_may_hold_two_gates_whose_mean_eit_nearly_has(eit, found):
    """95.00 and 94.99 may be printed of 94.995 and 94.985, whose mean is 94.99."""
    assert judge({"total": 85, "EIT1": 95, "EIT2": "94.99"}, total=96, EIT=eit) == found


def test_known_parts_are_judged_by_themselves_whatever_eit_is_said_to_be():
    assert judge({"total": 95, "EIT1": 95, "EIT2": 95}, total=96, EIT=80, EIT1=96, EIT2=96) == ("a", True, "")


@pytest.mark.parametrize(
    ("gate", "found"),
    [
        ("89.97", ("a", True, "")),
        ("89.98", ("b", False, "a")),
        ("90.02", ("b", False, "a")),
        ("90.03", ("b", True, "")),
    ],
)
def test_an_instrument_lies_where_the_total_leaves_it(gate, found):
    """EIT is (97 − 0.30 × 100 − 0.40 × 100) ÷ 0.30 = 90, give or take 0.005 ÷ 0.30 + 0.005 = 0.0217."""
    assert judge({"total": 85, "EIT": gate}, total=97, IIT=100, OIT=100) == found


def test_an_instrument_with_0_points_leaves_the_rest_to_the_others():
    """OIT is (70 − 0.30 × 0 − 0.30 × 100) ÷ 0.40 = 100."""
    assert judge({"total": 70, "OIT": "99.5"}, total=70, IIT=0, EIT=100) == ("a", True, "")


def test_no_score_is_below_nought_or_above_100():
    assert judge({"total": 90, "IIT": 0}, total=95) == ("a", True, "")
    assert judge({"total": 90, "IIT": 1}, total=95) == ("b", False, "a")
    assert judge({"total": 90, "IIT": 100}, total=95) == ("b", False, "a")

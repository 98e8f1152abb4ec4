from decimal import Decimal

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


def test_no_score_is_below_nought_or_above_100():
    assert judge({"total": 90, "IIT": 0}, total=95) == ("a", True, "")
    assert judge({"total": 90, "IIT": 1}, total=95) == ("b", False, "a")
    assert judge({"total": 90, "IIT": 100}, total=95) == ("b", False, "a")

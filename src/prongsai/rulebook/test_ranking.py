from decimal import Decimal

import pytest
from msgspec import structs

from prongsai.rulebook.loading import nation_rules
from prongsai.rulebook.ranking import is_ranked, ranks

RULE = nation_rules().ranking
TOTALS = {"ก": Decimal("90.00"), "ข": Decimal("95.10"), "ค": Decimal("90.00"), "ง": Decimal("88.00")}


@pytest.mark.parametrize(("ties", "last"), [("1224", 4), ("1223", 3)])
def test_equal_totals_share_the_best_rank(ties, last):
    assert ranks(TOTALS, structs.replace(RULE, ties=ties)) == {"ก": 2, "ข": 1, "ค": 2, "ง": last}


def test_nobody_is_ranked_among_nobody():
    assert ranks({}, RULE) == {}


def test_that_ties_share_a_rank_is_marked_as_not_confirmed():
    assert RULE.confidence == "low"
    assert nation_rules().minimum_missed.confidence == "low"


@pytest.mark.parametrize(
    ("shown", "is_short", "ranked"),
    [
        ("marked", False, True),
        ("marked", True, True),
        ("not ranked", False, True),
        ("not ranked", True, False),
    ],
)
def test_where_too_few_answered_the_rule_says_whether_there_is_a_rank(shown, is_short, ranked):
    rules = nation_rules()
    rules = structs.replace(rules, minimum_missed=structs.replace(rules.minimum_missed, shown=shown))
    assert is_ranked(rules, is_short=is_short) is ranked

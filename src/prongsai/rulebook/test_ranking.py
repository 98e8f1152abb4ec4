from decimal import Decimal

import pytest
from msgspec import structs

from prongsai.rulebook.loading import nation_rules
from prongsai.rulebook.ranking import ranks

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

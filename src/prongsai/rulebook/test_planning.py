from decimal import Decimal
from fractions import Fraction

import pytest

from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import TOTAL, Place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.planning import item_costs, missed_items, share_of_total


@pytest.mark.parametrize(
    ("year", "costs"),
    [
        (
            2564,
            {"o1": "0.44", "o10": "0.50", "o18": "0.57", "o25": "1.00", "o29": "0.80", "o34": "1.25", "o42": "5.00"},
        ),
        (2567, {"o1": "0.67", "o7": "0.57", "o14": "1.00", "o18": "1.00", "o22": "1.00", "o26": "1.25", "o34": "5.00"}),
        (2568, {"o1": "1.00", "o5": "0.57", "o12": "2.00", "o14": "1.33", "o17": "1.00", "o21": "2.50", "o28": "2.50"}),
    ],
)
def test_an_item_costs_what_the_published_tables_say(year, costs):
    found = item_costs(load_year(year))
    assert {code: str(found[code].points) for code in costs} == costs


@pytest.mark.parametrize("year", known_years())
def test_all_items_together_cost_the_whole_instrument(year):
    assert sum(cost.exact for cost in item_costs(load_year(year)).values()) == 40


def test_missed_items_come_dearest_first():
    year = load_year(2568)
    result = score_agency(year, score_verdicts(year, {code: code not in {"o1", "o21"} for code in year.items}))
    assert [cost.item.code for cost in missed_items(result)] == ["o21", "o1"]


def test_items_without_a_verdict_are_not_missed():
    assert missed_items(score_agency(load_year(2568), {})) == ()


def test_shares_follow_the_weights():
    year = load_year(2568)
    assert share_of_total(year, TOTAL) == 1
    assert share_of_total(year, instrument_place(Instrument.EIT1)) == Fraction("0.15")
    assert share_of_total(year, Place(Instrument.EIT1, "e4")) == Fraction("0.15") / 9
    assert Decimal("0.02") == Decimal(share_of_total(year, Place(Instrument.IIT, "i1")).numerator) / 50

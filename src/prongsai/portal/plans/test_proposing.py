"""Proposals cover every indicator, carry where they come from, and fit the agency's own units."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from prongsai.portal.plans.conftest import figures_of
from prongsai.portal.plans.doing.items import item_year, suggest_items
from prongsai.portal.plans.proposing import keepers, match_units, propose, spread_due_dates
from prongsai.portal.results.figures import scores_by_place
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency


@dataclass
class Unit:
    pk: int
    name: str


UNITS = [Unit(1, "สำนักปลัดเทศบาล"), Unit(2, "กองคลัง"), Unit(3, "กองช่าง")]


def proposals(scores=None):
    result = score_agency(load_year(2568), scores_by_place(figures_of(2568, scores)))
    return result, propose(result)


def test_every_indicator_has_one_and_the_weak_question_is_named():
    _, proposed = proposals({"IIT i12": "70"})
    assert {p.indicator for p in proposed} == set(range(1, 11))
    weak = next(p for p in proposed if p.question == "i12")
    assert (weak.origin, str(weak.place), weak.now, weak.target) == ("recommendation", "IIT i12", 70, 95)
    assert weak.items
    assert all(p.origin == "keeping" for p in proposed if p.indicator != 4)


def test_what_is_better_than_the_target_is_to_be_kept():
    _, proposed = proposals()
    first = next(p for p in proposed if p.indicator == 1)
    assert first.now == first.target == Decimal(96)


def test_keeping_is_offered_beside_advice_but_not_chosen():
    result, proposed = proposals({"IIT i12": "70"})
    extra = list(keepers(result, proposed))
    assert [(p.indicator, p.chosen) for p in extra] == [(4, False)]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("กองคลัง",), (2, ())),
        (("สำนักปลัด", "ทุกส่วนราชการ"), (1, (2, 3))),
        (("คณะผู้บริหาร", "สำนักปลัด"), (1, ())),
        (("หน่วยตรวจสอบภายใน",), (None, ())),
    ],
)
def test_suggested_units_become_the_agencys_own(names, found):
    assert match_units(names, UNITS) == found


def test_steps_are_spread_to_month_ends_of_the_fiscal_year():
    assert spread_due_dates(2569, 3) == (date(2026, 1, 31), date(2026, 5, 31), date(2026, 9, 30))
    assert spread_due_dates(2569, 1) == (date(2026, 9, 30),)
    assert spread_due_dates(2569, 0) == ()


def test_items_follow_their_topics_into_the_next_year():
    """O17 and O18 of 2568 (complaints) are O16 and O17 of 2569; the report on the measures, O26, is always offered."""
    assert suggest_items(["o17", "o18"], cited_in=2568, rules=load_year(2569)) == ("o16", "o17", "o26")
    assert suggest_items([], cited_in=2568, rules=load_year(2569)) == ("o26",)
    assert item_year(2569).year == 2569
    assert item_year(2567).year == 2568

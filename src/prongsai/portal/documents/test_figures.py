"""Figures behind a paper: what they are called, in which order, and when two tables of them are the same."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from prongsai.portal.documents.figures import (
    Difference,
    differences,
    figure_name,
    fingerprint,
    result_figures,
    total_figure,
)
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency


def test_figures_are_those_known_as_they_are_printed_with_level_and_rules():
    figures = result_figures(score_agency(load_year(2567), {TOTAL: Decimal("84.19")}))
    assert figures == {"score/2567/total": "84.19", "level/2567": "ต้องปรับปรุง", "rules/2567": "1"}


def test_a_level_that_is_not_certain_says_so_and_a_missing_one_is_empty():
    scores = {indicator_place(n): Decimal(96) for n in range(1, 11)}
    assert result_figures(score_agency(load_year(2567), scores))["level/2567"].startswith("อย่างน้อย ")
    assert result_figures(score_agency(load_year(2567), {}))["level/2567"] == ""
    assert total_figure(score_agency(load_year(2567), {})) == {}


def test_the_same_figures_have_the_same_fingerprint_in_any_order():
    one = {"score/2567/total": "84.19", "level/2567": "ผ่าน"}
    assert fingerprint(one) == fingerprint(dict(reversed(one.items())))
    assert fingerprint(one) != fingerprint(one | {"score/2567/total": "84.20"})


def test_differences_come_newest_year_first_then_level_sums_indicators_and_the_rest():
    was = {
        "score/2568/IIT i2": "93.31",
        "score/2568/5": "96.90",
        "score/2568/10": "90.00",
        "score/2567/total": "80.00",
        "level/2568": "ผ่าน",
        "score/2568/total": "97.04",
        "plan/2569": "1",
        "score/2568/8": "1.00",
    }
    now = {"score/2568/8": "1.00", "score/2568/total": "97.00", "score/2568/EIT": "90.00"}
    changed = differences(was, now)
    assert [one.key for one in changed] == [
        "plan/2569",
        "level/2568",
        "score/2568/total",
        "score/2568/EIT",
        "score/2568/5",
        "score/2568/10",
        "score/2568/IIT i2",
        "score/2567/total",
    ]
    assert Difference("score/2568/total", "97.04", "97.00") in changed
    assert Difference("score/2568/EIT", None, "90.00") in changed
    assert Difference("plan/2569", "1", None) in changed
    assert differences(now, now) == ()


@pytest.mark.parametrize(
    ("key", "thai", "english"),
    [
        ("score/2568/total", "คะแนนรวม ปี 2568", "Total, 2568"),
        ("score/2568/8", "ตัวชี้วัดที่ 8 ปี 2568", "Indicator 8, 2568"),
        ("level/2568", "ระดับ ปี 2568", "Level, 2568"),
        ("plan/2569", "แผนมาตรการปี 2569 ฉบับที่", "Plan of measures of 2569, version"),
        ("steps/2569/verified", "จำนวนขั้นตอนของแผนปี 2569 ที่ตรวจแล้ว", "Steps of the plan of 2569: Verified"),
        ("rules/2568", "เกณฑ์ของปี 2568 ฉบับที่", "Rules of 2568, revision"),
        ("something/else", "something/else", "something/else"),
    ],
)
def test_a_figure_has_a_name_in_both_languages(key, thai, english):
    assert figure_name(key) == thai
    with override("en"):
        assert figure_name(key) == english


def test_every_place_of_a_year_has_a_name_that_is_not_its_key():
    year = load_year(2568)
    everything = {
        Place(part, q.code): Decimal(90) for part, survey in year.survey_by_part.items() for q in survey.questions
    }
    everything |= {Place(Instrument.OIT, code): Decimal(100) for code in year.items}
    for key in result_figures(score_agency(year, everything)):
        assert "/" not in figure_name(key), key
    assert figure_name("score/2499/EIT1 e4") == "EIT1 e4 ปี 2499"

from decimal import Decimal

import pytest

from prongsai.papers.analysis_report.level_reasons import LevelReasons, level_reasons
from prongsai.rulebook.level_judging import judge_level
from prongsai.rulebook.loading import load_year

GOOD = {"total": "97.00", "IIT": "96.57", "EIT1": "94.51", "EIT2": "92.32", "OIT": "100"}


def reasons(scores, language="th", year=2568):
    known = {name: None if value is None else Decimal(value) for name, value in scores.items()}
    return level_reasons(judge_level(load_year(year), known), language)


def test_the_gates_that_failed_are_named_with_their_scores():
    found = reasons(GOOD)
    assert found.held == "เกณฑ์ของระดับผ่านดี คือ คะแนนรวมและคะแนนของทุกเครื่องมือตั้งแต่ 85 ขึ้นไป"
    assert found.above == (
        "ยังไม่ถึงระดับผ่านดีเยี่ยม เพราะ EIT ส่วนที่ 1 ได้ 94.51 ต่ำกว่า 95.00 และ EIT ส่วนที่ 2 ได้ 92.32 ต่ำกว่า 95.00"
    )


def test_the_same_in_english():
    found = reasons(GOOD, "en")
    assert found.held == "“Pass, good” asks for: Total and every instrument 85 or more."
    assert found.above == (
        "Not yet “Pass, excellent”: EIT part 1 with 94.51 is below 95.00 and EIT part 2 with 92.32 is below 95.00."
    )


def test_the_highest_level_has_none_above_it():
    assert reasons(dict.fromkeys(GOOD, "96")).above is None


def test_without_a_total_there_is_nothing_to_judge():
    assert reasons({"total": None}) == LevelReasons("ยังตัดสินระดับไม่ได้ เพราะไม่ทราบคะแนนรวม", None)


def test_an_open_level_names_what_is_not_known_and_states_no_rule():
    found = reasons({"total": "95.97", "IIT": "96.57", "EIT": "90.00", "OIT": "100", "EIT1": None, "EIT2": None})
    assert found.held is None
    assert found.above == "ยังบอกไม่ได้ว่าถึงระดับผ่านดีหรือไม่ เพราะไม่ทราบคะแนน EIT ส่วนที่ 1 และ EIT ส่วนที่ 2"


def test_parts_that_cannot_both_reach_the_gate_are_a_reason():
    found = reasons({"total": "90.00", "IIT": "96", "EIT": "80.00", "OIT": "93", "EIT1": None, "EIT2": None})
    assert found.held is not None, "the level is certain although neither part is known"
    assert found.above == "ยังไม่ถึงระดับผ่านดี เพราะเครื่องมือ EIT อย่างน้อยหนึ่งส่วนต่ำกว่าเกณฑ์"


@pytest.mark.parametrize(("language", "total"), [("th", "เพราะคะแนนรวม ได้ 80.00"), ("en", "the total with 80.00")])
def test_a_level_of_letters_looks_at_the_total(language, total):
    assert total in reasons({"total": "80.00"}, language, 2564).above

from decimal import Decimal

import pytest

from prongsai.rulebook.advising import Finding, Kind, advise_on_questions, find_weaknesses
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.proposing import (
    PlannedMeasure,
    called_measures,
    measures_for,
    propose_measures,
    unseen_indicators,
)
from prongsai.rulebook.weighing import Calls

YEAR = load_year(2568)
IIT, EIT1, EIT2 = Instrument.IIT, Instrument.EIT1, Instrument.EIT2


def indicators(*values):
    return {indicator_place(number): Decimal(value) for number, value in enumerate(values, start=1)}


def questions(part=IIT, **scores):
    return {Place(part, code): Decimal(value) for code, value in scores.items()}


def proposed(figures, unseen=()):
    result = score_agency(YEAR, figures)
    return propose_measures(result, advise_on_questions(result), unseen)


def of(number, measures):
    return [measure for measure in measures if measure.indicator == number]


def unseen(figures):
    result = score_agency(YEAR, figures)
    return unseen_indicators(result, find_weaknesses(result))


def test_a_weak_indicator_without_question_scores_is_unseen():
    """8 is the lowest, 3 and 8 are below the target of 85."""
    assert unseen(indicators("90", "90", "84", "90", "90", "90", "90", "80", "90", "90")) == (3, 8)


def test_an_indicator_with_one_known_question_is_seen():
    figures = indicators("90", "90", "84", "90", "90", "90", "90", "80", "90", "90")
    assert unseen(figures | questions(EIT2, e7="70")) == (3,)


def test_an_instrument_below_the_target_is_no_indicator():
    assert unseen({instrument_place(IIT): Decimal(70)}) == ()


@pytest.mark.parametrize(
    ("kind", "found"), [(Kind.LOWEST, (8,)), (Kind.BELOW_TARGET, (8,)), (Kind.FALLEN, ()), (Kind.HIGHEST, ())]
)
def test_only_what_is_low_can_be_unseen(kind, found):
    finding = Finding(kind, indicator_place(8), Decimal(80))
    assert unseen_indicators(score_agency(YEAR, {}), [finding]) == found


def test_what_needs_nothing_is_kept_by_one_measure_for_each_indicator():
    keeping = YEAR.advice.keeping
    assert proposed({}) == tuple(
        PlannedMeasure(number, keeping[number - 1].measure, keeping[number - 1].improvement_topic, None, ())
        for number in range(1, 11)
    )


def test_a_weak_question_takes_the_place_of_keeping_its_indicator():
    measures = proposed(questions(i5="80", i1="60"))
    advice = YEAR.recommendations
    assert of(1, measures) == [PlannedMeasure(1, advice["i1"].measure, 1, "i1", ("o8", "o9"))]
    assert of(2, measures) == [PlannedMeasure(2, advice["i5"].measure, 5, "i5", ("o23",))]
    assert [measure.indicator for measure in measures] == list(range(1, 11))


def test_an_unseen_indicator_gets_what_all_its_questions_call_for():
    measures = proposed({}, unseen=[8])
    assert [measure.question for measure in of(8, measures)] == ["e7", "e8", "e9"]
    assert [measure.measure for measure in of(8, measures)] == [
        YEAR.recommendations[code].measure for code in ("e7", "e8", "e9")
    ]
    assert [measure.question for measure in of(7, measures)] == [None]


@pytest.mark.parametrize(("score", "goal"), [("94.99", "95.00"), ("95", "95.00"), ("96.5", "96.50")])
def test_a_goal_that_is_reached_already_becomes_staying_there(score, goal):
    """The part stands at 97, so the question is weak; its year's advice aims at 95.00."""
    (measure,) = of(1, proposed(questions(i1=score) | {instrument_place(IIT): Decimal(97)}))
    assert (
        measure.measure.success_en
        == f"At least 95 per cent of cases finish in time and question i1 scores at least {goal}"
    )
    assert measure.measure.success_th == f"เรื่องที่เสร็จภายในกำหนดไม่น้อยกว่าร้อยละ 95 และคะแนนข้อ i1 ไม่ต่ำกว่า {goal}"


def test_the_better_of_two_parts_decides_what_is_reached():
    figures = questions(EIT1, e1="96") | questions(EIT2, e1="80") | {instrument_place(EIT1): Decimal(97)}
    (measure,) = of(6, proposed(figures))
    assert measure.measure.success_en == "Question e1 scores at least 96.00"


def test_missed_items_of_a_sub_indicator_make_one_measure_with_a_step_for_each():
    verdicts = score_verdicts(YEAR, {code: code not in {"o12", "o13", "o21"} for code in YEAR.items})
    measures = proposed(verdicts)
    (measure,) = of(9, measures)
    assert (measure.topic, measure.question, measure.items) == (3, None, ("o12", "o13"))
    assert [found.items for found in of(10, measures)] == [("o21",)]


def test_a_measure_for_missed_items_says_what_to_publish_in_both_languages():
    verdicts = score_verdicts(YEAR, {code: code not in {"o12", "o13"} for code in YEAR.items})
    measure = of(9, proposed(verdicts))[0].measure
    assert measure.title_th == "เผยแพร่ข้อมูลด้านการจัดซื้อจัดจ้าง (ตัวชี้วัดย่อย 9.3) ให้ครบทุกข้อ"
    assert measure.title_en == "Publish all of Procurement (sub-indicator 9.3)"
    for steps, language in ((measure.steps_th, "th"), (measure.steps_en, "en")):
        for step, code in zip(steps, ("o12", "o13"), strict=True):
            item = YEAR.items[code]
            shown = "; ".join(getattr(item, f"must_show_{language}"))
            assert step == f"{code.upper()} {getattr(item, f'title_{language}')}: {shown}"
    assert measure.units_th == ("สำนักปลัด", "ส่วนราชการเจ้าของข้อมูล")
    assert measure.units_en == ("Office of the permanent secretary", "the unit that owns the information")
    assert measure.follow_up_th == "ตรวจความครบถ้วนของทุกข้อบนเว็บไซต์เดือนละครั้ง และรายงานผู้บริหาร"
    assert measure.follow_up_en == "Check every item on the web site once a month and report to the executive"
    assert measure.success_th == "ข้อ O12, O13 มีองค์ประกอบครบถ้วนบนเว็บไซต์หลักก่อนวันเริ่มตรวจ"
    assert measure.success_en == "O12, O13 complete on the main web site before the check begins"


def test_what_is_called_for_without_a_rule_gets_its_measure_and_aims_above_its_best_score():
    figures = questions(EIT1, e1="98") | questions(EIT2, e1="99")
    result = score_agency(YEAR, figures)
    (measure,) = called_measures(result, Calls(frozenset({"e1"})), (), 6)
    assert (measure.question, measure.measure.success_en) == ("e1", "Question e1 scores at least 99.00")


def test_what_is_called_for_with_no_score_known_keeps_the_goal_of_its_year():
    (measure,) = called_measures(score_agency(YEAR, {}), Calls(frozenset({"i1"})), (), 1)
    assert measure.measure == YEAR.recommendations["i1"].measure


def test_an_indicator_without_a_call_gets_none_or_what_keeps_it():
    result, nothing = score_agency(YEAR, {}), Calls()
    assert called_measures(result, nothing, (), 9) == []
    assert [measure.question for measure in measures_for(result, nothing, ())] == [None] * 10


def test_an_item_called_for_though_complete_is_disclosed_with_the_rest_of_its_sub_indicator():
    (measure,) = called_measures(score_agency(YEAR, {}), Calls(items=frozenset({"o13"})), (), 9)
    assert (measure.items, len(measure.measure.steps_th)) == (("o13",), 1)

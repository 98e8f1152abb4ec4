"""The plan's paper says what is stored and what the figures show, and invents nothing."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from prongsai.portal.documents.plan_paper import gather_plan
from prongsai.portal.plans.contents import MeasureContents, MeasurePaper, PlanPaper, StepContents
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

YEAR = load_year(2568)
PLACE = "จังหวัดปัตตานี"


def result_of(*, verdicts=()):
    figures = {Place(Instrument.IIT, code): Decimal(value) for code, value in (("i1", "97"), ("i2", "80"))}
    figures |= {indicator_place(number): Decimal("95.00") for number in range(2, 9)}
    return score_agency(YEAR, figures | score_verdicts(YEAR, dict(verdicts)))


def measure(indicator=1, **named):
    about = {
        "title": "ใช้คิวเดียวกันทุกงานบริการ",
        "origin": "recommendation",
        "question": "i2",
        "items": ("o10",),
        "topic": 2,
        "unit": "สำนักปลัด",
        "starts": date(2025, 10, 1),
        "ends": date(2026, 9, 30),
        "steps": (StepContents("สำรวจ"), StepContents("ประกาศใช้")),
    } | named
    return MeasurePaper(MeasureContents(indicator=indicator, **about))


def plan(*measures, approved_at=None, state="draft"):
    return PlanPaper("อบต.ดอน", "don", 2569, 2568, 1, state, approved_at, "", measures)


def test_each_indicator_gets_its_measures_with_period_steps_and_origin():
    contents = gather_plan(plan(measure(), measure(8, title="เปิดเวที")), result_of(), place=PLACE)
    assert [indicator.number for indicator in contents.indicators] == list(range(1, 11))
    [first] = contents.indicators[0].measures
    assert (first.steps, first.origin, first.topic) == (("สำรวจ", "ประกาศใช้"), "ข้อ i2 O10", 2)
    assert (first.period.first, first.period.last) == (date(2025, 10, 1), date(2026, 9, 30))
    assert [one.title for one in contents.indicators[7].measures] == ["เปิดเวที"]


def test_a_measure_carries_what_it_answers_to_line_by_line():
    contents = gather_plan(plan(measure(finding="คิวยาวช่วงสิ้นเดือน\n\nผู้รับบริการไม่รู้ขั้นตอน")), result_of(), place=PLACE)
    [first] = contents.indicators[0].measures
    assert first.findings == ("คิวยาวช่วงสิ้นเดือน", "ผู้รับบริการไม่รู้ขั้นตอน")


def test_a_weak_question_is_to_be_mended_and_a_good_one_kept():
    lines = {line.code: line for line in gather_plan(plan(), result_of(), place="").indicators[0].questions}
    assert lines["i2"].issue == YEAR.recommendations["i2"].issue_th
    assert lines["i2"].advice.startswith(YEAR.recommendations["i2"].advice_th)
    assert (lines["i1"].score, lines["i1"].issue) == (Decimal("97"), "")
    assert "i3" not in lines


def test_the_weak_question_shows_in_its_topic():
    topics = gather_plan(plan(), result_of(), place="").topics
    assert len(topics) == 7
    [topic] = [topic for topic in topics if topic.shortcomings]
    assert topic.number == YEAR.recommendations["i2"].improvement_topic


def test_items_that_were_missed_stand_with_their_indicator():
    verdicts = {code: code != "o1" for code in YEAR.items}
    contents = gather_plan(plan(), result_of(verdicts=verdicts), place="")
    [line] = contents.indicators[8].questions
    assert (line.code, line.score) == ("O1", Decimal(0))
    assert contents.indicators[9].questions == ()


def test_the_day_of_approval_is_that_of_the_wall_clock():
    night = datetime(2026, 6, 4, 18, 0, tzinfo=UTC)  # one in the morning of the fifth in Bangkok
    contents = gather_plan(plan(approved_at=night, state="approved"), result_of(), place="")
    assert contents.approved_on == date(2026, 6, 5)
    assert contents.state.awaited == ""


def test_an_open_level_and_an_unknown_total_are_said_as_such():
    contents = gather_plan(plan(), score_agency(YEAR, {}), place="")
    assert (contents.total, contents.level) == (None, "")


@pytest.mark.parametrize(
    ("origin", "words"), [("unfinished", "มาตรการที่ค้างจากปีก่อน"), ("library", "คลังมาตรการที่น่าจะได้ผล"), ("own", "")]
)
def test_a_measure_without_a_question_says_where_else_it_came_from(origin, words):
    entry = measure(origin=origin, question="", items=(), starts=None)
    [shown] = gather_plan(plan(entry), result_of(), place="").measures
    assert (shown.origin, shown.period) == (words, None)


def test_what_the_officer_noted_on_a_topic_stands_before_what_the_figures_say():
    number = YEAR.recommendations["i2"].improvement_topic
    topics = gather_plan(plan(), result_of(), place="", notes={number: ("คิวยาวช่วงเช้า",), 7: ("ไม่มีช่องทาง",)}).topics
    shortcomings = {topic.number: topic.shortcomings for topic in topics if topic.shortcomings}
    assert shortcomings == {number: ("คิวยาวช่วงเช้า", YEAR.recommendations["i2"].issue_th), 7: ("ไม่มีช่องทาง",)}

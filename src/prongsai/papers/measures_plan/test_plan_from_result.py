"""A first plan from a result alone, and the announcement that publishes it."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from prongsai.papers.measures_plan import plan_contents_from_result, plan_document, write_plan_announcement
from prongsai.papers.measures_plan.result_lines import topics_of
from prongsai.rulebook.advising import advise_on_questions
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.overall_scoring import score_agency

YEAR = load_year(2568)
NAME = "เทศบาลเมืองตัวอย่าง"
DAY = date(2026, 6, 5)


def result_of(**more):
    figures = {indicator_place(number): Decimal(value) for number, value in enumerate(("90",) * 8, 1)}
    figures |= {Place(Instrument.IIT, "i2"): Decimal("80.00"), Place(Instrument.IIT, "i1"): Decimal("95.00")}
    verdicts = dict.fromkeys(YEAR.items, True) | {"o3": False}
    return score_agency(YEAR, figures | score_verdicts(YEAR, verdicts) | more)


def plan(**more):
    return plan_contents_from_result(result_of(), **{"agency_name": NAME} | more)


def published(contents, **options):
    pages = pypdfium2.PdfDocument(write_plan_announcement(contents, format="pdf", written_on=DAY, **options))
    return re.sub(r"\s+", "", " ".join(page.get_textpage().get_text_range() for page in pages))


def test_every_indicator_has_a_measure_for_the_year_after():
    contents = plan()
    assert [indicator.number for indicator in contents.indicators] == list(range(1, 11))
    assert all(indicator.measures for indicator in contents.indicators)
    assert (contents.plan_year, contents.result_year) == (2569, 2568)
    assert {measure.period.first for measure in contents.measures} == {date(2025, 10, 1)}


def test_a_weak_question_brings_its_issue_advice_and_measure():
    first = plan().indicators[0]
    lines = {line.code: line for line in first.questions}
    assert lines["i2"].issue == YEAR.recommendations["i2"].issue_th
    assert lines["i2"].advice.startswith(YEAR.recommendations["i2"].advice_th)
    assert lines["i1"].issue == ""
    assert [measure.origin for measure in first.measures] == ["ข้อ i2"]


def test_a_missed_item_is_listed_with_what_it_must_show():
    (line,) = [line for indicator in plan().indicators for line in indicator.questions if line.part == "OIT"]
    assert (line.code, line.score) == ("O3", 0)
    assert line.advice == f"เผยแพร่ให้ครบถ้วน: {' / '.join(YEAR.items['o3'].must_show_th)}"


def test_what_only_the_agency_knows_stays_open():
    contents = plan()
    assert {measure.budget for measure in contents.measures} == {None}
    assert (contents.constraints, contents.approved_on, contents.place) == ((), None, "")
    assert "ร่าง" in contents.state.footer


def test_those_who_sign_have_the_posts_that_the_agencys_name_tells():
    assert [signature.post for signature in plan().signatures] == [
        "",
        "",
        "ปลัดเทศบาลเมืองตัวอย่าง",
        "นายกเทศมนตรีเมืองตัวอย่าง",
    ]
    assert {signature.post for signature in plan(agency_name="กรมตัวอย่าง").signatures} == {""}


def test_findings_use_the_year_before_where_it_is_given():
    before = score_agency(load_year(2567), {indicator_place(7): Decimal("99")})
    assert not any("ลดลงจาก 99.00" in finding for finding in plan().findings)
    assert any("ลดลงจาก 99.00 เหลือ 90.00" in finding for finding in plan(before=before).findings)


def test_topics_begin_with_what_somebody_noted():
    advice = advise_on_questions(result_of())
    topic = YEAR.recommendations["i2"].improvement_topic
    noted = {one.number: one for one in topics_of(YEAR, advice, {topic: ("คู่มือเก่า",)})}
    assert noted[topic].shortcomings == ("คู่มือเก่า", YEAR.recommendations["i2"].issue_th)


def test_the_announcement_encloses_the_plan_without_the_chain_of_approval():
    text = published(plan())
    assert "ประกาศเทศบาลเมืองตัวอย่าง" in text
    assert "เอกสารแนบท้ายประกาศเทศบาลเมืองตัวอย่าง" in text
    assert "ส่วนที่๒การนำผลการวิเคราะห์ไปสู่การปฏิบัติ" in text
    assert "ผู้จัดทำและผู้อนุมัติ" not in text


def test_the_seven_topics_can_be_announced_too():
    assert "มาตรการส่งเสริมคุณธรรมและความโปร่งใสตามประเด็น" in published(plan(), form="seven-topics")


@pytest.mark.parametrize(
    ("budgets", "words"),
    [
        (("12500.50", "500"), "งบประมาณรวม 13,000.50 บาท (หนึ่งหมื่นสามพันบาทห้าสิบสตางค์)"),
        (("20000", None), "งบประมาณเท่าที่ระบุรวม 20,000 บาท (สองหมื่นบาทถ้วน)"),
        (("0", "0"), ""),
        ((None, None), ""),
    ],
)
def test_budgets_are_summed_in_figures_and_words(budgets, words):
    contents = plan()
    first = contents.indicators[0]
    measures = tuple(
        replace(first.measures[0], budget=None if budget is None else Decimal(budget)) for budget in budgets
    )
    paid = replace(contents, indicators=(replace(first, measures=measures),))
    paragraphs = [getattr(block, "text", "") for block in plan_document(paid, "thai").sections[0].blocks]
    (decision,) = [text for text in paragraphs if "จึงกำหนดมาตรการ" in str(text)]
    assert (words or "ตัวชี้วัด โดยมีรายละเอียด") in decision
    assert ("บาท" in decision) == bool(words)

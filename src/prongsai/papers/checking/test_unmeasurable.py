import pytest

from prongsai.papers.checking.findings import Kind
from prongsai.papers.checking.unmeasurable import find_unmeasurable
from prongsai.rulebook.loading import known_years, load_year


@pytest.mark.parametrize(
    "text",
    [
        "ประชาชนมีความพึงพอใจมากขึ้น",
        "การให้บริการมีประสิทธิภาพและโปร่งใส",
        "เจ้าหน้าที่มีความรู้ความเข้าใจ",
        "ยกระดับข้อ e7 และตัวชี้วัดที่ ๘ ในปีงบประมาณ พ.ศ. ๒๕๖๙",
        "1. หน่วยงานมีภาพลักษณ์ที่ดี",
        "",
    ],
)
def test_a_success_that_nobody_could_check_is_found(text):
    finding = find_unmeasurable(text)
    assert finding.kind is Kind.SUCCESS
    assert finding.printed == text


@pytest.mark.parametrize(
    "text",
    [
        "ตอบภายใน 3 วันทำการ",
        "จัดประชุมไม่น้อยกว่า ๒ ครั้ง",
        "จัดอบรมสองครั้งต่อปี",
        "คะแนนข้อ e7 สูงกว่าปีก่อน",
        "จำนวนเรื่องค้างลดลง",
        "มีคำสั่งแบ่งงานที่เป็นปัจจุบัน",
        "เผยแพร่คู่มือบนเว็บไซต์",
        "ตรวจนับครบทุกกอง",
        "ไม่พบการเบิกเท็จ",
    ],
)
def test_numbers_moving_measures_and_facts_can_be_checked(text):
    assert find_unmeasurable(text) is None


@pytest.mark.parametrize("year_number", known_years())
def test_every_measure_that_the_system_proposes_can_be_checked(year_number):
    advice = load_year(year_number).advice
    proposed = [entry.measure.success_th for entry in (*advice.recommendations, *advice.keeping)]
    assert [text for text in proposed if find_unmeasurable(text)] == []

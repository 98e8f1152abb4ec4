"""Each rule finds what it is for and leaves the rest alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from prongsai.portal.plans.claims import claims_success, is_measurable, stale_citations
from prongsai.portal.plans.contents import MeasureContents
from prongsai.portal.plans.quality import Fault, MeasureFacts, Setting, StepFacts, check_measure, check_plan
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import indicator_place
from prongsai.rulebook.loading import load_year

TODAY = date(2026, 1, 15)
RULES = load_year(2568)
SETTING = Setting(year=2569, today=TODAY, rules=RULES)
SAID = MeasureContents(
    indicator=8,
    title="เปิดช่องทางรับฟังความเห็น",
    origin="own",
    unit="สำนักปลัด",
    starts=date(2025, 10, 1),
    ends=date(2026, 9, 30),
    success="จัดประชุม 2 ครั้ง",
)
STEP = StepFacts(1, "จัดประชุม", date(2026, 3, 31), "planned")
GOOD = MeasureFacts(id=7, contents=SAID, steps=(STEP,))


def faults(facts, setting=SETTING):
    return [warned.fault for warned in check_measure(facts, setting)]


def said(**changes):
    return replace(GOOD, contents=replace(SAID, **changes))


def stepped(**changes):
    return replace(GOOD, steps=(replace(STEP, **changes),))


def test_a_good_measure_is_left_alone():
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        (said(unit=""), Fault.NO_OWNER),
        (replace(GOOD, steps=()), Fault.NO_STEPS),
        (said(starts=None), Fault.NO_DATE),
        (said(starts=date(2025, 9, 30)), Fault.OUTSIDE_YEAR),
        (said(ends=date(2026, 10, 1)), Fault.OUTSIDE_YEAR),
        (stepped(due=date(2026, 1, 14)), Fault.DATE_PASSED),
        (stepped(due=None), Fault.NO_DATE),
        (stepped(due=date(2026, 10, 1)), Fault.STEP_OUTSIDE_PERIOD),
        (stepped(state="reported"), Fault.NO_EVIDENCE),
        (said(success="ดำเนินการอย่างเหมาะสม"), Fault.UNMEASURABLE),
        (said(success=""), Fault.UNMEASURABLE),
        (said(items=("o43",)), Fault.STALE_ITEM),
        (said(title="พัฒนา e-Service (O18)"), Fault.STALE_ITEM),
        (replace(said(success_target=Decimal(80)), now=Decimal("91.5")), Fault.TARGET_ALREADY_REACHED),
        (replace(GOOD, outcome="ประชาชนมีส่วนร่วมเพิ่มขึ้น", fell=Decimal(-25)), Fault.FALSE_CLAIM),
    ],
)
def test_each_fault_is_found(facts, fault):
    assert faults(facts) == [fault]


def test_due_today_is_not_overdue_and_what_is_reported_never_is():
    assert faults(stepped(due=TODAY)) == []
    assert faults(stepped(due=date(2025, 12, 1), state="verified", evidence=1)) == []


def test_a_target_is_measure_enough():
    assert faults(said(success="", success_target=Decimal(95))) == []


def test_a_rise_may_be_called_one_and_a_fall_may_be_admitted():
    assert faults(replace(GOOD, outcome="ประชาชนมีส่วนร่วมเพิ่มขึ้น")) == []
    assert faults(replace(GOOD, outcome="คะแนนไม่เพิ่มขึ้น ต้องทำต่อ", fell=Decimal(-25))) == []


def test_the_numbers_of_the_year_of_the_plan_may_be_used_too():
    """How complaints are handled is O17 in 2568 and O16 in 2569."""
    text = "เผยแพร่แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริต (O16)"
    assert list(stale_citations(text, [RULES]))
    assert not list(stale_citations(text, [RULES, load_year(2569)]))


def test_a_report_that_quotes_numbers_is_held_to_them():
    facts = stepped(reports=("คะแนนเพิ่มขึ้นจาก 100 เป็น 75",))
    assert faults(facts) == [Fault.FALSE_CLAIM]


def test_a_text_that_names_an_indicator_is_held_to_its_change():
    change = Change(indicator_place(8), Decimal(100), Decimal(75), ())
    setting = replace(SETTING, changes={change.place: change})
    assert faults(replace(GOOD, outcome="ตัวชี้วัดที่ 8 มีคะแนนเพิ่มขึ้น"), setting) == [Fault.FALSE_CLAIM]


def test_indicators_without_a_measure_are_named():
    bare = [w.indicator for w in check_plan([GOOD], SETTING) if w.fault is Fault.INDICATOR_WITHOUT_MEASURE]
    assert bare == [1, 2, 3, 4, 5, 6, 7, 9, 10]


@pytest.mark.parametrize("text", ["ไม่ประสบความสำเร็จ", "ไม่บรรลุเป้าหมาย", "ดำเนินการแล้ว", ""])
def test_denials_and_plain_reports_claim_nothing(text):
    assert not claims_success(text)


@pytest.mark.parametrize("text", ["ร้อยละ 95", "ครบทุกกอง", "ไม่มีเรื่องร้องเรียน", "คะแนนไม่ต่ำกว่า ๙๕"])
def test_numbers_and_wholes_are_measurable(text):
    assert is_measurable(text)

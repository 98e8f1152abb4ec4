from decimal import Decimal

import pytest

from prongsai.papers.checking.false_claims import find_false_claims
from prongsai.papers.checking.findings import Kind
from prongsai.rulebook.comparing import Change
from prongsai.rulebook.evidence import TOTAL, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Break, Instrument


def change(place, before, now, *breaks):
    return {place: Change(place, Decimal(before), Decimal(now), breaks)}


FELL = change(indicator_place(6), "94.10", "90.00")
ROSE = change(indicator_place(8), "80.00", "91.73")
E7 = {Instrument.EIT1: Place(Instrument.EIT1, "e7"), Instrument.EIT2: Place(Instrument.EIT2, "e7")}


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ 6 มีคะแนนเพิ่มขึ้นจากปีก่อน",
        "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน ดีขึ้นอย่างเห็นได้ชัด",
        "ในตัวชี้วัดที่ 6 ถือว่าประสบความสำเร็จ",
        "ตัวชี้วัดที่ 6 คะแนนไม่ลดลง",
        "ตัวชี้วัดที่ 6 สูงขึ้น ส่วนตัวชี้วัดที่ 8 เพิ่มขึ้นเช่นกัน",
    ],
)
def test_a_claimed_rise_where_the_figure_fell_is_found(text):
    (finding,) = find_false_claims(text, FELL | ROSE)
    assert finding.kind is Kind.DIRECTION
    assert finding.follows.th == "ตัวชี้วัดที่ 6 ลดลง 4.10 (94.10 → 90.00)"
    assert finding.follows.en == "indicator 6 fell by 4.10 (94.10 → 90.00)"
    assert finding.printed == text[slice(*finding.span)]
    assert finding.printed.startswith("ตัวชี้วัดที่")


@pytest.mark.parametrize("text", ["คะแนนเพิ่มขึ้นในตัวชี้วัดที่ 6", "ที่ดีขึ้นคือ ตัวชี้วัดที่ ๖"])
def test_a_claim_may_come_before_the_name(text):
    (finding,) = find_false_claims(text, FELL | ROSE)
    assert finding.printed in text
    assert finding.printed.startswith(("เพิ่มขึ้น", "ดีขึ้น"))


def test_a_text_that_names_no_figure_speaks_of_those_it_reports_on():
    text = "จัดเวทีประชาคมสองครั้ง\nการรับฟังความเห็นประสบความสำเร็จ"
    assert find_false_claims(text, FELL) == ()
    (finding,) = find_false_claims(text, FELL, about=(indicator_place(6),))
    assert finding.printed == "การรับฟังความเห็นประสบความสำเร็จ"
    assert find_false_claims("ตัวชี้วัดที่ 8 ดีขึ้น", FELL | ROSE, about=(indicator_place(6),)) == ()


@pytest.mark.parametrize("text", ["ตัวชี้วัดที่ 8 ลดลงจากปีก่อน", "ตัวชี้วัดที่ ๘ ไม่เพิ่มขึ้น", "ตัวชี้วัดที่ 8 คะแนนต่ำลง"])
def test_a_claimed_fall_where_the_figure_rose_is_found(text):
    (finding,) = find_false_claims(text, FELL | ROSE)
    assert finding.follows.en == "indicator 8 rose by 11.73 (80.00 → 91.73)"
    assert finding.mend.en == "write that it rose"


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ 6 ลดลง",
        "ตัวชี้วัดที่ 6 คะแนนไม่เพิ่มขึ้น",
        "ตัวชี้วัดที่ 6 ไม่ประสบความสำเร็จ",
        "ตัวชี้วัดที่ 6 ควรปรับปรุงให้ดีขึ้น",
        "ตัวชี้วัดที่ 6 จะพัฒนาเพื่อให้คะแนนเพิ่มขึ้น",
        "ตัวชี้วัดที่ 6 ตั้งเป้าหมายให้สูงขึ้น",
        "ตัวชี้วัดที่ 8 มีเรื่องร้องเรียนลดลง",
        "ตัวชี้วัดที่ 6 มีช่องทางเพิ่มขึ้น",
        "ตัวชี้วัดที่ 8 เพิ่มขึ้น",
        "ตัวชี้วัดที่ 8 อยู่ในช่วงความคลาดเคลื่อน ยังไม่ถือว่าเพิ่มขึ้นหรือลดลง",
        "ตัวชี้วัดที่ 6 ไม่นับเป็นการเพิ่มขึ้นหรือลดลง",
        "ตัวชี้วัดที่ 7 เพิ่มขึ้น",
        "ตัวชี้วัดที่ 6\nโครงการปลูกป่าประสบความสำเร็จ",
        "ตัวชี้วัดที่ 10 เพิ่มขึ้น",
        "เพิ่มขึ้นทุกด้าน ยกเว้นตัวชี้วัดที่ 6",
    ],
)
def test_what_is_true_wished_or_about_something_else_is_left_alone(text):
    assert find_false_claims(text, FELL | ROSE) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("คะแนนรวมเพิ่มขึ้น", TOTAL),
        ("ผลการประเมิน ITA ของเราดีขึ้น", TOTAL),
        ("IIT สูงขึ้น", instrument_place(Instrument.IIT)),
        ("EIT ส่วนที่ ๑ สูงขึ้น", instrument_place(Instrument.EIT1)),
        ("EIT Survey สูงขึ้น", instrument_place(Instrument.EIT2)),
        ("ข้อ i๑๒ เพิ่มขึ้น", Place(Instrument.IIT, "i12")),
        ("ข้อ E 9 เพิ่มขึ้น", Place(Instrument.EIT, "e9")),
    ],
)
def test_figures_of_every_kind_are_known_by_their_names(text, place):
    (finding,) = find_false_claims(text, change(place, "90", "80"))
    assert "10.00 (90 → 80)" in finding.follows.en


def test_a_question_of_both_parts_must_have_moved_the_other_way_in_both():
    text = "คะแนนข้อ e7 เพิ่มขึ้น"
    fell, rose = change(E7[Instrument.EIT1], "100", "75"), change(E7[Instrument.EIT2], "80", "81")
    assert find_false_claims(text, fell | rose) == ()
    (finding,) = find_false_claims(text, fell | change(E7[Instrument.EIT2], "81", "80"))
    assert finding.follows.en == "EIT1 e7 fell by 25.00 (100 → 75) and EIT2 e7 fell by 1.00 (81 → 80)"
    assert finding.follows.th.startswith("ข้อ e7 (EIT ส่วนที่ 1) ลดลง 25.00")


def test_the_instrument_in_brackets_belongs_to_the_question():
    changes = change(E7[Instrument.EIT1], "100", "75") | change(E7[Instrument.EIT2], "80", "81")
    (finding,) = find_false_claims("ข้อ e7 (EIT ส่วนที่ 1) เพิ่มขึ้น", changes)
    assert finding.follows.en == "EIT1 e7 fell by 25.00 (100 → 75)"
    assert find_false_claims("ข้อ e7 (EIT Survey) เพิ่มขึ้น", changes) == ()
    iit = change(Place(Instrument.IIT, "i9"), "80", "90") | change(instrument_place(Instrument.IIT), "90", "80")
    assert find_false_claims("ข้อ i9 (IIT): เพิ่มขึ้น", iit) == ()


def test_a_change_that_cannot_be_compared_contradicts_nothing():
    broken = Break(severity="broken", places=("6",), reason_th="ก", reason_en="a", source=("C",), confidence="high")
    assert find_false_claims("ตัวชี้วัดที่ 6 เพิ่มขึ้น", change(indicator_place(6), "94", "90", broken)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "คะแนนจาก 100 เป็น 75 ถือว่าประสบความสำเร็จ",
        "คะแนนเพิ่มขึ้นจาก ๙๓.๕๐ เป็น ๙๐.๒๕",
        "จาก 100 คะแนน เหลือ 75 คะแนน แสดงว่าดีขึ้น",
        "ประสบความสำเร็จเป็นอย่างดี โดยคะแนนจาก 100 เป็น 75",
        "คะแนน 100.00 → 75.00 ดีขึ้น",
        "ปี 2567 ได้คะแนน 90.00 ปี 2568 ได้คะแนน 85.00 จึงเพิ่มขึ้น",
        "ปี ๒๕๖๘ ได้ ๗๕ คะแนน และปี ๒๕๖๗ ได้ ๑๐๐ คะแนน นับว่าประสบความสำเร็จ",
    ],
)
def test_a_rise_that_its_own_numbers_contradict_is_found(text):
    (finding,) = find_false_claims(text, {})
    assert "คือลดลง" in finding.follows.th
    assert finding.printed == text[slice(*finding.span)]


def test_a_fall_that_its_own_numbers_contradict_is_found():
    (finding,) = find_false_claims("ร้อยละลดลงจาก 70 เป็น 80", {})
    assert finding.follows.en == "70 to 80 is a rise of 10"


@pytest.mark.parametrize(
    "text",
    [
        "เพิ่มขึ้นจาก 75 เป็น 100",
        "ลดลงจาก 100 เป็น 75",
        "ใช้เวลาจาก 5 เป็น 3 วัน ถือว่าประสบความสำเร็จ",
        "เรื่องร้องเรียนจาก 10 เป็น 2 เรื่อง ดีขึ้น",
        "จาก 75 เป็น 100 เพิ่มขึ้น และจาก 100 เป็น 75 ลดลง",
        "จาก 75 เป็น 100 แต่ลดลงจาก 100 เป็น 75",
        "ปี 2568 ได้คะแนน 95.31 คะแนน ปี 2567 ได้คะแนน 92.26 คะแนน เพิ่มขึ้น",
        "ปี 2560 ได้คะแนน 90.00 ปี 2568 ได้คะแนน 85.00 ดีขึ้น",
        "ปี 2567 ได้คะแนน 90.00 ของ IIT ปี 2568 ได้คะแนน 85.00 ของ EIT ดีขึ้น",
    ],
)
def test_numbers_that_agree_or_are_better_when_lower_are_left_alone(text):
    assert find_false_claims(text, {}) == ()


def test_a_fall_taken_as_proof_of_a_rise_is_found():
    text = "หัวข้อการรับฟังได้ ๗๐ คะแนน ลดลง ๑๕.๐๐ คะแนน แสดงให้เห็นว่าชาวบ้านร่วมคิดกับเราเพิ่มมากขึ้น"
    (finding,) = find_false_claims(text, {})
    assert finding.follows.en == "the text itself says that it fell: “ลดลง ๑๕.๐๐ คะแนน”"


@pytest.mark.parametrize(
    "text", ["ลดลง 15 คะแนน เพราะคนตอบเพิ่มขึ้น", "ลดลง 15 คะแนน แสดงให้เห็นว่าต้องแก้ไข", "ลดลง 15 คะแนน ถือว่าคะแนนต่ำลง"]
)
def test_a_fall_without_such_a_conclusion_is_left_alone(text):
    assert find_false_claims(text, {}) == ()


def test_a_passage_that_breaks_two_rules_is_found_once():
    text = "ตัวชี้วัดที่ 6 จาก 94.10 เป็น 90.00 ถือว่าประสบความสำเร็จ"
    assert len(find_false_claims(text, FELL)) == 1


def test_a_claim_that_its_figure_and_its_own_numbers_deny_is_found_once():
    text = "ตัวชี้วัดที่ 8 ลดลงจาก 80.00 เป็น 91.73 คะแนน"
    (finding,) = find_false_claims(text, ROSE)
    assert finding.follows.en == "indicator 8 rose by 11.73 (80.00 → 91.73)"

"""From a result to what came of it: analysis, plan, answers, approval, progress from a phone, effect."""

import io
import re
from decimal import Decimal

import pytest
from PIL import Image

from prongsai.portal.agencies.queries import find_agency
from prongsai.portal.results.actions import Figure, bring_result
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument
from tests.journeys.conftest import PHONE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("demonstration")]

OFFICE = "/office/song-phi-nong/"
PLAN = f"{OFFICE}plans/2569/"


def picture():
    """A small photograph, as a phone sends it."""
    buffer = io.BytesIO()
    Image.new("RGB", (320, 240), "seagreen").save(buffer, "JPEG")
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


def next_result():
    """The result of 2569 arrives: e7 and e8 rose, i10 fell; how many answered is known."""
    part_1, part_2 = Instrument.EIT1, Instrument.EIT2
    figures = [
        Figure(Place(part_1, "e7"), Decimal("97.10"), 300, 5000),
        Figure(Place(part_2, "e7"), Decimal("96.40"), 60, 5000),
        Figure(Place(Instrument.IIT, "i10"), Decimal("71.00"), 99, 140),
        *(Figure(instrument_place(i), Decimal("95.00"), n, 5000) for i, n in ((part_1, 300), (part_2, 60))),
        *(Figure(indicator_place(number), Decimal("95.00")) for number in (1, 2, 3, 5, 9, 10)),
    ]
    town = find_agency("song-phi-nong")
    bring_result(actor="test", agency_id=town.pk, agency_code=town.code, year=2569, figures=figures)


def start_plan(officer):
    officer.go(f"{OFFICE}plans/")
    officer.page.get_by_text("เริ่มแผนปี 2569").click()
    officer.page.wait_for_load_state()
    officer.check()
    officer.press("เริ่มแผนปี 2569 ด้วยที่เลือก")


def accept_all(head):
    """Accept whatever waits for an answer; what was returned stays returned."""
    head.go(f"{OFFICE}plans/assigned/")
    waiting = head.page.locator(".measure-card", has=head.page.locator(".answer-waiting"))
    for _ in range(waiting.count()):
        waiting.first.locator("button[value=accept]").click()
        head.page.wait_for_load_state()
    assert waiting.count() == 0
    head.check()


def test_the_officer_analyses_her_result(sign_in):
    officer = sign_in("officer")
    officer.check()
    officer.go(f"{OFFICE}analysis/2568/")
    officer.press("เริ่มวิเคราะห์")
    assert "การปรับปรุงการทำงาน ได้ 91.73" in officer.text()
    assert "ไม่ทราบจำนวนผู้ตอบ" in officer.text()
    officer.page.get_by_role("textbox", name="ข้อค้นพบ").fill("ตัวชี้วัดที่ 8 เพิ่มขึ้นอย่างชัดเจน เพราะใช้ระบบ E-Service (O18)")
    officer.page.locator("#own button[type=submit]").click()
    officer.page.wait_for_load_state()
    officer.check()
    assert "O10" in officer.text(), "a stale item number is pointed out with the year's own"


def test_the_least_set_that_lifts_the_level_can_be_tried_out(sign_in):
    officer = sign_in("officer")
    officer.go(f"{OFFICE}analysis/2568/lift/")
    assert "ขยับ 3 อย่างนี้ก็ถึงระดับ ผ่านดีเยี่ยม" in officer.text()
    officer.follow("ลองชุดนี้ด้านล่าง")
    assert "97.83" in officer.text()


def test_a_result_is_checked_while_it_is_typed(sign_in):
    officer = sign_in("officer")
    officer.go(f"{OFFICE}results/2569/")
    for number in range(1, 11):
        officer.page.locator(f"input[name='all-{number}']").fill("๙๐.๐๐")
    officer.press("ตรวจ")
    assert "90.00" in officer.text()


def test_a_plan_is_made_answered_approved_carried_out_and_its_effect_seen(sign_in):
    officer, clerk, treasurer, executive = (
        sign_in(who) for who in ("officer", "clerk-head", "treasury-head", "executive")
    )
    start_plan(officer)
    for number in range(1, 11):
        assert officer.page.locator(f"#indicator-{number} .measure-card").count() >= 1, f"indicator {number}"
    officer.press("ส่งให้สำนัก/กองตอบรับ")

    accept_all(clerk)
    return_one(treasurer)
    accept_all(treasurer)

    executive.go(PLAN)
    executive.page.get_by_role("button", name="อนุมัติแผนฉบับนี้").click()
    executive.page.wait_for_load_state()
    assert "อนุมัติ" in executive.text()
    officer.go(PLAN)
    assert "ขอเลื่อนขั้นตอนแรกไปไตรมาสที่สอง" in officer.text() or "ส่งคืน 1" in officer.text()
    send_the_returned_one_again(officer)
    accept_all(treasurer)
    executive.go(PLAN)
    executive.press("อนุมัติแผนฉบับนี้")
    assert "ฉบับที่ตรึงไว้" in executive.text()

    report_from_a_phone(sign_in)
    check_by_another(clerk)

    next_result()
    see_the_effect(officer)


def return_one(head):
    head.go(f"{OFFICE}plans/assigned/")
    head.page.locator("input[name=reason]").first.fill("ขอเลื่อนขั้นตอนแรกไปไตรมาสที่สอง")
    head.page.locator("button[value=return]").first.click()
    head.page.wait_for_load_state()
    head.check()


def see_the_effect(officer):
    officer.go(f"{PLAN}effect/")
    text = officer.text()
    assert "92.66 → 97.10" in text
    assert "90.10 → 71.00" in text
    assert "ช่วงเชื่อมั่น 95%" in text
    officer.go(f"{OFFICE}documents/")


def send_the_returned_one_again(officer):
    officer.page.locator(".measure-card", has_text="ส่งคืน").get_by_role("link", name=re.compile("แก้ไข")).first.click()
    officer.page.wait_for_load_state()
    officer.check()
    title = officer.page.locator("#id_title")
    mine = f"{title.input_value()} ทุกสาขา"
    title.fill(mine)
    officer.save_in_another_tab(lambda tab: tab.locator("#id_title").fill("อีกคนแก้ชื่อไว้ก่อน"), "บันทึกมาตรการ")
    officer.press("บันทึกมาตรการ")
    assert f"อีกคนแก้ชื่อไว้ก่อน {mine}" in officer.text(), "what is stored stands beside what was typed"
    assert title.input_value() == mine
    officer.press("บันทึกมาตรการ")


def report_from_a_phone(sign_in):
    contributor = sign_in("contributor", PHONE)
    contributor.go(f"{PLAN}list/")
    contributor.page.locator("main a[href*='/steps/']").first.click()
    contributor.page.wait_for_load_state()
    contributor.check()
    contributor.follow("รายงานความคืบหน้า")
    contributor.page.locator("textarea[name=text]").fill("ติดประกาศและเผยแพร่ตารางแล้ว")
    contributor.page.locator("input[name=pictures]").set_input_files(picture())
    contributor.page.locator("input[name=finished]").check()
    contributor.press("ส่งรายงาน")
    assert "IMG_0001" in contributor.text() or "ติดประกาศ" in contributor.text()
    assert "รายงานแล้ว" in contributor.text()


def check_by_another(head):
    head.go(f"{PLAN}board/")
    head.go(f"{PLAN}timeline/")
    head.go(f"{PLAN}list/?state=reported")
    head.page.locator("main a[href*='/steps/']").first.click()
    head.page.wait_for_load_state()
    head.press("ตรวจแล้ว เสร็จจริง")
    assert "ตรวจแล้ว" in head.text()


def test_an_auditor_reads_and_finds_nothing_to_write_with(sign_in):
    auditor = sign_in("auditor")
    auditor.go(f"{OFFICE}results/2568/")
    assert "97.00" in auditor.text() or auditor.page.locator("input[value='97.00']").count()
    assert auditor.page.get_by_role("button", name="บันทึก").count() == 0


def test_an_officer_of_another_agency_finds_nothing(sign_in):
    neighbour = sign_in("neighbour")
    assert neighbour.page.goto(f"{neighbour.home}{OFFICE}results/2568/").status == 404

"""From last year's addresses to a confirmed copy with evidence: an officer at a desk, an executive with a phone."""

import re

import pytest

from prongsai.portal.disclosures.keeping_evidence import looking
from prongsai.portal.disclosures.keeping_evidence.working import look_once
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.disclosures import *  # noqa: F403 - its docstring says what was answered
from tests.journeys.conftest import DESKTOP, PHONE
from tests.rounds import *  # noqa: F403 - its docstring says which rounds
from tests.web_site import HASTE, web_site

pytestmark = pytest.mark.django_db(transaction=True)

HOST = "town.example"
OIT = "/office/town/rounds/rehearsal-2569/oit/"
REPORT = "<!doctype html><title>รายงาน</title><p>เทศบาลเมืองตัวอย่าง ปีงบประมาณ พ.ศ. 2568 " + "จัดซื้อจัดจ้าง " * 40


@pytest.fixture
def site(monkeypatch, settings, tmp_path):
    """The town's web site: this year's report is there, and no other page."""
    settings.STATE = tmp_path
    with web_site() as running:
        monkeypatch.setattr(looking, "NETWORK", running.network())
        monkeypatch.setattr(looking, "politeness", lambda _per_second: HASTE)
        running.page("/report", REPORT.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        yield running


def carry_over(officer):
    officer.go(OIT)
    officer.sees("ยกที่อยู่ของปีก่อนมาเป็นร่าง")
    officer.press("ยกที่อยู่ของปีก่อนมาเป็นร่าง")
    assert officer.text().count(officer.say("ยกมา รอตรวจดู")) == 4


def keep_typed_text(officer):
    """A reader who goes away without saving finds what she typed when she comes back."""
    officer.go(f"{OIT}items/o1/")
    officer.field("คำอธิบายสำหรับผู้ประเมิน").fill("แผนผังอยู่ท้ายหน้า")
    officer.page.once("dialog", lambda dialog: dialog.accept())
    officer.page.get_by_role("link", name=officer.say("ข้อถัดไป")).click()
    officer.page.wait_for_url("**/items/o2/")
    officer.go(f"{OIT}items/o1/")
    officer.sees("คืนข้อความที่พิมพ์ค้างไว้ในเครื่องนี้แล้ว ยังไม่ได้บันทึก")
    assert officer.field("คำอธิบายสำหรับผู้ประเมิน").input_value() == "แผนผังอยู่ท้ายหน้า"
    officer.page.get_by_role("button", name=officer.say("ใช้ตามที่บันทึกไว้")).click()
    assert officer.field("คำอธิบายสำหรับผู้ประเมิน").input_value() == ""


def look_and_see(officer, words):
    """The page shows by itself what the machine saw, without being asked again."""
    look_once()
    officer.page.get_by_text(officer.say(words)).first.wait_for()
    officer.page.wait_for_load_state()
    officer.check()


def mend_what_the_check_found(officer, site):
    officer.go(OIT)
    officer.press("ให้ระบบเปิดดูทุกที่อยู่")
    officer.sees("ระบบกำลังเปิดดูที่อยู่เว็บ %(done)s จาก %(total)s", done=0, total=6)
    officer.go(f"{OIT}items/o12/")
    look_and_see(officer, "เป็นเครื่องภายในเครือข่าย ประชาชนเปิดไม่ได้")
    box = officer.page.locator("#id_urls")
    box.fill("the report of the year")
    officer.press(re.compile(f"^{officer.say('บันทึก')}$"))
    assert officer.page.locator("#id_urls").input_value() == "the report of the year"
    officer.page.locator("#id_urls").fill(site.url("/gone", HOST))
    officer.press(re.compile(f"^{officer.say('บันทึก')}$"))
    officer.press("ตรวจที่บันทึกไว้")
    look_and_see(officer, "ไม่มีหน้านี้แล้ว")
    officer.page.locator("#id_urls").fill(site.url("/report", HOST))
    officer.page.keyboard.press("Control+s")
    officer.page.wait_for_load_state()
    officer.press("ตรวจที่บันทึกไว้")
    look_and_see(officer, "เปิดได้ ไม่พบสิ่งที่ควรดู")


def submit(officer):
    officer.go(f"{OIT}submit/")
    for gap in officer.page.locator("input[name=gap]").all():
        gap.check()
    officer.press("ส่งให้ผู้บริหารยืนยัน")
    officer.sees("ส่งให้ผู้บริหารยืนยันแล้ว")


def confirm_on_a_phone(executive):
    executive.go("/office/town/")
    executive.sees("มีคำตอบรอท่านยืนยัน")
    executive.go(f"{OIT}copy/")
    executive.go(OIT)
    executive.press("ยืนยันคำตอบนี้")
    executive.follow("ฉบับที่ 1")
    executive.sees("คำตอบ OIT ฉบับที่ %(version)s", version=1)


def test_last_years_answers_become_this_years_confirmed_copy(
    at_browser, officer, executive, collecting, last_year, site
):
    clerk, mayor = at_browser(officer, DESKTOP, "en"), at_browser(executive, PHONE)
    carry_over(clerk)
    keep_typed_text(clerk)
    for page in ("units/", "list/", "copy/"):
        clerk.go(f"{OIT}{page}")
    mend_what_the_check_found(clerk, site)
    submit(clerk)
    clerk.go("/office/town/")
    confirm_on_a_phone(mayor)
    mayor.go("/office/town/")
    look_once()
    clerk.go(f"{OIT}items/o12/")
    clerk.follow("หลักฐานที่เก็บไว้")
    clerk.sees("ยังไม่ได้เปิดดูอีกหลังจากเก็บหลักฐานนี้")

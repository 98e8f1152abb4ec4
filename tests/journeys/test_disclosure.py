"""From last year's addresses to a confirmed copy with evidence, and on to the score: in English at desks, the executive with
a Thai phone.

Last year's numbers were others: structure and powers were two items and are one now, procurement was o14 and o17.
"""

import re

import pytest

from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.keeping_evidence import looking
from prongsai.portal.disclosures.keeping_evidence.working import look_once
from prongsai.portal.disclosures.models import Disclosure
from prongsai.portal.rounds.running.actions import invite_agencies, open_round
from prongsai.portal.rounds.states import RoundState
from tests.cast import *  # noqa: F403 - the fixed cast: its docstring says who plays
from tests.disclosures import address
from tests.journeys.at_marking import OIT, open_real_round, walk_to_the_public_page
from tests.journeys.conftest import DESKTOP, PHONE
from tests.marking import confirm_copy
from tests.rounds import *  # noqa: F403 - its docstring says which rounds
from tests.rounds import move_to
from tests.web_site import HASTE, web_site

pytestmark = pytest.mark.django_db(transaction=True)

HOST = "town.example"
LAST_YEAR = {"o1": ["structure"], "o3": ["powers"], "o14": ["buy", "buy.xlsx"], "o17": ["year"]}
ANSWERED = ("o1", "o12", "o13")
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


@pytest.fixture
def rehearsal(agency):
    """In the place of the play round: a real one."""
    return open_real_round(agency)


@pytest.fixture
def last_year(agency):
    """What the agency confirmed in a rehearsal of 2567."""
    facts = open_round(actor="tester", year=2567, is_rehearsal=True, name_th="ซักซ้อมปี 2567")
    invite_agencies(actor="tester", round_id=facts.id, codes=[agency.code], how="all")
    answers = (AnsweredItem(item, tuple(map(address, names))) for item, names in LAST_YEAR.items())
    confirm_copy(Disclosure.objects.create(round_id=facts.id, agency=agency), tuple(answers))


def carry_over(officer):
    officer.go(OIT)
    officer.sees("ยกที่อยู่ของปีก่อนมาเป็นร่าง")
    officer.press("ยกที่อยู่ของปีก่อนมาเป็นร่าง")
    assert officer.page.locator(".items").get_by_text(officer.say("ยกมา รอตรวจดู")).count() == len(ANSWERED)


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
    officer.sees("ระบบกำลังเปิดดูที่อยู่เว็บ %(done)s จาก %(total)s", done=0, total=5)
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


@pytest.mark.usefixtures("last_year")
def test_last_years_answers_become_this_years_score(
    at_browser, hire, officer, executive, national_office, agency, collecting, site
):
    def here(player):
        return at_browser(player, DESKTOP, "en")

    clerk, mayor = here(officer), at_browser(executive, PHONE)
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
    move_to(collecting.id, RoundState.DISCLOSURE_SCORING)
    walk_to_the_public_page(here, hire, collecting, agency, here(national_office), clerk, ANSWERED)

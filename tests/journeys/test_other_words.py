"""The office words a rehearsal and asks for telephones; a citizen reads easy Thai and confirms herself, also without
JavaScript; when it is over the office closes the counting. In Thai on phones, in English at desks."""

import re

import pytest
from django.apps import apps
from django.utils import timezone

from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.surveys.actions import make_links
from prongsai.portal.surveys.models import Answer, Standing
from tests.cast import *  # noqa: F403 - the cast
from tests.journeys.answering import choose_on_screen, receipt_of
from tests.journeys.conftest import DESKTOP, PHONE
from tests.rounds import *  # noqa: F403 - the rounds
from tests.rounds import move_to

pytestmark = pytest.mark.django_db(transaction=True)

ROUND = "/office/national/rounds/rehearsal-2569/"
CITIZENS = "/s/town-e/"
posted = []


class PostingGateway:
    """The telephone of the citizen."""

    def send(self, _number, text):
        posted.append(text)


def word_the_round(office):
    office.go(ROUND)
    office.follow("ดูถ้อยคำทุกข้อ")
    first = office.page.locator("#e1-th")
    own, options = first.input_value(), office.page.locator("#e1-options-th")
    first.fill("<b>หนา</b>")
    options.fill("ใช่\nไม่ใช่")
    office.press("บันทึกเป็นฉบับใหม่")
    assert first.input_value() == "<b>หนา</b>"
    assert options.input_value().split() == ["ใช่", "ไม่ใช่"]
    office.sees("มี %(n)s จุดที่ต้องแก้ สิ่งที่ท่านพิมพ์ยังอยู่ครบ", n=2)
    first.fill(f"{own} (ทางการ)")
    options.fill("\n".join(f"ระดับ {number}" for number in range(1, 7)))
    office.press("บันทึกเป็นฉบับใหม่")
    office.sees("ที่ใช้อยู่: ถ้อยคำทางการ ฉบับที่ %(revision)s", revision=1)
    office.press("กลับไปใช้ถ้อยคำของเครื่องมือ")
    office.go(ROUND)
    office.press("เปิดการยืนยันด้วย SMS")


def walk_to_the_end(someone, option):
    """Screen after screen to where a code is asked for."""
    while not someone.page.locator("#sms-number").is_visible():
        choose_on_screen(someone, option)
        someone.page.locator(".send button:not([type=submit])").last.click()


def confirm(someone, looks=True):
    someone.page.locator("#sms-number").fill("081 234 5678")
    someone.page.locator("[name=send-code]").click()
    someone.page.wait_for_selector("#sms-code")
    if looks:
        someone.check()
    someone.page.locator("#sms-code").fill(re.search(r"[0-9]{6}", posted[-1])[0])
    someone.page.locator("#sms-code").press("Enter")


def answer_in_easy_thai(citizen):
    citizen.go(CITIZENS)
    citizen.page.get_by_role("link", name="ไทยอ่านง่าย").click()
    citizen.page.wait_for_load_state()
    citizen.check()
    assert "เราไม่ถามชื่อ" in citizen.text()
    citizen.page.get_by_role("button", name="ไปต่อ").click()
    walk_to_the_end(citizen, 2)
    citizen.check()
    confirm(citizen)
    assert receipt_of(citizen)
    citizen.check()


def close_counting(office):
    office.go(f"{ROUND}surveys/")
    office.sees("ปิดได้เมื่อพ้นช่วงรับคำตอบ")
    apps.get_model("rounds", "RoundPhase").objects.filter(key="surveys").update(closes_at=timezone.now())
    office.go(f"{ROUND}surveys/")
    office.press("ปิดการนับคำตอบของรอบนี้")
    office.sees("ปิดการนับคำตอบแล้ว จากนี้ไม่มีคำตอบใดเพิ่มหรือลด")
    assert office.page.get_by_role("link", name="JSON").is_visible()


@pytest.fixture(params=[("th", PHONE), ("en", DESKTOP)], ids=["thai-phone", "english-desktop"])
def here(request, at_browser):
    """Seats somebody at a browser of this run's language and size."""
    language, screen = request.param
    return lambda player, **others: at_browser(player, screen, language, **others)


def test_other_words_telephones_and_the_end_of_counting(here, national_office, rehearsal, agency, settings):
    settings.PRONGSAI_SMS_GATEWAY = "tests.journeys.test_other_words.PostingGateway"
    posted.clear()
    office = here(national_office)
    word_the_round(office)
    move_to(rehearsal.id, RoundState.CONFIRMATION, RoundState.COLLECTING)
    make_links(round_id=rehearsal.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    office.go(f"{ROUND}wording/")
    assert office.page.locator("textarea").count() == 0

    answer_in_easy_thai(here(None))
    plain = here(None, java_script_enabled=False)
    plain.page.goto(f"{plain.home}{CITIZENS}")
    choose_on_screen(plain, 1)
    confirm(plain, looks=False)
    assert receipt_of(plain)
    assert sorted(Answer.objects.values_list("standing", flat=True)) == [Standing.COUNTED] * 2

    close_counting(office)
    assert find_round(rehearsal.slug).counting_closed_on == timezone.localdate()

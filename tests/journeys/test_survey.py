"""Staff and citizens answer on their phones: with and without JavaScript, by keyboard, in both languages."""
# ruff: noqa: F811

import pytest

from prongsai.portal.surveys.actions import make_codes, make_links
from prongsai.portal.surveys.models import Answer
from prongsai.portal.surveys.queries import links_of
from prongsai.rulebook.instrument import Instrument
from tests.cast import agency, auditor, clerk_office, executive, hire, officer, other_agency, treasury  # noqa: F401
from tests.journeys.conftest import PHONE, open_browser
from tests.rounds import *  # noqa: F403 - a round that collects

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def links(collecting, agency):
    make_links(round_id=collecting.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    return {part: f"/s/{link.code}/" for part, link in links_of(collecting.id, agency.pk).items()}


@pytest.fixture
def codes(collecting, agency):
    return make_codes(round_id=collecting.id, agency_id=agency.pk, wanted={None: 3}, actor="person/1")


def choose_on_screen(someone):
    """The second option of every line that is shown."""
    for group in someone.page.locator("fieldset.line:visible").all():
        group.locator("input").nth(1).check()


def walk(someone, forward, send):
    while someone.page.get_by_role("button", name=forward).is_visible():
        choose_on_screen(someone)
        someone.page.get_by_role("button", name=forward).click()
        someone.check()
    choose_on_screen(someone)
    someone.page.get_by_role("button", name=send).click()
    someone.page.wait_for_selector("[data-counted]")
    someone.check()
    return someone.page.locator(".receipt code").inner_text()


def test_staff_answer_screen_by_screen_from_the_link_on_a_slip(visitor, links, codes):
    visitor.page.goto(f"{visitor.home}{links[Instrument.IIT]}#{codes[0]}")
    visitor.check()
    assert visitor.page.locator("#code").input_value() == codes[0]
    assert codes[0] not in visitor.page.url
    visitor.page.get_by_role("button", name="ถัดไป").click()
    visitor.page.get_by_role("button", name="ถัดไป").click()
    assert visitor.page.locator(".problem:visible").count() == 3
    visitor.check()
    visitor.page.get_by_role("button", name="ย้อนกลับ").click()
    receipt = walk(visitor, "ถัดไป", "ส่งคำตอบ")
    assert Answer.objects.count() == 1
    visitor.follow("ตรวจใบรับ")
    visitor.page.get_by_label("เลขใบรับ").fill(receipt)
    visitor.press("ตรวจ")
    assert "ถูกนับแล้ว" in visitor.text()


def test_answers_stay_on_the_device_until_they_are_sent(chromium, live_server, links):
    citizen = open_browser(chromium, live_server.url, PHONE)
    citizen.go(links[Instrument.EIT1])
    citizen.page.get_by_role("button", name="ถัดไป").click()
    choose_on_screen(citizen)
    citizen.go(links[Instrument.EIT1])
    assert "ทำค้างไว้" in citizen.text()
    assert citizen.page.locator("fieldset.line input:checked").count() == 3
    walk(citizen, "ถัดไป", "ส่งคำตอบ")
    citizen.follow("ให้อีกคนตอบ")
    assert citizen.page.locator("fieldset.line input:checked").count() == 0
    citizen.page.context.close()


def test_without_javascript_the_form_is_one_page_that_keeps_what_was_chosen(chromium, live_server, links, codes):
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{links[Instrument.IIT]}")
    for group in page.locator("fieldset.line").all()[1:]:
        group.locator("input").nth(1).check()
    page.get_by_label("รหัสใช้ครั้งเดียว").fill(codes[1])
    page.get_by_role("button", name="ส่งคำตอบ").click()
    assert "1 จุดที่ต้องแก้" in page.locator("#problems").inner_text()
    assert page.locator("fieldset.line input:checked").count() == 14
    page.locator("fieldset.line").first.locator("input").nth(1).check()
    page.get_by_role("button", name="ส่งคำตอบ").click()
    assert "นับคำตอบของท่านแล้ว" in page.locator("main").inner_text()
    assert Answer.objects.count() == 1
    context.close()


def test_the_keyboard_alone_is_enough_in_english(visitor, links):
    visitor.go(f"/en{links[Instrument.EIT1]}")
    keys = visitor.page.keyboard
    next_button = visitor.page.get_by_role("button", name="Next")
    while next_button.is_visible():
        for group in visitor.page.locator("fieldset.line:visible").all():
            group.locator("input").first.focus()
            keys.press("ArrowDown")
        next_button.focus()
        keys.press("Enter")
        visitor.check()
    for group in visitor.page.locator("fieldset.line:visible").all():
        group.locator("input").first.focus()
        keys.press("ArrowDown")
    visitor.page.get_by_role("button", name="Send").focus()
    keys.press("Enter")
    visitor.page.wait_for_selector("[data-counted]")
    visitor.check()
    assert Answer.objects.get().choices == "2" * 9

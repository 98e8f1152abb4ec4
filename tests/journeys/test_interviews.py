"""An interviewer loses the network in the middle of her work and comes back; a supervisor sees what came of it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.portal.interviews.models import Assignment, AssignmentState, Attempt
from prongsai.portal.interviews.queries import find_frame
from prongsai.portal.interviews.sampling.actions import assign_interviewers, draw_clients, import_clients
from prongsai.portal.surveys.models import Answer
from prongsai.sheets.clients_file import ClientRow
from tests.cast import (  # noqa: F401
    agency,
    assessor,
    auditor,
    clerk_office,
    executive,
    hire,
    national_office,
    officer,
    other_agency,
    treasury,
)
from tests.journeys.conftest import DESKTOP, PHONE, open_browser
from tests.rounds import *  # noqa: F403 - a round that collects

pytestmark = pytest.mark.django_db(transaction=True)
ACTOR = "person/1"


@pytest.fixture
def calling(collecting, agency, assessor):  # noqa: F811
    """Four clients to interview of twelve."""
    rows = [ClientRow(n, "ทะเบียนราษฎร" if n % 3 else "ชำระภาษี", f"08{n:08d}", f"คิว {n}") for n in range(1, 13)]
    erases_on = timezone.localdate() + timedelta(days=30)
    import_clients(actor=ACTOR, round_id=collecting.id, agency_id=agency.pk, rows=rows, erases_on=erases_on)
    frame = find_frame(collecting.id, agency.pk)
    draw_clients(actor=ACTOR, frame_id=frame.id, size=4, seed="821440")
    assign_interviewers(actor=ACTOR, frame_id=frame.id, people=[assessor.person.pk])
    return f"/office/national/interviews/{collecting.slug}/"


@pytest.fixture
def at_browser(chromium, live_server):
    """Opens a browser in which somebody of the cast has signed in."""
    opened = []

    def act(player, screen=PHONE):
        someone = open_browser(chromium, live_server.url, screen)
        opened.append(someone)
        cookie = {"name": "sessionid", "value": player.cookies["sessionid"].value, "url": live_server.url}
        someone.page.context.add_cookies([cookie])
        return someone

    yield act
    for someone in opened:
        someone.page.context.close()


@pytest.fixture
def interviewer(at_browser, assessor, calling):  # noqa: F811
    """At the page, whose worker has taken over."""
    someone = at_browser(assessor)
    someone.go(calling)
    until(someone, "navigator.serviceWorker.controller !== null")
    someone.page.wait_for_selector("article.client")
    return someone


def until(someone, expression):
    """Ask the page again and again; Playwright's own waiting evaluates text, which the page forbids."""
    for _ in range(150):
        if someone.page.evaluate(expression):
            return
        someone.page.wait_for_timeout(100)
    raise AssertionError(f"{expression} never came true: {someone.text()}")


def go_offline(someone):
    someone.page.context.set_offline(True)
    someone.page.wait_for_selector("#network[data-state=offline]")


def come_back(someone):
    someone.page.context.set_offline(False)
    someone.complaints.clear()  # the browser itself complains of each request without a network


def look(someone):
    """The page without what the browser said of the missing network."""
    someone.complaints.clear()
    someone.check()


def interview_first(someone):
    someone.page.get_by_role("button", name="เริ่มสัมภาษณ์").first.click()
    someone.page.wait_for_selector("#asking fieldset.line")
    while True:
        look(someone)
        for group in someone.page.locator("#asking fieldset.line").all():
            group.locator("input").nth(1).check()
        forward = someone.page.get_by_role("button", name="ถัดไป")
        if not forward.is_visible():
            break
        forward.click()
    someone.page.get_by_role("button", name="จบการสัมภาษณ์").click()
    someone.page.wait_for_selector("#list:visible")


def waiting(someone):
    return someone.page.locator("#waiting").inner_text()


def wait_until(someone, text):
    someone.page.locator("#waiting", has_text=text).wait_for()


def test_two_interviews_without_a_network_are_counted_once_each_when_it_is_back(interviewer):
    interviewer.check()
    go_offline(interviewer)
    interviewer.page.reload()
    interviewer.page.wait_for_selector("article.client")
    assert interviewer.page.locator("article.client").count() == 4
    look(interviewer)
    interview_first(interviewer)
    interview_first(interviewer)
    wait_until(interviewer, "รอส่ง 2 รายการ")
    look(interviewer)
    interviewer.page.reload()
    wait_until(interviewer, "รอส่ง 2 รายการ")
    assert interviewer.page.locator("article.client").count() == 2
    assert Answer.objects.count() == 0
    come_back(interviewer)
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    receipts = interviewer.page.locator(".told code").all_inner_texts()
    assert len(set(receipts)) == 2
    assert all(re.fullmatch(r"([0-9A-Z]{4}-){5}[0-9A-Z]{4}", receipt) for receipt in receipts)
    interviewer.check()
    interviewer.page.reload()
    interviewer.page.wait_for_selector("article.client")
    assert [(answer.part, answer.choices, answer.source) for answer in Answer.objects.all()] == [
        ("EIT2", "2" * 9, "interview")
    ] * 2
    assert Assignment.objects.filter(state=AssignmentState.DONE).count() == 2
    for receipt in receipts:
        interviewer.go("/s/receipt/")
        interviewer.page.get_by_label("เลขใบรับ").fill(receipt)
        interviewer.press("ตรวจ")
        assert "ถูกนับแล้ว" in interviewer.text()


def test_an_answer_of_the_server_that_is_lost_on_the_way_counts_once(interviewer):
    lost = []

    def lose_first(route):
        if not lost:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    interviewer.page.context.route("**/send/", lose_first)
    interview_first(interviewer)
    interviewer.page.wait_for_selector("#network[data-state=offline]")
    wait_until(interviewer, "รอส่ง 1 รายการ")
    assert (lost[0].status, Answer.objects.count()) == (200, 1)
    interviewer.page.evaluate("dispatchEvent(new Event('online'))")
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    assert Answer.objects.count() == 1


def test_an_expired_sign_in_keeps_the_queue_and_says_so(interviewer, assessor, calling):  # noqa: F811
    go_offline(interviewer)
    interview_first(interviewer)
    session = assessor.cookies["sessionid"].value
    interviewer.page.context.clear_cookies(name="sessionid")
    come_back(interviewer)
    interviewer.page.wait_for_selector("#network[data-state=signed-out]")
    assert "รอส่ง 1 รายการ" in waiting(interviewer)
    assert "เข้าสู่ระบบ" in interviewer.page.locator("#network").inner_text()
    look(interviewer)
    assert Answer.objects.count() == 0
    home = interviewer.home
    interviewer.page.context.add_cookies([{"name": "sessionid", "value": session, "url": home}])
    interviewer.go(calling)
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    assert Answer.objects.count() == 1


def test_a_half_finished_interview_is_there_after_a_reload(interviewer):
    interviewer.page.get_by_role("button", name="เริ่มสัมภาษณ์").first.click()
    interviewer.page.locator("#asking fieldset.line").first.locator("input").nth(3).check()
    interviewer.page.reload()
    interviewer.page.get_by_role("button", name="สัมภาษณ์ต่อ").click()
    assert interviewer.page.locator("#asking input:checked").input_value() == "4"
    interviewer.page.get_by_role("button", name="ถัดไป").click()
    assert interviewer.page.locator(".problem:visible").count() == 2
    interviewer.check()


def test_who_refuses_is_replaced_and_a_call_back_keeps_its_day(interviewer):
    interviewer.page.get_by_role("button", name="บันทึกการติดต่อ").first.click()
    interviewer.page.get_by_label("ผลการติดต่อ").first.select_option("refused")
    interviewer.check()
    first = interviewer.page.locator("article.client h2").first.inner_text()
    interviewer.page.get_by_role("button", name="บันทึก", exact=True).click()
    interviewer.page.get_by_role("heading", name=first, exact=True).wait_for(state="detached")
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    until(interviewer, "document.querySelectorAll('article.client').length === 4")
    assert Assignment.objects.filter(state=AssignmentState.ENDED).count() == 1
    assert Assignment.objects.filter(is_replacement=True).count() == 1
    interviewer.page.get_by_role("button", name="บันทึกการติดต่อ").first.click()
    interviewer.page.get_by_label("ผลการติดต่อ").first.select_option("never-found")
    interviewer.page.get_by_role("button", name="บันทึก", exact=True).click()
    assert interviewer.page.locator(".problem:visible").count() == 1
    interviewer.page.get_by_label("ผลการติดต่อ").first.select_option("call-back")
    interviewer.page.get_by_label("ติดต่อใหม่วันที่").first.fill(f"{timezone.localdate() + timedelta(days=2)}")
    interviewer.check()
    interviewer.page.get_by_role("button", name="บันทึก", exact=True).click()
    interviewer.page.wait_for_selector(".tries li")
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    assert Attempt.objects.get(outcome="call-back").call_on == timezone.localdate() + timedelta(days=2)


def test_signing_out_warns_of_what_waits_and_forgets_the_clients(interviewer):
    go_offline(interviewer)
    interview_first(interviewer)
    asked = []
    interviewer.page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    interviewer.page.get_by_role("button", name="ออกจากระบบ").click()
    interviewer.page.wait_for_timeout(500)
    assert "1 รายการรอส่ง" in asked[0]
    assert interviewer.page.locator("article.client").count() == 3
    come_back(interviewer)
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    interviewer.page.get_by_role("button", name="ออกจากระบบ").click()
    interviewer.page.wait_for_url(f"{interviewer.home}/")
    kept = interviewer.page.evaluate("caches.keys()")
    assert kept == []


def test_the_page_speaks_english_too(interviewer, calling):
    interviewer.go(f"/en{calling}")
    interviewer.page.wait_for_selector("article.client")
    interviewer.check()
    assert "Start the interview" in interviewer.text()


def test_a_supervisor_sees_progress_and_calls_again(at_browser, national_office, interviewer, collecting, agency):  # noqa: F811
    interview_first(interviewer)
    wait_until(interviewer, "ไม่มีรายการค้างส่ง")
    office = at_browser(national_office, DESKTOP)
    office.go(f"/office/national/rounds/{collecting.slug}/interviews/")
    office.follow("เทศบาลเมืองตัวอย่าง")
    office.page.get_by_label("เลขตั้งต้นการสุ่ม").fill("44")
    office.press("สุ่มรายที่จะโทรกลับ")
    office.page.locator("select[name=outcome]").select_option("agree")
    office.press("บันทึก")
    assert "บันทึกผลการตรวจซ้ำแล้ว" in office.text()
    phone = at_browser(national_office)
    phone.go(f"/office/national/rounds/{collecting.slug}/interviews/of/{agency.code}/")
    phone.go(f"/office/national/rounds/{collecting.slug}/interviews/")

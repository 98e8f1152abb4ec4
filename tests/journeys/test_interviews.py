"""What can go wrong between an interviewer's phone and the server; `test_whole_round` has what goes right."""

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
from tests.journeys.interviewing import (
    come_back,
    go_offline,
    interview_first,
    take_over,
    until,
    wait_for_queue,
    waiting,
)
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
def interviewer(at_browser, assessor, calling):  # noqa: F811
    """At the page, whose worker has taken over."""
    someone = at_browser(assessor)
    someone.go(calling)
    take_over(someone)
    return someone


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
    wait_for_queue(interviewer, 1)
    assert (lost[0].status, Answer.objects.count()) == (200, 1)
    interviewer.page.evaluate("dispatchEvent(new Event('online'))")
    wait_for_queue(interviewer, 0)
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
    interviewer.complaints.clear()  # the browser itself notes the refusal
    interviewer.check()
    assert Answer.objects.count() == 0
    home = interviewer.home
    interviewer.page.context.add_cookies([{"name": "sessionid", "value": session, "url": home}])
    interviewer.go(calling)
    wait_for_queue(interviewer, 0)
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
    wait_for_queue(interviewer, 0)
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
    wait_for_queue(interviewer, 0)
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
    wait_for_queue(interviewer, 0)
    interviewer.page.get_by_role("button", name="ออกจากระบบ").click()
    interviewer.page.wait_for_url(f"{interviewer.home}/")
    kept = interviewer.page.evaluate("caches.keys()")
    assert kept == []

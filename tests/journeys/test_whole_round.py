"""A rehearsal round from its opening to its tallies, by everybody who has a part in it: in Thai on phones, in English at
desks. Three staff answer with codes, one of them in the other language and one by keyboard without JavaScript."""

import pytest

from prongsai.portal.surveys.models import Answer
from tests.cast import *  # noqa: F403 - the cast
from tests.journeys import answering
from tests.journeys.at_agency import OWN, confirm_with_a_second_look, fill_in, prepare_surveys
from tests.journeys.at_office import (
    LATER,
    PAPER_ROWS,
    SURVEYS,
    bring_paper,
    close_and_tally,
    date_phases,
    draw_the_sample,
    move_on,
    open_the_round,
    review_interviews,
    watch,
)
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.interviewing import interview_too_late, interview_twice

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=[("th", PHONE), ("en", DESKTOP)], ids=["thai-phone", "english-desktop"])
def here(request, at_browser, agency, other_agency, clerk_office, treasury):
    """Seats somebody at a browser of this run's language and size, or of another one."""
    language, screen = request.param

    def seat(player, **others):
        return at_browser(player, **{"screen": screen, "language": language, **others})

    seat.language = language
    return seat


def counted():
    return {part: Answer.objects.filter(part=part).count() for part in ("IIT", "EIT1", "EIT2")}


def answer_as_staff(here, codes, address):
    """From a slip, in the other language by keyboard, and by keyboard without JavaScript."""
    address = address if here.language == "th" else f"/en{address}"
    first = here(None)
    receipt = answering.answer_from_a_slip(first, address, codes[0])
    other = here(None, language="en" if here.language == "th" else "th")
    answering.answer_from_a_typed_code(other, codes[1])
    plain = here(None, screen=PHONE, java_script_enabled=False)
    answering.answer_without_a_script(plain, address, spent=codes[0], code=codes[2])
    answering.look_at_the_long_page(here(None, screen=PHONE), address)
    answering.check_receipt(first, receipt)


def close_surveys(office):
    move_on(office, "ตรวจให้คะแนน OIT")
    move_on(office, "ชี้แจงคะแนน OIT")


def see_that_it_is_closed(citizen, address):
    assert citizen.page.goto(f"{citizen.home}{address}").status == 403
    citizen.complaints.clear()
    citizen.check()


def see_what_others_see(watcher, at_agency):
    """An assessor has nothing to press; an agency has its numbers and its journal."""
    watcher.go(SURVEYS)
    assert watcher.page.locator("main form[method=post]").count() == 0
    at_agency.go(f"{OWN}surveys/")
    at_agency.go("/office/town/journal/")
    at_agency.sees("ทำรหัสใช้ครั้งเดียวสำหรับแบบวัด IIT")


def read_the_journal(office):
    """The office reads what was done in the round, narrows it, and finds nothing of those who answered."""
    office.go(SURVEYS.replace("surveys/", "journal/"))
    office.sees("ทำรหัสใช้ครั้งเดียวสำหรับแบบวัด IIT")
    office.page.locator("select[name=verb]").select_option("round.move")
    office.press("ค้นหา")
    office.sees("เปลี่ยนสถานะของรอบ")
    assert office.page.locator("tbody tr").count() == 3


def test_a_round_from_its_opening_to_its_tallies(here, national_office, assessor, officer, executive):
    office, at_agency, chief = here(national_office), here(officer), here(executive, color_scheme="dark")
    open_the_round(office)
    fill_in(at_agency)
    confirm_with_a_second_look(at_agency, chief)
    date_phases(office, LATER)
    move_on(office, "ผู้บริหารยืนยันข้อมูล")
    move_on(office, "เก็บข้อมูล")

    codes, staff_address, public_address = prepare_surveys(at_agency)
    answer_as_staff(here, codes, staff_address)
    citizen = here(None, screen=PHONE, color_scheme="dark")
    answering.answer_as_citizen(citizen, public_address)
    draw_the_sample(office, ["assessor"])
    interviewer = here(assessor)
    interview_twice(interviewer)
    assert counted() == {"IIT": 3, "EIT1": 1, "EIT2": 2}
    bring_paper(office)
    watch(office)
    read_the_journal(office)
    see_what_others_see(here(assessor), at_agency)

    interview_too_late(interviewer, lambda: close_surveys(office))
    see_that_it_is_closed(citizen, public_address)
    review_interviews(office)
    move_on(office, "ยืนยันผลคะแนน")
    rows = close_and_tally(office)
    assert counted() == {"IIT": 3, "EIT1": 1 + PAPER_ROWS, "EIT2": 3}
    assert {(row["agency"], row["instrument"], row["answers"]) for row in rows} == {("town", "EIT1", "13")}
    assert sum(int(row["count"]) for row in rows) == (1 + PAPER_ROWS) * 9

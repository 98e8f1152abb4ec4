"""What becomes of confirmed OIT answers: shared out, marked by two who do not see each other, a disagreement decided, an
objection granted, the round computed, and everything on the public page. In Thai on phones, in English at desks.

It begins where the journey of `test_disclosure` ends: with the copy that an executive confirmed. The round is a real one,
since a rehearsal is nobody's to see.
"""

from itertools import zip_longest

import pytest

from prongsai.portal.computing.models import ComputedResult
from prongsai.portal.disclosures.models import Seating, SeatKind
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import invite_agencies, open_round
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.rounds.states import RoundState
from tests.cast import *  # noqa: F403 - the cast
from tests.journeys.conftest import DESKTOP, PHONE
from tests.marking import *  # noqa: F403 - answers that were confirmed
from tests.rounds import *  # noqa: F403 - the round
from tests.rounds import date_every_phase, move_to

pytestmark = pytest.mark.django_db(transaction=True)

ROUND = "/office/national/rounds/2568/"
QUEUE = "/office/national/marking/2568/"
OIT = "/office/town/rounds/2568/oit/"
GIVEN_ITEMS = ("o1", "o2", "o3")


@pytest.fixture
def rehearsal(agency):
    """In the place of the play round: a real one, on sealed rules, so that its end can be published."""
    facts = open_round(actor="tester", year=2568, is_rehearsal=False, name_th="รอบปี 2568", name_en="Round of 2568")
    date_every_phase(facts)
    invite_agencies(actor="tester", round_id=facts.id, codes=[agency.code], how="all")
    move_to(facts.id, RoundState.REGISTRATION)
    return find_round(facts.slug)


@pytest.fixture(params=[("th", PHONE), ("en", DESKTOP)], ids=["thai-phone", "english-desktop"])
def here(request, at_browser):
    """Seats somebody at a browser of this run's language and size."""
    language, screen = request.param
    return lambda player: at_browser(player, screen=screen, language=language)


def share_out(office):
    office.go("/office/national/")
    office.follow("การตรวจให้คะแนน OIT")
    office.press("แบ่งงาน")
    office.sees("แบ่งงานแล้ว %(n)s ที่", n=3)


def player_at(players, kind):
    person = Seating.objects.get(kind=kind).person_id
    return next(player for player in players if player.person.pk == person)


def mark_all(assessor, missing=()):
    """From the desk through the queue: every item that waits, `missing` without their first element."""
    assessor.go("/office/national/")
    assessor.follow("ตรวจให้คะแนน OIT")
    assessor.follow("เทศบาลเมืองตัวอย่าง" if assessor.language == "th" else "Example Town")
    for item in GIVEN_ITEMS:
        assert f"/{item}/" in assessor.page.url
        rows = assessor.page.locator("[data-element]")
        for number in range(rows.count()):
            answer = "no" if item in missing and number == 0 else "yes"
            rows.nth(number).locator(f"input[value={answer}]").check()
            if answer == "no":
                rows.nth(number).locator("textarea").fill("หน้าที่ให้ไว้ไม่มีรายการนี้")
        assessor.press("บันทึกแล้วไปข้อต่อไป")


def decide_dispute(adjudicator, item):
    adjudicator.go(QUEUE)
    adjudicator.follow("เทศบาลเมืองตัวอย่าง" if adjudicator.language == "th" else "Example Town")
    assert f"/{item}/" in adjudicator.page.url
    adjudicator.sees("หน้าที่ให้ไว้ไม่มีรายการนี้")
    adjudicator.field("ไม่ครบถ้วน (0)").check()
    adjudicator.field("เหตุผล").fill("ตรวจแล้วไม่มีแผนผัง")
    adjudicator.press("ตัดสิน")


def object_to(officer, item):
    officer.go(OIT)
    officer.follow("ผลตรวจ OIT และการชี้แจง")
    officer.page.locator(f"#{item}").get_by_role("link").first.click()
    officer.page.wait_for_load_state()
    officer.check()
    officer.field("ที่อยู่เว็บ (บรรทัดละหนึ่งแห่ง)").fill("town.example")
    officer.field("คำชี้แจง").fill("แผนผังอยู่หน้าที่สอง")
    officer.press("ส่งคำชี้แจง")
    assert officer.field("คำชี้แจง").input_value() == "แผนผังอยู่หน้าที่สอง"
    officer.field("ที่อยู่เว็บ (บรรทัดละหนึ่งแห่ง)").fill("https://town.example/chart")
    officer.press("ส่งคำชี้แจง")
    officer.sees("ส่งคำชี้แจงแล้ว รอผู้ชี้ขาดพิจารณา")


def grant(adjudicator, item):
    adjudicator.go(QUEUE)
    adjudicator.follow(adjudicator.say("มีคำชี้แจง %(n)s ข้อรอท่านตัดสิน", n=1))
    adjudicator.follow(item.upper())
    adjudicator.field("รับคำชี้แจง ให้ครบถ้วน (100)").check()
    adjudicator.field("เหตุผล (หน่วยงานและประชาชนจะได้อ่าน)").fill("พบแผนผังแล้ว")
    adjudicator.press("ตัดสิน")
    adjudicator.sees("ไม่มีคำชี้แจงที่รอท่านตัดสิน")


def compute(office, reason):
    office.go(ROUND)
    office.follow("ผลคะแนนของรอบ")
    office.field("เหตุผลของการคำนวณ").fill(reason)
    office.press("คำนวณ")


def oit_of(agency, edition):
    """The item scores of an edition, by item."""
    row = ComputedResult.objects.get(agency=agency, computation__edition=edition)
    return {code: score for instrument, code, score, *_rest in row.figures if instrument == "OIT"}


def test_two_marks_a_decision_an_objection_and_the_score_that_follows(
    here, hire, scoring, agency, national_office, officer
):
    players = [hire(f"assessor-{number}", None, Role.ASSESSOR) for number in range(3)]
    office = here(national_office)
    share_out(office)
    for kind, missing in zip_longest((SeatKind.FIRST, SeatKind.SECOND), (("o1",),), fillvalue=()):
        mark_all(here(player_at(players, kind)), missing)
    adjudicator = here(player_at(players, SeatKind.ADJUDICATOR))
    decide_dispute(adjudicator, "o1")
    office.go(f"{ROUND}oit/")
    office.sees("66.7")  # two of three items marked alike
    move_to(scoring.id, RoundState.CLARIFICATION)
    close_counting(actor="tester", round_id=scoring.id)
    compute(office, "ก่อนพิจารณาคำชี้แจง")
    object_to(here(officer), "o1")
    grant(adjudicator, "o1")
    compute(office, "หลังพิจารณาคำชี้แจง")
    office.sees("ต่างจากครั้งที่ %(n)s", n=1)
    assert (oit_of(agency, 1)["o1"], oit_of(agency, 2)["o1"]) == ("0", "100")
    move_to(scoring.id, RoundState.CONFIRMED, RoundState.PUBLISHED)
    correct_after_the_results(office)
    compute(office, "หลังแก้ไข O2")
    assert (oit_of(agency, 2)["o2"], oit_of(agency, 3)["o2"]) == ("100", "0")
    read_what_everybody_may(here(officer))


def correct_after_the_results(office):
    office.go(f"{ROUND}oit/of/town/?item=o2")
    office.field("เหตุผลของการแก้ไข (แสดงต่อสาธารณะ)").fill("ตรวจผิดหน้า")
    office.press("กลับผลตรวจของข้อนี้")
    office.sees("แก้ไขแล้ว ของเดิมและเหตุผลยังแสดงต่อสาธารณะ")


def read_what_everybody_may(officer):
    """From the agency's own page of the round to the public one: verdicts, the objection, the correction, the score."""
    officer.go(OIT)
    officer.follow("หน้า OIT สาธารณะ")
    for item, words in {
        "o1": ("แก้ตามคำชี้แจง", "แผนผังอยู่หน้าที่สอง", "พบแผนผังแล้ว"),
        "o2": ("แก้ไขหลังประกาศผล", "ตรวจผิดหน้า"),
        "o3": ("ผู้ประเมินสองคนเห็นตรงกัน",),
        "o4": ("หน่วยงานไม่ได้ตอบข้อนี้",),
    }.items():
        shown = officer.page.locator(f"#{item}").inner_text()
        assert all(officer.say(text) in shown for text in words), shown
    officer.sees("คะแนน OIT")
    assert "ไม่มีรายการนี้" not in officer.text(), "the assessors' reasons are the agency's alone"

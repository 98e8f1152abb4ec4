"""What assessors, the office and the agency do with confirmed OIT answers in a journey, until everybody reads of it.

Three answered items play: the marks of the first differ and the agency's objection to the decision is granted, the verdict
on the second is corrected after the results, the third is complete for both. `UNANSWERED` has no answer.
"""

from itertools import zip_longest

from prongsai.portal.computing.models import ComputedResult
from prongsai.portal.disclosures.models import Seating, SeatKind
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import invite_agencies, open_round
from prongsai.portal.rounds.running.closing import close_counting
from prongsai.portal.rounds.states import RoundState
from tests.rounds import date_every_phase, move_to

ROUND = "/office/national/rounds/2568/"
QUEUE = "/office/national/marking/2568/"
OIT = "/office/town/rounds/2568/oit/"
UNANSWERED = "o4"


def open_real_round(agency):
    """On sealed rules, so that its end can be published: a rehearsal is nobody's to see."""
    facts = open_round(actor="tester", year=2568, is_rehearsal=False, name_th="รอบปี 2568", name_en="Round of 2568")
    date_every_phase(facts)
    invite_agencies(actor="tester", round_id=facts.id, codes=[agency.code], how="all")
    move_to(facts.id, RoundState.REGISTRATION)
    return find_round(facts.slug)


def walk_to_the_public_page(here, hire, facts, agency, office, officer, items):
    """From the sharing out of the work to the public page; `here` seats somebody at a browser."""
    players = [hire(f"assessor-{number}", None, Role.ASSESSOR) for number in range(3)]
    disputed, corrected, _agreed = items
    share_out(office)
    for kind, missing in zip_longest((SeatKind.FIRST, SeatKind.SECOND), ((disputed,),), fillvalue=()):
        mark_all(here(player_at(players, kind)), items, missing)
    adjudicator = here(player_at(players, SeatKind.ADJUDICATOR))
    decide_dispute(adjudicator, disputed)
    office.go(f"{ROUND}oit/")
    office.sees("66.7")  # two of three items marked alike
    move_to(facts.id, RoundState.CLARIFICATION)
    close_counting(actor="tester", round_id=facts.id)
    compute(office, "ก่อนพิจารณาคำชี้แจง")
    object_to(officer, disputed)
    grant(adjudicator, disputed)
    compute(office, "หลังพิจารณาคำชี้แจง")
    office.sees("ต่างจากครั้งที่ %(n)s", n=1)
    assert (oit_of(agency, 1)[disputed], oit_of(agency, 2)[disputed]) == ("0", "100")
    move_to(facts.id, RoundState.CONFIRMED, RoundState.PUBLISHED)
    correct_after_the_results(office, corrected)
    compute(office, "หลังแก้ไข")
    assert (oit_of(agency, 2)[corrected], oit_of(agency, 3)[corrected]) == ("100", "0")
    read_what_everybody_may(officer, items)


def share_out(office):
    office.go("/office/national/")
    office.follow("การตรวจให้คะแนน OIT")
    office.press("แบ่งงาน")
    office.sees("แบ่งงานแล้ว %(n)s ที่", n=3)


def player_at(players, kind):
    person = Seating.objects.get(kind=kind).person_id
    return next(player for player in players if player.person.pk == person)


def mark_all(assessor, items, missing=()):
    """From the desk through the queue: every item that waits, `missing` without their first element."""
    assessor.go("/office/national/")
    assessor.follow("ตรวจให้คะแนน OIT")
    assessor.follow("เทศบาลเมืองตัวอย่าง" if assessor.language == "th" else "Example Town")
    for item in items:
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
    officer.field("ที่อยู่เว็บ (บรรทัดละหนึ่งแห่ง)").fill("หน้าที่สอง")
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


def correct_after_the_results(office, item):
    office.go(f"{ROUND}oit/of/town/?item={item}")
    office.field("เหตุผลของการแก้ไข (แสดงต่อสาธารณะ)").fill("ตรวจผิดหน้า")
    office.press("แก้ผลเป็นไม่ครบถ้วน (0)")
    office.sees("แก้ไขแล้ว ของเดิมและเหตุผลยังแสดงต่อสาธารณะ")
    office.sees("คะแนนที่ประกาศยังเป็นของเดิม ให้คำนวณรอบนี้ใหม่แล้วประกาศ")


def read_what_everybody_may(officer, items):
    """From the agency's own page of the round to the public one: verdicts, the objection, the correction, the score."""
    officer.go(OIT)
    officer.follow("หน้า OIT สาธารณะ")
    disputed, corrected, agreed = items
    for item, words in {
        disputed: ("แก้ตามคำชี้แจง", "แผนผังอยู่หน้าที่สอง", "พบแผนผังแล้ว"),
        corrected: ("แก้ไขหลังประกาศผล", "ตรวจผิดหน้า"),
        agreed: ("ผู้ประเมินสองคนเห็นตรงกัน",),
        UNANSWERED: ("หน่วยงานไม่ได้ตอบข้อนี้",),
    }.items():
        shown = officer.page.locator(f"#{item}").inner_text()
        assert all(officer.say(text) in shown for text in words), shown
    officer.sees("คะแนน OIT")
    assert "ไม่มีรายการนี้" not in officer.text(), "the assessors' reasons are the agency's alone"

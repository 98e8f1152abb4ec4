"""An agency's pages in a round."""

import pytest
from django.utils.translation import override
from tests.rounds import ACTOR

from prongsai.portal.office.desk import cards_for
from prongsai.portal.rounds.models import Participation, Round
from prongsai.portal.rounds.queries import participation
from prongsai.portal.rounds.running.actions import open_round

pytestmark = pytest.mark.django_db

HOME = "/office/town/rounds/"
PAGE = f"{HOME}rehearsal-2569/"
MARK = "รอบซักซ้อม ข้อมูลและคะแนนในรอบนี้ไม่ใช่ผลการประเมิน"


@pytest.fixture
def typed(clerk_office, treasury):
    return {
        "website": "https://town.example/",
        "address": "1 ถนนตัวอย่าง",
        "contact_phone": "0 2000 0000",
        "staff": "๒๕",
        "clients": "1,200",
        f"unit-{clerk_office.pk}": "14",
        f"unit-{treasury.pk}": "9",
        "service-0-name": "ชำระภาษี",
        "service-0-clients": "700",
        "service-1-name": "",
        "service-1-clients": "",
    }


def text_of(response):
    return response.content.decode()


def state():
    return Participation.objects.get(agency__code="town").state


def seen_in(page):
    return page.partition('name="seen" value="')[2][:64]


def test_from_draft_to_confirmed(officer, executive, rehearsal, agency, typed):
    assert officer.get(HOME)["Location"] == PAGE
    assert officer.post(f"{PAGE}profile/", typed)["Location"] == PAGE
    page = text_of(officer.get(PAGE))
    assert "ส่งให้ผู้บริหารยืนยัน" in page
    assert "มีอยู่เพียง 25 คน จึงขอให้ตอบทุกคน" in page
    officer.post(f"{PAGE}submit/")
    page = text_of(executive.get(PAGE))
    executive.post(f"{PAGE}confirm/", {"seen": seen_in(page)})
    assert state() == "confirmed"
    facts = participation(rehearsal.id, agency.pk)
    assert (facts.staff, facts.clients, [unit.staff for unit in facts.units]) == (25, 1200, [14, 9])
    copy = text_of(officer.get(f"{PAGE}copies/1/"))
    assert "1,200" in copy
    assert "ชำระภาษี" in copy
    assert officer.get(f"{PAGE}copies/2/").status_code == 404


@pytest.mark.parametrize("address", ["", "profile/"])
def test_every_page_is_marked(officer, rehearsal, address):
    assert MARK in text_of(officer.get(f"{PAGE}{address}"))


def test_the_page_lists_what_is_missing_and_offers_no_submitting(officer, rehearsal):
    page = text_of(officer.get(PAGE))
    assert f'href="{PAGE}profile/#id_website"' in page
    assert "ส่งให้ผู้บริหารยืนยัน" not in page
    officer.post(f"{PAGE}submit/")
    assert state() == "drafting"


def test_what_cannot_be_read_is_said_and_stays_as_typed(officer, rehearsal, typed):
    wrong = typed | {"staff": "ยี่สิบ", "service-1-name": "ทะเบียน", "website": "not a site"}
    page = text_of(officer.post(f"{PAGE}profile/", wrong))
    assert "ใส่จำนวนเต็ม เช่น 99" in page
    assert "ใส่จำนวนผู้รับบริการของงานนี้" in page
    for kept in ("ยี่สิบ", "ทะเบียน", "not a site", "1,200"):
        assert f'value="{kept}"' in page
    assert participation(rehearsal.id, officer.agency.pk).website == ""


@pytest.mark.parametrize(
    ("typed_service", "says"),
    [
        ({"service-1-name": "ชำระภาษี", "service-1-clients": "3"}, "มีงานบริการชื่อนี้แล้ว"),
        ({"service-1-clients": "3"}, "ใส่ชื่องานบริการ"),
    ],
)
def test_a_service_has_a_name_of_its_own(officer, rehearsal, typed, typed_service, says):
    assert says in text_of(officer.post(f"{PAGE}profile/", typed | typed_service))


def test_more_rows_are_given_without_saving(officer, rehearsal, typed):
    page = text_of(officer.post(f"{PAGE}profile/", typed | {"more": "yes"}))
    assert 'name="service-4-name"' in page
    assert 'value="ชำระภาษี"' in page
    assert participation(rehearsal.id, officer.agency.pk).staff is None


def test_rows_are_not_given_without_end(officer, rehearsal, typed):
    flood = typed | {f"service-{number}-name": "" for number in range(300)}
    assert officer.post(f"{PAGE}profile/", flood | {"more": "yes"}).content.count(b"-clients") < 500


def test_an_executive_returns_with_a_reason_which_the_officer_reads(officer, executive, rehearsal, typed):
    officer.post(f"{PAGE}profile/", typed)
    officer.post(f"{PAGE}submit/")
    too_long = "ก" * 501
    assert too_long in text_of(executive.post(f"{PAGE}return/", {"reason": too_long}))
    assert state() == "submitted"
    executive.post(f"{PAGE}return/", {"reason": "กองคลังมีคนเพิ่ม"})
    assert "กองคลังมีคนเพิ่ม" in text_of(officer.get(PAGE))
    assert "กองคลังมีคนเพิ่ม" in text_of(officer.get(f"{PAGE}profile/"))


def test_confirming_something_else_than_was_shown_is_refused(officer, executive, rehearsal, typed):
    officer.post(f"{PAGE}profile/", typed)
    officer.post(f"{PAGE}submit/")
    page = text_of(executive.post(f"{PAGE}confirm/", {"seen": "x"}, follow=True))
    assert "ข้อมูลเปลี่ยนไป" in page
    assert state() == "submitted"


@pytest.mark.parametrize("who", ["officer", "unit_head", "auditor", "contributor"])
def test_only_an_executive_confirms_or_returns(request, rehearsal, who):
    player = request.getfixturevalue(who)
    assert player.post(f"{PAGE}confirm/").status_code == 403
    assert player.post(f"{PAGE}return/", {"reason": "ก"}).status_code == 403


@pytest.mark.parametrize("who", ["executive", "unit_head", "auditor", "contributor"])
def test_only_an_officer_writes_and_submits(request, rehearsal, who):
    player = request.getfixturevalue(who)
    assert player.get(f"{PAGE}profile/").status_code == 403
    assert player.post(f"{PAGE}submit/").status_code == 403
    assert player.get(PAGE).status_code == 200


def test_another_agency_sees_its_own_participation_only(stranger, rehearsal, typed):
    assert stranger.get(PAGE).status_code == 404
    assert stranger.get("/office/village/rounds/rehearsal-2569/").status_code == 200


def test_a_round_that_is_prepared_or_to_which_nobody_was_invited_is_not_there(officer, agency):
    facts = open_round(actor=ACTOR, year=2568, is_rehearsal=True, name_th="ซ้อม")
    assert officer.get(f"{HOME}{facts.slug}/").status_code == 404
    Round.objects.update(state="registration")
    assert officer.get(f"{HOME}{facts.slug}/").status_code == 404
    assert "ยังไม่มีรอบที่เชิญ" in text_of(officer.get(HOME))


def test_outside_its_time_the_page_says_so(officer, rehearsal):
    Round.objects.update(state="clarification")
    page = text_of(officer.get(PAGE))
    assert "ขณะนี้ยังแก้ไขหรือส่งไม่ได้" in page
    assert "กรอกและแก้ไขข้อมูล" not in page


def test_saving_outside_its_time_is_refused_with_what_was_typed(officer, rehearsal, typed):
    Round.objects.update(state="clarification")
    page = text_of(officer.post(f"{PAGE}profile/", typed))
    assert "ไม่อยู่ในช่วงเวลา" in page
    assert 'value="ชำระภาษี"' in page


def test_the_desk_says_what_waits_for_whom(officer, executive, auditor, rehearsal, typed):
    def notes(player):
        with override("th"):
            return [card.note for card in cards_for(player.seat) if card.href == HOME]

    assert notes(officer) == ["มีข้อมูลที่ต้องกรอกและส่ง"]
    officer.post(f"{PAGE}profile/", typed)
    officer.post(f"{PAGE}submit/")
    assert notes(officer) == [""]
    assert notes(executive) == ["มีข้อมูลรอท่านยืนยัน"]
    executive.post(f"{PAGE}return/", {"reason": "แก้"})
    assert notes(officer) == ["ผู้บริหารส่งคืน ดูเหตุผลแล้วแก้ไข"]
    assert notes(auditor) == [""]


def test_without_a_round_there_is_no_card(officer):
    with override("th"):
        assert HOME not in [card.href for card in cards_for(officer.seat)]


def test_the_page_is_whole_in_english(officer, rehearsal, typed):
    officer.post(f"{PAGE}profile/", typed)
    page = text_of(officer.get(f"/en{PAGE}"))
    assert "There are only 25 people, so everybody is asked" in page
    assert "Rehearsal round" in page


def test_the_journal_tells_it_in_words(officer, rehearsal, typed):
    officer.post(f"{PAGE}profile/", typed)
    assert "บันทึกข้อมูลเข้าร่วมรอบ" in text_of(officer.get("/office/town/journal/"))

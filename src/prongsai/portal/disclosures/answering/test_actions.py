from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.disclosures import address, answer, hand_in

from prongsai.portal.disclosures.answering.actions import (
    EditedMeanwhileError,
    add_addresses,
    assign_items,
    carry_over,
    save_item,
    take_list,
)
from prongsai.portal.disclosures.answering.carrying import formerly, offered, other_items_of
from prongsai.portal.disclosures.answering.handing_in.actions import (
    confirm_disclosure,
    return_disclosure,
    submit_disclosure,
)
from prongsai.portal.disclosures.answering.handing_in.contents import confirmable_hash
from prongsai.portal.disclosures.answering.inputs import Assignment, ItemInput
from prongsai.portal.disclosures.answering.queries import earlier_year, find_copy, standing, written_items
from prongsai.portal.disclosures.models import DisclosureState
from prongsai.portal.disclosures.queries import confirmed_disclosure
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.journal.queries import lines_of_agency
from prongsai.portal.rounds.queries import instrument_of

pytestmark = pytest.mark.django_db


def written(player, facts):
    return written_items(standing(facts.id, player.agency.pk).id)


def verbs(agency):
    return [line.verb for line in lines_of_agency(agency.code) if line.verb.startswith("disclosure.")]


def test_addresses_keep_their_order_and_the_explanation_its_words(officer, collecting, agency):
    answer(officer, collecting.id, "o10", "b", "a", explanation="แบบฟอร์มอยู่ท้ายหน้า")
    item = written(officer, collecting)["o10"]
    assert item.given == ItemInput((address("b"), address("a")), "แบบฟอร์มอยู่ท้ายหน้า")
    assert (item.edition, item.is_draft) == (1, False)
    assert verbs(agency) == ["disclosure.save"]


def test_of_two_who_edit_one_item_the_second_is_told_and_nothing_is_lost(officer, colleague, collecting):
    answer(officer, collecting.id, "o1", "first")
    with pytest.raises(EditedMeanwhileError, match="O1") as told:
        answer(colleague, collecting.id, "o1", "second")
    [now] = told.value.now
    assert (now.given.urls, now.edition) == ((address("first"),), 1)
    assert written(officer, collecting)["o1"].given.urls == (address("first"),)
    answer(colleague, collecting.id, "o1", "second", edition=now.edition)
    assert written(officer, collecting)["o1"].given.urls == (address("second"),)


def test_whoever_writes_what_stands_there_already_does_not_clash(officer, colleague, collecting):
    answer(officer, collecting.id, "o1", "same")
    answer(colleague, collecting.id, "o1", "same")
    assert written(officer, collecting)["o1"].edition == 2


def test_a_unit_writes_its_own_items_only(officer, unit_head, other_unit_head, contributor, clerk_office, collecting):
    assign_items(
        seat=officer.seat,
        round_id=collecting.id,
        assignments={"o1": Assignment(clerk_office.pk, date(2026, 6, 30)), "o2": Assignment()},
    )
    answer(unit_head, collecting.id, "o1", "a")
    answer(contributor, collecting.id, "o1", "b", edition=1)
    for player, item in ((other_unit_head, "o1"), (unit_head, "o2")):
        with pytest.raises(DisclosureRefusedError, match="อื่น"):
            answer(player, collecting.id, item, "c")
    item = written(officer, collecting)["o1"]
    assert (item.unit_name, item.due_on, item.given.urls) == ("สำนักปลัดเทศบาล", date(2026, 6, 30), (address("b"),))


def test_an_item_goes_to_no_unit_of_another_agency(officer, village_office, collecting):
    with pytest.raises(DisclosureRefusedError, match="หน่วยงาน"):
        assign_items(seat=officer.seat, round_id=collecting.id, assignments={"o1": Assignment(village_office.pk)})


@pytest.mark.parametrize("wrong", [{"item": "o27"}, {"entry": ItemInput(("javascript:alert(1)",))}])
def test_what_no_item_or_no_address_is_is_not_written(officer, collecting, wrong):
    given = {"item": "o1", "entry": ItemInput(), "edition": 0} | wrong
    with pytest.raises(DisclosureRefusedError):
        save_item(seat=officer.seat, round_id=collecting.id, **given)
    assert written(officer, collecting) == {}


def test_last_years_addresses_follow_their_topics_whatever_the_numbers(officer, collecting, last_year):
    rules = instrument_of(collecting)
    earlier = earlier_year(officer.agency.pk, collecting.year)
    offers = offered(rules, earlier)
    assert offers == {
        "o3": (address("contact"),),
        "o10": (address("e"), address("use")),
        "o11": (address("buy"), address("buy.xlsx")),
        "o12": (address("year"),),
    }
    answer(officer, collecting.id, "o3", "new")
    assert carry_over(seat=officer.seat, round_id=collecting.id, offers=offers) == ("o10", "o11", "o12")
    now = written(officer, collecting)
    assert now["o3"].given.urls == (address("new"),)
    assert (now["o11"].given.urls, now["o11"].is_draft) == ((address("buy"), address("buy.xlsx")), True)
    assert [(was.number, was.year) for was in formerly(rules, earlier)["o10"]] == [("O10", 2568), ("O11", 2568)]
    answer(officer, collecting.id, "o11", "buy", edition=1)
    assert not written(officer, collecting)["o11"].is_draft


def test_without_earlier_answers_the_names_of_the_year_before_are_told(collecting, agency):
    assert earlier_year(agency.pk, collecting.year) is None
    before = formerly(instrument_of(collecting), None)
    assert [(was.number, was.urls) for was in before["o11"]] == [("O12", ())]


def test_a_list_with_last_years_numbers_shows_itself_by_its_addresses(officer, collecting, last_year):
    offers = offered(instrument_of(collecting), earlier_year(officer.agency.pk, collecting.year))
    assert other_items_of(offers, "o12", (address("buy"),)) == ("o11",)
    assert other_items_of(offers, "o11", (address("buy"), address("new"))) == ()
    assert other_items_of(offers, "o11", (address("new"),)) == ()


def test_addresses_from_elsewhere_are_added_as_drafts_once(officer, collecting):
    answer(officer, collecting.id, "o1", "own", explanation="หน้าแรก")
    answer(officer, collecting.id, "o2", not_applicable="ไม่มี")
    offers = {item: (address("plan"),) for item in ("o1", "o2", "o3")}
    assert add_addresses(seat=officer.seat, round_id=collecting.id, offers=offers) == ("o1", "o3")
    assert add_addresses(seat=officer.seat, round_id=collecting.id, offers=offers) == ()
    item = written(officer, collecting)["o1"]
    assert item.given == ItemInput((address("own"), address("plan")), "หน้าแรก")
    assert item.is_draft


def test_a_list_is_taken_whole_or_not_at_all(officer, colleague, collecting):
    entries = {"o1": ItemInput((address("a"),)), "o2": ItemInput((address("b"),))}
    answer(colleague, collecting.id, "o2", "hers")
    with pytest.raises(EditedMeanwhileError, match="O2"):
        take_list(seat=officer.seat, round_id=collecting.id, entries=entries, editions={"o1": 0, "o2": 0})
    assert written(officer, collecting).keys() == {"o2"}
    take_list(seat=officer.seat, round_id=collecting.id, entries=entries, editions={"o1": 0, "o2": 1})
    assert written(officer, collecting)["o2"].given.urls == (address("b"),)


def test_what_the_executive_saw_is_kept_word_for_word(officer, executive, collecting, agency):
    answer(officer, collecting.id, "o1", "a", explanation="หน้าแรก")
    answer(officer, collecting.id, "o2", not_applicable="ไม่มีรองผู้บริหาร")
    seen = hand_in(officer, executive, collecting)
    found = confirmed_disclosure(collecting.id, agency.pk)
    assert (found.version, found.sha256, len(found.items)) == (1, seen, 26)
    assert found.items["o1"].urls == (address("a"),)
    assert found.items["o2"].not_applicable == "ไม่มีรองผู้บริหาร"
    assert verbs(agency)[:2] == ["disclosure.confirm", "disclosure.submit"]


def test_items_left_empty_are_handed_in_only_when_they_are_named(officer, collecting):
    answer(officer, collecting.id, "o1", "a")
    others = [item for item in instrument_of(collecting).items if item != "o1"]
    with pytest.raises(DisclosureRefusedError, match="O26"):
        submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=others[:-1])
    submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=others)
    assert standing(collecting.id, officer.agency.pk).state is DisclosureState.SUBMITTED


def test_nothing_is_changed_between_submitting_and_returning(officer, executive, collecting):
    answer(officer, collecting.id, "o1", "a")
    submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=instrument_of(collecting).items)
    with pytest.raises(DisclosureRefusedError, match="สถานะ"):
        answer(officer, collecting.id, "o1", "b", edition=1)
    with pytest.raises(DisclosureRefusedError, match="เหตุผล"):
        return_disclosure(seat=executive.seat, round_id=collecting.id, reason=" ")
    return_disclosure(seat=executive.seat, round_id=collecting.id, reason="ลิงก์ข้อ 1 เปิดไม่ได้")
    assert standing(collecting.id, officer.agency.pk).return_reason == "ลิงก์ข้อ 1 เปิดไม่ได้"
    answer(officer, collecting.id, "o1", "b", edition=1)


def test_what_changed_after_it_was_seen_is_not_confirmed_unseen(officer, executive, collecting):
    answer(officer, collecting.id, "o1", "a")
    every = instrument_of(collecting).items
    submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=every)
    seen = confirmable_hash(standing(collecting.id, officer.agency.pk).id)
    return_disclosure(seat=executive.seat, round_id=collecting.id, reason="แก้")
    answer(officer, collecting.id, "o1", "b", edition=1)
    submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=every)
    with pytest.raises(DisclosureRefusedError, match="เปลี่ยน"):
        confirm_disclosure(seat=executive.seat, round_id=collecting.id, seen=seen)


def test_a_confirmed_copy_stays_when_another_follows(officer, executive, collecting, agency):
    answer(officer, collecting.id, "o1", "a")
    hand_in(officer, executive, collecting)
    return_disclosure(seat=executive.seat, round_id=collecting.id, reason="เพิ่มลิงก์")
    assert confirmed_disclosure(collecting.id, agency.pk).version == 1
    answer(officer, collecting.id, "o1", "a", "b", edition=1)
    hand_in(officer, executive, collecting)
    own = standing(collecting.id, agency.pk).id
    assert [find_copy(own, version).items["o1"].urls for version in (1, 2)] == [
        (address("a"),),
        (address("a"), address("b")),
    ]


def test_each_step_waits_for_its_phase(officer, executive, collecting):
    late = timezone.now() + timedelta(days=60)
    with pytest.raises(DisclosureRefusedError, match="ช่วงเวลา"):
        save_item(seat=officer.seat, round_id=collecting.id, item="o1", entry=ItemInput(), edition=0, at=late)
    every = instrument_of(collecting).items
    with pytest.raises(DisclosureRefusedError, match="ช่วงเวลา"):
        submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=every, at=late)
    submit_disclosure(seat=officer.seat, round_id=collecting.id, accepted_gaps=every)
    for act in (
        lambda: confirm_disclosure(seat=executive.seat, round_id=collecting.id, seen="", at=late),
        lambda: return_disclosure(seat=executive.seat, round_id=collecting.id, reason="x", at=late),
    ):
        with pytest.raises(DisclosureRefusedError, match="ช่วงเวลา"):
            act()


def test_an_agency_that_was_not_invited_writes_nothing(stranger, last_year):
    with pytest.raises(DisclosureRefusedError, match="เข้าร่วม"):
        answer(stranger, last_year.id, "o1", "a")

from decimal import Decimal

import pytest

from prongsai.portal.disclosures.assessing.queries import objections_waiting_for, seating_of, verdicts
from prongsai.portal.disclosures.assessing.verdicts import Because
from prongsai.portal.disclosures.clarifying import actions
from prongsai.portal.disclosures.clarifying.pages import item_of, marked_items
from prongsai.portal.disclosures.models import SweepTarget
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import take_national_seat
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState

pytestmark = pytest.mark.django_db


@pytest.fixture
def objecting(clarification, officer, answered):
    def act(item="o2", text="แผนผังอยู่ในหน้าที่สองของแฟ้ม", urls=("https://town.example/chart",)):
        actions.object_to_mark(
            seat=officer.seat, facts=clarification, disclosure_id=answered.pk, item=item, text=text, urls=urls
        )

    return act


@pytest.fixture
def decide(clarification):
    def act(player, *, is_granted=True, decision="พบตามที่ชี้แจง"):
        seating = seating_of(player.person.pk, clarification.id, "town")
        actions.decide_objection(
            seat=player.national,
            facts=clarification,
            seating=seating,
            item="o2",
            is_granted=is_granted,
            decision=decision,
        )

    return act


def test_a_granted_objection_makes_the_item_complete_and_the_score_follows(
    objecting, decide, third, clarification, agency
):
    before = marked_items(clarification, agency.pk)
    objecting()
    assert objections_waiting_for(third.person.pk, clarification.id) == [("town", "o2")]
    decide(third)
    after = marked_items(clarification, agency.pk)
    assert item_of(after, "o2").verdict.because is Because.OBJECTION
    assert after.missed == before.missed - 1
    assert objections_waiting_for(third.person.pk, clarification.id) == []


def test_a_refused_objection_leaves_the_verdict_and_says_why(objecting, decide, third, clarification, agency):
    objecting()
    decide(third, is_granted=False, decision="หน้าที่ชี้แจงไม่มีแผนผัง")
    one = item_of(marked_items(clarification, agency.pk), "o2")
    assert (one.verdict.is_complete, one.objection.decision) == (False, "หน้าที่ชี้แจงไม่มีแผนผัง")
    with pytest.raises(DisclosureRefusedError, match="ไม่มีคำชี้แจงที่รอ"):
        decide(third)


def test_the_score_is_not_told_while_an_item_is_open(clarification, agency):
    marked = marked_items(clarification, agency.pk)
    assert (marked.open, marked.score) == (1, None)


def test_scores_of_a_finished_sub_indicator_are_worked_by_hand(clarification, agency):
    # indicator 10 of 2569: nothing given for any of its items, so each is 0 and so is their mean
    assert dict(marked_items(clarification, agency.pk).indicators)[10] == Decimal("0.00")


@pytest.mark.parametrize(("item", "said"), [("o1", "ไม่ครบถ้วน"), ("o3", "ไม่ครบถ้วน"), ("o99", "ไม่ครบถ้วน")])
def test_only_a_no_can_be_objected_to(objecting, item, said):
    with pytest.raises(DisclosureRefusedError, match=said):
        objecting(item)


def test_an_item_is_objected_to_once(objecting):
    objecting()
    with pytest.raises(DisclosureRefusedError, match="ไปแล้ว"):
        objecting()


def test_an_item_left_empty_can_be_objected_to(objecting, clarification, agency):
    objecting("o4")
    assert item_of(marked_items(clarification, agency.pk), "o4").objection.is_open


def test_after_the_phase_nobody_objects(objecting, clarification):
    move_round(actor="tester", round_id=clarification.id, to=RoundState.CONFIRMED)
    with pytest.raises(DisclosureRefusedError, match="ช่วงเวลา"):
        objecting()


def test_another_agency_cannot_object_here(clarification, answered, stranger):
    with pytest.raises(DisclosureRefusedError, match="ไม่ครบถ้วน"):
        actions.object_to_mark(
            seat=stranger.seat, facts=clarification, disclosure_id=answered.pk, item="o2", text="ของเรา", urls=()
        )


def test_only_the_adjudicator_decides_and_with_a_reason(objecting, decide, first, third):
    objecting()
    with pytest.raises(DisclosureRefusedError, match="เฉพาะผู้ชี้ขาด"):
        decide(first)
    with pytest.raises(DisclosureRefusedError, match="เหตุผล"):
        decide(third, decision="  ")


def test_a_correction_comes_after_the_results_and_stays_visible(clarification, answered, national_office, agency):
    office = take_national_seat(national_office.person)
    with pytest.raises(DisclosureRefusedError, match="หลังประกาศผล"):
        actions.correct_verdict(
            seat=office, facts=clarification, disclosure_id=answered.pk, item="o1", reason="ตรวจผิดหน้า"
        )
    move_round(actor="tester", round_id=clarification.id, to=RoundState.CONFIRMED)
    facts = find_round(clarification.slug)
    for _twice in range(2):
        actions.correct_verdict(seat=office, facts=facts, disclosure_id=answered.pk, item="o1", reason="ตรวจผิดหน้า")
    one = item_of(marked_items(facts, agency.pk), "o1")
    assert verdicts(facts, agency.pk)["o1"].because is Because.ERRATUM
    assert [(erratum.was_complete, erratum.is_complete) for erratum in one.errata] == [(True, False), (False, True)]


def test_a_verdict_that_was_turned_round_meanwhile_is_not_turned_back_unseen(
    clarification, answered, national_office, agency
):
    office = take_national_seat(national_office.person)
    move_round(actor="tester", round_id=clarification.id, to=RoundState.CONFIRMED)
    facts = find_round(clarification.slug)

    def correct():
        actions.correct_verdict(
            seat=office, facts=facts, disclosure_id=answered.pk, item="o1", reason="ตรวจผิดหน้า", was=True
        )

    correct()
    with pytest.raises(DisclosureRefusedError, match="หลังจากที่ท่านเปิดดู"):
        correct()
    assert verdicts(facts, agency.pk)["o1"].is_complete is False


def test_what_an_objection_shows_is_kept_but_never_in_the_place_of_what_was_handed_in(objecting, agency):
    objecting(urls=("https://town.example/chart", "https://town.example/structure"))
    assert list(SweepTarget.objects.values_list("url", "agency")) == [("https://town.example/chart", agency.pk)]


def test_the_marks_of_an_agency_cost_the_same_for_many_items(clarification, agency, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        marked_items(clarification, agency.pk)

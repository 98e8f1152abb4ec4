import pytest
from django.apps import apps
from django.utils import timezone
from tests.at_once import at_once
from tests.marking import THERE, confirm_copy

from prongsai.portal.disclosures.assessing import actions, queries
from prongsai.portal.disclosures.assessing.inputs import ElementInput
from prongsai.portal.disclosures.assessing.verdicts import Because, known
from prongsai.portal.disclosures.models import Mark, Seating, SeatKind
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.journal.queries import lines_about
from prongsai.portal.people.access import take_national_seat
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState

pytestmark = pytest.mark.django_db
Membership = apps.get_model("people", "Membership")


@pytest.fixture
def decide(scoring):
    def act(player, item="o1", *, is_complete=True, reason="พบในแฟ้มแนบ"):
        seating = queries.seating_of(player.person.pk, scoring.id, "town")
        actions.adjudicate(
            seat=player.national, facts=scoring, seating=seating, item=item, is_complete=is_complete, reason=reason
        )

    return act


@pytest.fixture
def share(scoring, national_office):
    office = take_national_seat(national_office.person)
    return lambda: actions.share_agencies(seat=office, facts=scoring, seed="2569")


def test_two_who_agree_make_the_verdict(mark, first, second, scoring, agency):
    mark(first)
    assert queries.verdicts(scoring, agency.pk)["o1"].because is Because.WAITS_FOR_MARKS
    mark(second)
    verdict = queries.verdicts(scoring, agency.pk)["o1"]
    assert (verdict.is_complete, verdict.because) == (True, Because.BOTH)


def test_one_missing_element_is_an_incomplete_item_and_keeps_its_share(mark, first, scoring):
    mark(first, complete=False)
    found = queries.mark_of(queries.seating_of(first.person.pk, scoring.id, "town"), "o1")
    assert (found.is_complete, found.there, len(found.elements)) == (False, 1, 2)
    assert [element.reason for element in found.reasons] == ["ไม่พบในหน้าเว็บ"]


def test_a_disagreement_goes_to_the_adjudicator_and_is_decided_once(
    mark, decide, first, second, third, scoring, agency
):
    mark(first)
    with pytest.raises(DisclosureRefusedError, match="เห็นต่างกัน"):
        decide(third)
    mark(second, complete=False)
    assert queries.queue_of(third.person.pk, scoring.id)[0].waiting == ("o1",)
    decide(third, is_complete=False)
    assert queries.verdicts(scoring, agency.pk)["o1"].because is Because.ADJUDICATED
    with pytest.raises(DisclosureRefusedError, match="ตัดสินไปแล้ว"):
        decide(third)
    with pytest.raises(DisclosureRefusedError, match="ผู้ชี้ขาดตัดสินข้อนี้แล้ว"):
        mark(first, complete=False)


def test_only_the_adjudicator_decides_and_she_never_marks(mark, decide, first, second, third):
    mark(first)
    mark(second, complete=False)
    with pytest.raises(DisclosureRefusedError, match="เฉพาะผู้ชี้ขาด"):
        decide(first)
    with pytest.raises(DisclosureRefusedError, match="ผู้ชี้ขาดไม่ตรวจเอง"):
        mark(third)


def test_a_mark_can_be_changed_and_stays_one(mark, first):
    mark(first)
    mark(first, complete=False)
    assert Mark.objects.values_list("is_complete", flat=True).get() is False


def test_what_was_left_empty_is_missed_without_a_mark(mark, first, scoring, agency):
    verdicts = queries.verdicts(scoring, agency.pk)
    assert verdicts["o4"].because is Because.NOTHING_GIVEN
    assert verdicts["o3"].because is Because.WAITS_FOR_MARKS
    with pytest.raises(DisclosureRefusedError, match="ไม่ได้ตอบข้อนี้"):
        mark(first, "o4")


def test_who_handed_nothing_in_has_missed_everything(scoring, other_agency):
    verdicts = queries.verdicts(scoring, other_agency.pk)
    assert {verdict.because for verdict in verdicts.values()} == {Because.NOT_HANDED_IN}
    assert set(known(verdicts).values()) == {False}


def test_marks_of_an_earlier_copy_no_longer_count(mark, first, second, answered, scoring, agency):
    mark(first)
    mark(second)
    seating = queries.seating_of(first.person.pk, scoring.id, "town")
    confirm_copy(answered)
    assert queries.verdicts(scoring, agency.pk)["o1"].because is Because.WAITS_FOR_MARKS
    with pytest.raises(DisclosureRefusedError, match="ฉบับใหม่"):
        actions.save_mark(seat=first.national, facts=scoring, seating=seating, item="o2", elements=[THERE] * 3)


@pytest.mark.parametrize("elements", [[THERE], [THERE] * 3, [ElementInput(is_there=False, reason=" "), THERE]])
def test_every_element_is_marked_and_every_no_has_a_reason(first, scoring, elements):
    seating = queries.seating_of(first.person.pk, scoring.id, "town")
    with pytest.raises(DisclosureRefusedError):
        actions.save_mark(seat=first.national, facts=scoring, seating=seating, item="o1", elements=elements)
    assert not Mark.objects.exists()


def test_outside_the_phase_nobody_marks(first, collecting, answered):
    move_round(actor="tester", round_id=collecting.id, to=RoundState.CLARIFICATION)
    seating = queries.seating_of(first.person.pk, collecting.id, "town")
    with pytest.raises(DisclosureRefusedError, match="ช่วงเวลา"):
        actions.save_mark(seat=first.national, facts=collecting, seating=seating, item="o1", elements=[THERE] * 2)


def test_the_journal_does_not_say_what_was_marked(mark, first, scoring):
    mark(first)
    [line] = lines_about(f"rounds/{scoring.slug}/oit/town/o1")
    assert (line.verb, line.detail) == ("oit.mark", {})


def test_sharing_out_fills_the_free_places_and_a_conflict_frees_them_again(
    hire, answered, scoring, national_office, agency
):
    for number in range(3):
        hire(f"assessor-{number}", None, Role.ASSESSOR)
    office = take_national_seat(national_office.person)
    assert len(actions.share_agencies(seat=office, facts=scoring, seed="2569").placed) == 3
    assert not actions.share_agencies(seat=office, facts=scoring, seed="2569").placed
    tied = Seating.objects.get(disclosure=answered, kind=SeatKind.FIRST).person_id
    actions.tell_conflict(seat=office, person_id=tied, agency_id=agency.pk, reason="เคยเป็นปลัดของหน่วยงานนี้")
    shared = actions.share_agencies(seat=office, facts=scoring, seed="2569")
    assert shared.unfilled == ((answered.pk, SeatKind.FIRST),)
    with pytest.raises(DisclosureRefusedError, match="ไว้แล้ว"):
        actions.tell_conflict(seat=office, person_id=tied, agency_id=agency.pk, reason="ซ้ำ")


def test_who_went_away_makes_room_and_the_marks_stay(mark, first, second, third, hire, scoring, share):
    mark(first)
    mark(second)
    Membership.objects.filter(person=first.person).update(ended_at=timezone.now())
    fresh = hire("fresh", None, Role.ASSESSOR)
    shared = share()
    assert [(placed.kind, placed.person_id) for placed in shared.placed] == [(SeatKind.FIRST, fresh.person.pk)]
    assert queries.queue_of(fresh.person.pk, scoring.id)[0].waiting == ("o2", "o3")
    assert queries.seating_of(first.person.pk, scoring.id, "town") is None


def test_who_came_to_work_for_the_agency_makes_room_and_her_marks_go_with_what_rested_on_them(
    mark, decide, first, second, third, hire, share, agency
):
    mark(first)
    mark(second, complete=False)
    decide(third)
    Membership.objects.create(person=second.person, agency=agency, role=Role.OFFICER)
    fresh = hire("fresh", None, Role.ASSESSOR)
    shared = share()
    assert [(placed.kind, placed.person_id) for placed in shared.placed] == [(SeatKind.SECOND, fresh.person.pk)]
    assert list(Mark.objects.values_list("seating__person", flat=True)) == [first.person.pk]
    fresh.national = take_national_seat(fresh.person)
    mark(fresh)
    assert queries.verdicts(find_round("rehearsal-2569"), agency.pk)["o1"].because is Because.BOTH


def test_a_tie_told_after_the_agency_read_its_marks_leaves_them_and_frees_the_adjudicators_place(
    clarification, first, third, national_office, agency
):
    office, marks = take_national_seat(national_office.person), Mark.objects.count()
    for player in (first, third):
        actions.tell_conflict(seat=office, person_id=player.person.pk, agency_id=agency.pk, reason="ญาติ")
        assert queries.seating_of(player.person.pk, clarification.id, "town") is None
    assert Mark.objects.count() == marks
    assert set(Seating.objects.values_list("kind", flat=True)) == {SeatKind.FIRST, SeatKind.SECOND}


def test_agreement_is_counted_over_what_both_marked(mark, first, second, scoring, django_assert_num_queries):
    mark(first)
    mark(second)
    mark(first, "o2")
    mark(second, "o2", complete=False)
    mark(first, "o3")
    with django_assert_num_queries(1):
        by_item = queries.agreement_by_item(scoring.id)
    assert {item: (found.marked, found.disagreed) for item, found in by_item.items()} == {"o1": (1, 0), "o2": (1, 1)}
    assert queries.overall(by_item.values()).rate == 1 / 2


def test_a_queue_costs_the_same_for_one_agency_and_for_many(first, scoring, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        assert queries.queue_of(first.person.pk, scoring.id)[0].waiting == ("o1", "o2", "o3")


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_the_same_moment_are_one(mark, decide, first, second, third):
    mark(first)
    mark(second, complete=False)
    told = at_once(lambda: decide(third), lambda: decide(third, is_complete=False))
    assert sorted(type(one).__name__ for one in told) == ["DisclosureRefusedError", "NoneType"]

"""When two people do the same at the same moment, one of them has done it and the other is told."""

import pytest
from tests.at_once import at_once, refused

from prongsai.portal.journal.queries import JournalLine, verify_chain
from prongsai.portal.people.roles import Role
from prongsai.portal.plans.answering.actions import answer_measure, approve_plan, open_new_version
from prongsai.portal.plans.doing.actions import check_step, report_step
from prongsai.portal.plans.drafting.actions import change_measure, send_plan, start_plan
from prongsai.portal.plans.models import Answer, Measure, Plan, PlanState, Step, StepCheck, StepReport, StepState
from prongsai.portal.plans.queries import newest_plan
from prongsai.portal.plans.refusals import OvertakenError, PlanRefusedError
from prongsai.portal.results.queries import stored_years

pytestmark = pytest.mark.django_db(transaction=True)


def lines(verb):
    return JournalLine.objects.filter(verb=verb).count()


@pytest.fixture
def read_step(reported):
    """Reads the reported step anew, as each request does."""
    return lambda: Step.objects.select_related("measure__plan__agency").get(pk=reported.pk)


def test_two_verifications_give_one(officer, unit_head, read_step):
    first, second = officer.seat, unit_head.seat
    steps = [read_step(), read_step()]
    answers = at_once(
        lambda: check_step(seat=first, step=steps[0], passed=True),
        lambda: check_step(seat=second, step=steps[1], passed=True),
    )
    assert "ยังไม่ได้ตรวจ" in refused(answers, PlanRefusedError)
    assert StepCheck.objects.filter(passed=True).count() == 1
    assert (read_step().state, lines("step.verify")) == (StepState.VERIFIED, 1)
    assert verify_chain().is_whole


def test_two_pages_that_verify_give_one_and_a_message(officer, unit_head, read_step):
    address = f"/office/town/plans/2569/steps/{read_step().pk}/"
    answers = at_once(
        *(lambda who=who: who.post(f"{address}check/", {"verdict": "pass"}).status_code for who in (officer, unit_head))
    )
    assert answers == [302, 302]
    told = "".join(who.get(address).content.decode() for who in (officer, unit_head))
    assert told.count("บันทึกผลการตรวจแล้ว") == 1
    assert told.count("ตรวจได้เฉพาะขั้นตอนที่รายงานว่าเสร็จและยังไม่ได้ตรวจ") == 1


def test_a_report_and_a_verification_do_not_pass_each_other_unseen(officer, contributor, read_step):
    first, second = officer.seat, contributor.seat
    steps = [read_step(), read_step()]
    answers = at_once(
        lambda: check_step(seat=first, step=steps[0], passed=True),
        lambda: report_step(seat=second, step=steps[1], text="เพิ่มเติม", finished=True),
    )
    assert not isinstance(answers[0], Exception)
    if isinstance(answers[1], Exception):
        assert "ตรวจแล้ว" in refused(answers, PlanRefusedError)
        assert StepReport.objects.count() == 1
    else:
        check, report = StepCheck.objects.get(), StepReport.objects.latest("id")
        assert report.at < check.at
    assert read_step().state == StepState.VERIFIED


def test_two_approvals_give_one(executive, hire, agency, sent, accept_all):
    accept_all(sent)
    other = hire("deputy", agency, Role.EXECUTIVE)
    seats, plans = (executive.seat, other.seat), [newest_plan(agency.pk, 2569) for _ in range(2)]
    answers = at_once(*(lambda s=s, p=p: approve_plan(seat=s, plan=p) for s, p in zip(seats, plans, strict=True)))
    assert "อนุมัติแล้ว" in refused(answers, PlanRefusedError)
    assert Plan.objects.get().state == PlanState.APPROVED
    assert lines("plan.approve") == 1
    assert verify_chain().is_whole


def test_two_approvals_of_a_new_version_hand_over_once(officer, executive, agency, approved):
    open_new_version(seat=officer.seat, plan=approved)
    send_plan(seat=officer.seat, plan=newest_plan(agency.pk, 2569))
    seat, plans = executive.seat, [newest_plan(agency.pk, 2569) for _ in range(2)]
    answers = at_once(*(lambda p=p: approve_plan(seat=seat, plan=p) for p in plans))
    refused(answers, PlanRefusedError)
    assert dict(Plan.objects.values_list("version", "state")) == {1: "superseded", 2: "approved"}


def test_two_heads_of_a_unit_who_answer_differently_give_one_answer(unit_head, hire, agency, clerk_office, sent):
    other = hire("second-head", agency, Role.UNIT_HEAD, clerk_office)
    measures = [Measure.objects.get(plan=sent, indicator=4) for _ in range(2)]
    seats = (unit_head.seat, other.seat)
    answers = at_once(
        lambda: answer_measure(seat=seats[0], measure=measures[0], accepts=True),
        lambda: answer_measure(seat=seats[1], measure=measures[1], accepts=False, reason="ไม่มีคน"),
    )
    said = refused(answers, PlanRefusedError)
    stands = Measure.objects.get(pk=measures[0].pk)
    assert stands.get_answer_display() in said
    assert lines("measure.accept") + lines("measure.return") == 1


def test_an_answer_to_a_measure_that_was_changed_meanwhile_is_not_taken_for_the_new_one(
    officer, unit_head, sent, entry
):
    """Whoever comes second is told: the head of the change, or the officer that her page was overtaken by an answer."""
    measures = [Measure.objects.get(plan=sent, indicator=4) for _ in range(2)]
    seats = (officer.seat, unit_head.seat)
    changed, answered = at_once(
        lambda: change_measure(seat=seats[0], measure=measures[0], entry=entry(title="เปลี่ยนแล้ว")),
        lambda: answer_measure(seat=seats[1], measure=measures[1], accepts=True),
    )
    stands = Measure.objects.get(pk=measures[0].pk)
    if isinstance(changed, Exception):
        assert isinstance(changed, OvertakenError)
        assert (stands.title, stands.answer) == (measures[0].title, Answer.ACCEPTED)
    else:
        assert isinstance(answered, PlanRefusedError)
        assert (stands.title, stands.answer) == ("เปลี่ยนแล้ว", Answer.WAITING)


def test_two_officers_who_start_the_plan_of_a_year_start_one(officer, colleague, result, entry):
    seats = (officer.seat, colleague.seat)
    answers = at_once(*(lambda s=s: start_plan(seat=s, result_year=2568, measures=[entry()]) for s in seats))
    assert "มีแผนของปีงบประมาณ 2569 อยู่แล้ว" in refused(answers, PlanRefusedError)
    assert Plan.objects.count() == 1
    assert Measure.objects.count() == 1


def test_two_officers_who_open_a_new_version_open_one(officer, colleague, approved):
    seats, plans = (officer.seat, colleague.seat), [Plan.objects.get(pk=approved.pk) for _ in range(2)]
    answers = at_once(*(lambda s=s, p=p: open_new_version(seat=s, plan=p) for s, p in zip(seats, plans, strict=True)))
    assert "กำลังร่าง" in refused(answers, PlanRefusedError)
    assert Plan.objects.filter(version=2).count() == 1


def test_reading_goes_on_while_somebody_writes(officer, agency, result):
    answers = at_once(lambda: officer.get("/office/town/plans/").status_code, lambda: len(stored_years(agency.pk)))
    assert answers == [200, 1]

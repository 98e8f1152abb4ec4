"""What may happen to a plan, and what may not: states, freezing, versions, checks by a second person."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from prongsai.portal.journal.queries import lines_about, verify_chain
from prongsai.portal.plans.answering.actions import answer_measure, approve_plan, open_new_version
from prongsai.portal.plans.contents import fingerprint, from_plain
from prongsai.portal.plans.doing.actions import check_step, report_step
from prongsai.portal.plans.drafting.actions import add_measures, change_measure, move_measure, send_plan, start_plan
from prongsai.portal.plans.drafting.inputs import StepInput
from prongsai.portal.plans.freezing import contents_of
from prongsai.portal.plans.models import Answer, Measure, Plan, PlanState, Step, StepCheck, StepReport, StepState
from prongsai.portal.plans.queries import measures_of, newest_plan, plan_in_force
from prongsai.portal.plans.refusals import PlanRefusedError

pytestmark = pytest.mark.django_db


def test_every_write_has_its_journal_line(approved):
    verbs = [line.verb for line in lines_about("agencies/town/plans/2569/versions/1")]
    assert verbs == ["plan.start", "plan.send", "measure.accept", "measure.accept", "plan.approve"]
    assert verify_chain().is_whole


def test_a_year_has_one_plan(officer, draft):
    with pytest.raises(PlanRefusedError):
        start_plan(seat=officer.seat, result_year=2568)


def test_a_plan_without_an_owner_everywhere_is_not_sent(officer, draft, entry):
    add_measures(seat=officer.seat, plan=draft, measures=[entry(unit_id=None)])
    with pytest.raises(PlanRefusedError, match="1 มาตรการ"):
        send_plan(seat=officer.seat, plan=draft)


def test_changing_what_was_accepted_asks_again(officer, sent, accept_all, entry):
    accept_all(sent)
    measure = Measure.objects.filter(plan=sent).first()
    change_measure(seat=officer.seat, measure=measure, entry=entry(title="แก้แล้ว"))
    measure.refresh_from_db()
    assert measure.answer == Answer.WAITING


def test_steps_keep_their_number_when_they_change(officer, draft, entry):
    measure = Measure.objects.get(plan=draft, indicator=4)
    first, second = measure.steps.all()
    steps = (StepInput("ใหม่"), StepInput("แก้", date(2026, 1, 31), second.pk))
    change_measure(seat=officer.seat, measure=measure, entry=entry(steps=steps))
    now = list(Step.objects.filter(measure=measure))
    assert [step.text for step in now] == ["ใหม่", "แก้"]
    assert now[1].pk == second.pk
    assert first.pk not in {step.pk for step in now}


def test_a_measure_moves_among_those_of_its_indicator(officer, draft, entry):
    added = add_measures(seat=officer.seat, plan=draft, measures=[entry(title="ที่สอง")])[0]
    move_measure(seat=officer.seat, measure=added, up=True)
    titles = [m.title for m in measures_of(draft) if m.indicator == 4]
    assert titles[0] == "ที่สอง"
    lines = verify_chain().lines
    move_measure(seat=officer.seat, measure=Measure.objects.get(pk=added.pk), up=True)
    assert verify_chain().lines == lines


def test_an_approved_plan_is_frozen_word_for_word(approved):
    stored = Plan.objects.get(pk=approved.pk)
    contents = from_plain(stored.frozen)
    assert fingerprint(contents) == stored.sha256
    assert contents == contents_of(stored, measures_of(stored))
    assert [measure.title for measure in contents.measures] == ["เผยแพร่การใช้งบประมาณ", "ตรวจนับพัสดุทุกครึ่งปี"]


def test_an_approved_plan_takes_no_change_and_no_answer(officer, unit_head, approved, entry):
    measure = Measure.objects.get(plan=approved, indicator=4)
    with pytest.raises(PlanRefusedError):
        change_measure(seat=officer.seat, measure=measure, entry=entry(title="แอบแก้"))
    with pytest.raises(PlanRefusedError):
        answer_measure(seat=unit_head.seat, measure=measure, accepts=False, reason="สายไป")
    with pytest.raises(PlanRefusedError):
        add_measures(seat=officer.seat, plan=approved, measures=[entry()])


def test_a_new_version_carries_on_what_was_done(
    officer, executive, contributor, unit_head, reported, approved, accept_all, entry
):
    check_step(seat=unit_head.seat, step=reported, passed=True)
    copy = open_new_version(seat=officer.seat, plan=plan_in_force(approved.agency_id, 2569))
    with pytest.raises(PlanRefusedError):
        open_new_version(seat=officer.seat, plan=plan_in_force(approved.agency_id, 2569))
    assert {m.answer for m in Measure.objects.filter(plan=copy)} == {Answer.ACCEPTED}
    copy = send_plan(seat=officer.seat, plan=newest_plan(approved.agency_id, 2569))
    later = Step.objects.get(earlier=reported)
    assert later.state == StepState.PLANNED
    approve_plan(seat=executive.seat, plan=copy)
    later.refresh_from_db()
    assert later.state == StepState.VERIFIED
    assert StepReport.objects.get().step == later
    assert StepCheck.objects.get().step == later
    old = Plan.objects.get(pk=approved.pk)
    assert (old.state, old.sha256) == (PlanState.SUPERSEDED, fingerprint(from_plain(old.frozen)))


def test_states_only_move_forward(contributor, unit_head, reported):
    report_step(seat=contributor.seat, step=reported, text="เพิ่มเติม", finished=False)
    reported.refresh_from_db()
    assert reported.state == StepState.REPORTED
    check_step(seat=unit_head.seat, step=reported, passed=True)
    with pytest.raises(PlanRefusedError):
        report_step(seat=contributor.seat, step=reported, text="อีก", finished=False)


def test_nobody_verifies_her_own_report(unit_head, step):
    report_step(seat=unit_head.seat, step=step, text="ทำแล้ว", finished=True)
    with pytest.raises(PlanRefusedError, match="ตนเอง"):
        check_step(seat=unit_head.seat, step=step, passed=True)


def test_whoever_reported_earlier_does_not_verify_either(unit_head, contributor, step):
    report_step(seat=unit_head.seat, step=step, text="เริ่มแล้ว", finished=False)
    report_step(seat=contributor.seat, step=step, text="เสร็จแล้ว", finished=True)
    with pytest.raises(PlanRefusedError, match="ตนเอง"):
        check_step(seat=unit_head.seat, step=step, passed=True)


def test_the_database_refuses_it_too(unit_head, officer, reported, step):
    same = {"step": step, "passed": False, "note": "x", "at": "2026-01-01T00:00Z"}
    with pytest.raises(IntegrityError, match="step_is_checked_by_a_second_person"), transaction.atomic():
        StepCheck.objects.create(reporter=unit_head.person, checker=unit_head.person, **same)


def test_two_verifications_give_one(officer, unit_head, reported):
    """The second comes with a step that was read before the first."""
    stale = Step.objects.select_related("measure__plan__agency").get(pk=reported.pk)
    check_step(seat=unit_head.seat, step=reported, passed=True)
    with pytest.raises(PlanRefusedError):
        check_step(seat=officer.seat, step=stale, passed=True)
    assert StepCheck.objects.filter(passed=True).count() == 1


def test_the_database_keeps_one_verification(officer, unit_head, contributor, reported):
    check_step(seat=unit_head.seat, step=reported, passed=True)
    second = {"step": reported, "reporter": contributor.person, "checker": officer.person, "at": "2026-01-01T00:00Z"}
    with pytest.raises(IntegrityError), transaction.atomic():
        StepCheck.objects.create(passed=True, **second)


def test_what_is_not_passed_says_what_is_missing(unit_head, reported):
    with pytest.raises(PlanRefusedError):
        check_step(seat=unit_head.seat, step=reported, passed=False)
    check_step(seat=unit_head.seat, step=reported, passed=False, note="ขาดภาพ")
    reported.refresh_from_db()
    assert reported.state == StepState.REPORTED


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"year": 2571}, "plan_follows_the_result_of_a_year"),
        ({"state": "approved"}, "plan_is_frozen_when_and_only_when_approved"),
        ({"sha256": "x"}, "plan_is_frozen_when_and_only_when_approved"),
    ],
)
def test_the_database_knows_what_a_plan_is(draft, change, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Plan.objects.filter(pk=draft.pk).update(**change)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"indicator": 11}, "measure_has_an_indicator"),
        ({"answer": "returned"}, "measure_is_returned_with_a_reason"),
        ({"ends": date(2024, 1, 1)}, "measure_starts_before_it_ends"),
        ({"success_target": 101}, "measure_target_from_0_to_100"),
    ],
)
def test_the_database_knows_what_a_measure_is(draft, change, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Measure.objects.filter(plan=draft).update(**change)

"""Writes the answers of heads of units and the executive's approval."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.contents import as_plain, fingerprint
from prongsai.portal.plans.freezing import contents_of
from prongsai.portal.plans.locking import lock_measure, lock_plan
from prongsai.portal.plans.models import Answer, Measure, Plan, PlanState, Step, StepCheck, StepReport
from prongsai.portal.plans.naming import plan_path
from prongsai.portal.plans.queries import measures_of
from prongsai.portal.plans.refusals import PlanRefusedError

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail


@transaction.atomic
def answer_measure(
    *, seat: Seat, measure: Measure, accepts: bool, reason: str = "", edition: int | None = None
) -> Measure:
    """Accept what is given to a unit, or return it with a reason. The last answer counts until the approval.

    `edition` is the one that was read, by itself that of `measure`: what was changed or answered since is not answered.
    """
    plan, read = lock_plan(measure.plan, PlanState.SENT), measure.edition if edition is None else edition
    measure = lock_measure(measure)
    if measure.edition != read:
        raise PlanRefusedError(
            _("“%(title)s” ถูกแก้หรือมีผู้ตอบแล้วหลังจากที่ท่านเปิดหน้านี้ ตอนนี้ “%(answer)s” โปรดอ่านอีกครั้งก่อนตอบ")
            % {"title": measure.title, "answer": measure.get_answer_display()}
        )
    if not accepts and not reason.strip():
        raise PlanRefusedError(_("โปรดบอกเหตุผลที่ส่งคืน"))
    measure.edition += 1
    measure.answer = Answer.ACCEPTED if accepts else Answer.RETURNED
    measure.answer_reason = "" if accepts else reason.strip()
    measure.save()
    verb = "measure.accept" if accepts else "measure.return"
    detail: Detail = {"measure": measure.pk, "unit": measure.unit_id, "reason": measure.answer_reason}
    append_line(actor=seat.actor, verb=verb, object=plan_path(plan), detail=detail)
    return measure


@transaction.atomic
def approve_plan(*, seat: Seat, plan: Plan, seen: str | None = None) -> Plan:
    """Freeze the plan as it stands; every measure must have been accepted. It takes the place of the version before.

    What was done under the version before goes on under this one. `seen` is the fingerprint of what the executive
    read: a plan that says something else by now is not approved.
    """
    plan = lock_plan(plan, PlanState.SENT)
    measures = measures_of(plan)
    contents = contents_of(plan, measures)
    if seen is not None and seen != fingerprint(contents):
        raise PlanRefusedError(_("แผนถูกแก้ไขหลังจากที่ท่านเปิดหน้านี้ จึงยังไม่ได้อนุมัติ โปรดอ่านแผนที่เป็นอยู่ตอนนี้อีกครั้ง"))
    _refuse_unanswered(measures)
    before = Plan.objects.filter(agency=plan.agency, year=plan.year, state=PlanState.APPROVED).first()
    if before is not None:
        _hand_over(before, plan)
    plan.frozen, plan.sha256 = as_plain(contents), fingerprint(contents)
    plan.approved_by, plan.approved_at, plan.state = seat.person, timezone.now(), PlanState.APPROVED
    plan.save()
    detail: Detail = {"sha256": plan.sha256, "measures": len(measures), "replaces": before.version if before else None}
    append_line(actor=seat.actor, verb="plan.approve", object=plan_path(plan), detail=detail)
    return plan


@transaction.atomic
def open_new_version(*, seat: Seat, plan: Plan) -> Plan:
    """Copy the plan in force into a new draft; it stays in force until the new version is approved."""
    plan = lock_plan(plan, PlanState.APPROVED)
    if Plan.objects.filter(agency=plan.agency, year=plan.year, version__gt=plan.version).exists():
        raise PlanRefusedError(_("มีฉบับใหม่ที่กำลังร่างอยู่แล้ว"))
    copy = Plan.objects.create(
        agency=plan.agency, year=plan.year, result_year=plan.result_year, version=plan.version + 1
    )
    for measure in measures_of(plan):
        _copy_measure(measure, copy)
    append_line(actor=seat.actor, verb="plan.revise", object=plan_path(copy), detail={"from": plan.version})
    return copy


def _refuse_unanswered(measures: list[Measure]) -> None:
    returned = sum(measure.answer == Answer.RETURNED for measure in measures)
    waiting = sum(measure.answer == Answer.WAITING for measure in measures)
    if returned or waiting or not measures:
        raise PlanRefusedError(
            _("ยังอนุมัติไม่ได้: ส่งคืน %(returned)s มาตรการ รอคำตอบ %(waiting)s มาตรการ")
            % {"returned": returned, "waiting": waiting}
        )


def _hand_over(before: Plan, after: Plan) -> None:
    """Let reports, checks, states and outcomes move to the copies of their steps and measures."""
    before.state = PlanState.SUPERSEDED
    after.progress_public, before.progress_public = before.progress_public, False
    before.save()
    for measure in Measure.objects.filter(plan=after, earlier__plan=before).select_related("earlier"):
        if measure.earlier is not None and measure.earlier.outcome:
            Measure.objects.filter(pk=measure.pk).update(outcome=measure.earlier.outcome)
    for step in Step.objects.filter(measure__plan=after, earlier__measure__plan=before).select_related("earlier"):
        if step.earlier is not None:
            Step.objects.filter(pk=step.pk).update(state=step.earlier.state)
            StepReport.objects.filter(step=step.earlier).update(step=step)
            StepCheck.objects.filter(step=step.earlier).update(step=step)


def _copy_measure(measure: Measure, plan: Plan) -> None:
    names = [field.attname for field in Measure._meta.concrete_fields if field.name not in {"id", "plan", "earlier"}]  # noqa: SLF001 - Django's way to list fields
    copy = Measure.objects.create(plan=plan, earlier=measure, **{name: getattr(measure, name) for name in names})
    copy.other_units.set(measure.other_units.all())
    for step in measure.steps.all():
        Step.objects.create(measure=copy, earlier=step, text=step.text, due=step.due, position=step.position)

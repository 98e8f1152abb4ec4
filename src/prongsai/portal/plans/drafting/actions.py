"""Writes a plan while it is being drafted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.drafting.inputs import MeasureInput
from prongsai.portal.plans.locking import lock_measure, lock_plan
from prongsai.portal.plans.models import Answer, Measure, Plan, PlanState, Step
from prongsai.portal.plans.naming import plan_path
from prongsai.portal.plans.refusals import OvertakenError, PlanRefusedError
from prongsai.portal.results.figures import columns_of

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

OPEN = (PlanState.DRAFT, PlanState.SENT)


@transaction.atomic
def start_plan(*, seat: Seat, result_year: int, measures: Sequence[MeasureInput] = ()) -> Plan:
    """Begin the plan of the year after a result with the chosen proposals."""
    year = result_year + 1
    plan = _new_plan(seat, year)
    for entry in measures:
        _write_measure(Measure(plan=plan, origin=entry.origin), entry)
    detail: Detail = {"result_year": result_year, "measures": len(measures)}
    append_line(actor=seat.actor, verb="plan.start", object=plan_path(plan), detail=detail)
    return plan


@transaction.atomic
def add_measures(*, seat: Seat, plan: Plan, measures: Sequence[MeasureInput]) -> list[Measure]:
    """Add measures at the end of their indicators."""
    plan = lock_plan(plan, *OPEN)
    added = [_write_measure(Measure(plan=plan, origin=entry.origin), entry) for entry in measures]
    detail: Detail = {"measures": [measure.pk for measure in added]}
    append_line(actor=seat.actor, verb="measure.add", object=plan_path(plan), detail=detail)
    return added


@transaction.atomic
def change_measure(*, seat: Seat, measure: Measure, entry: MeasureInput, edition: int | None = None) -> Measure:
    """Change a measure; whoever had answered for it is asked again.

    `edition` is the one that was opened, by itself that of `measure`: what somebody wrote since is not written over.
    """
    plan, opened = lock_plan(measure.plan, *OPEN), measure.edition if edition is None else edition
    measure = lock_measure(measure)
    if measure.edition != opened:
        raise OvertakenError(_("มีผู้แก้หรือตอบรับมาตรการนี้หลังจากที่ท่านเปิดหน้า ยังไม่ได้บันทึกสิ่งที่ท่านพิมพ์ โปรดเทียบแล้วบันทึกอีกครั้ง"))
    measure.answer, measure.answer_reason = Answer.WAITING, ""
    measure.edition += 1
    _write_measure(measure, entry)
    detail: Detail = {"measure": measure.pk, "title": measure.title, "unit": measure.unit_id, "steps": len(entry.steps)}
    append_line(actor=seat.actor, verb="measure.change", object=plan_path(plan), detail=detail)
    return measure


@transaction.atomic
def remove_measure(*, seat: Seat, measure: Measure) -> None:
    """Take a measure out of a plan that is not yet approved."""
    plan = lock_plan(measure.plan, *OPEN)
    detail: Detail = {"measure": measure.pk, "title": measure.title}
    measure.delete()
    append_line(actor=seat.actor, verb="measure.remove", object=plan_path(plan), detail=detail)


@transaction.atomic
def move_measure(*, seat: Seat, measure: Measure, up: bool) -> None:
    """Let a measure change places with its neighbour of the same indicator; at the edge nothing happens."""
    plan = lock_plan(measure.plan, *OPEN)
    row = list(Measure.objects.filter(plan=plan, indicator=measure.indicator))
    here = next(index for index, entry in enumerate(row) if entry.pk == measure.pk)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(row):
        return
    row[here], row[there] = row[there], row[here]
    for position, entry in enumerate(row, 1):
        entry.position = position
    Measure.objects.bulk_update(row, ["position"])
    detail: Detail = {"measure": measure.pk, "to": there + 1}
    append_line(actor=seat.actor, verb="measure.move", object=plan_path(plan), detail=detail)


@transaction.atomic
def send_plan(*, seat: Seat, plan: Plan) -> Plan:
    """Give each measure to the head of its unit for an answer."""
    plan = lock_plan(plan, PlanState.DRAFT)
    measures = Measure.objects.filter(plan=plan)
    if not measures.exists():
        raise PlanRefusedError(_("แผนยังไม่มีมาตรการ"))
    ownerless = measures.filter(unit=None).count()
    if ownerless:
        raise PlanRefusedError(_("มี %(count)s มาตรการที่ยังไม่มีหน่วยงานรับผิดชอบ") % {"count": ownerless})
    plan.state = PlanState.SENT
    plan.save()
    append_line(actor=seat.actor, verb="plan.send", object=plan_path(plan), detail={"measures": measures.count()})
    return plan


def _new_plan(seat: Seat, year: int) -> Plan:
    """The first version of a year's plan; where somebody has begun it, also at this very moment, it is refused."""
    refusal = PlanRefusedError(_("มีแผนของปีงบประมาณ %(year)s อยู่แล้ว") % {"year": year})
    if Plan.objects.filter(agency=seat.agency, year=year).exists():
        raise refusal
    try:
        with transaction.atomic():
            return Plan.objects.create(agency=seat.agency, year=year, result_year=year - 1)
    except IntegrityError:
        raise refusal from None


def _write_measure(measure: Measure, entry: MeasureInput) -> Measure:
    if measure.pk is None or measure.indicator != entry.indicator:
        last = Measure.objects.filter(plan=measure.plan, indicator=entry.indicator).order_by("-position").first()
        measure.position = last.position + 1 if last else 1
    _take_over(measure, entry)
    measure.full_clean(exclude=["plan", "unit", "library", "earlier"])
    measure.save()
    measure.other_units.set(unit for unit in entry.other_unit_ids if unit != entry.unit_id)
    _write_steps(measure, entry)
    return measure


def _take_over(measure: Measure, entry: MeasureInput) -> None:
    for name in ("indicator", "title", "question", "topic", "finding", "unit_id", "starts", "ends", "budget"):
        setattr(measure, name, getattr(entry, name))
    for name in ("success", "success_target", "follow_up", "library_id"):
        setattr(measure, name, getattr(entry, name))
    measure.items = list(entry.items)
    place = entry.success_place
    measure.success_instrument, measure.success_code = ("", "") if place is None else columns_of(place)


def _write_steps(measure: Measure, entry: MeasureInput) -> None:
    kept = {step.pk: step for step in measure.steps.all()}
    for position, stated in enumerate(entry.steps, 1):
        step = kept.pop(stated.id, None) if stated.id else None
        step = step or Step(measure=measure)
        step.text, step.due, step.position = stated.text, stated.due, position
        step.full_clean(exclude=["measure", "earlier"])
        step.save()
    Step.objects.filter(pk__in=kept).delete()

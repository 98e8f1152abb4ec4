"""Writes what was done: reports with evidence, the second person's check, and what evidence is used for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.files.keeping import keep
from prongsai.portal.files.taking_in import StoredFile
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.locking import lock_plan, lock_step
from prongsai.portal.plans.models import (
    Evidence,
    EvidenceForItem,
    EvidenceKind,
    Measure,
    PlanState,
    Step,
    StepCheck,
    StepReport,
    StepState,
)
from prongsai.portal.plans.naming import plan_path, step_path
from prongsai.portal.plans.refusals import PlanRefusedError

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail


@transaction.atomic
def report_step(
    *, seat: Seat, step: Step, text: str, finished: bool, files: Sequence[StoredFile] = (), links: Sequence[str] = ()
) -> StepReport:
    """Say what was done on a step. It goes to "doing", or to "reported" when it is said to be finished; never back."""
    step = lock_step(step)
    if step.state == StepState.VERIFIED:
        raise PlanRefusedError(_("ขั้นตอนนี้ตรวจแล้ว จึงรายงานเพิ่มไม่ได้"))
    done = finished or step.state == StepState.REPORTED
    step.state = StepState.REPORTED if done else StepState.DOING
    step.save()
    report = StepReport(step=step, person=seat.person, text=text, to_state=step.state, at=timezone.now())
    report.full_clean(exclude=["step", "person"])
    report.save()
    _write_evidence(report, files, links)
    detail: Detail = {"report": report.pk, "to": step.state, "evidence": len(files) + len(links)}
    append_line(actor=seat.actor, verb="step.report", object=step_path(step), detail=detail)
    return report


@transaction.atomic
def check_step(*, seat: Seat, step: Step, passed: bool, note: str = "") -> StepCheck:
    """Verify a reported step, or say what is missing; refused to whoever reported on it."""
    step = lock_step(step)
    if step.state != StepState.REPORTED:
        raise PlanRefusedError(_("ตรวจได้เฉพาะขั้นตอนที่รายงานว่าเสร็จและยังไม่ได้ตรวจ"))
    reports = list(StepReport.objects.filter(step=step))
    if seat.person.pk in {report.person_id for report in reports}:
        raise PlanRefusedError(_("ผู้รายงานตรวจงานของตนเองไม่ได้ ต้องให้อีกคนหนึ่งตรวจ"))
    if not passed and not note.strip():
        raise PlanRefusedError(_("โปรดบอกว่ายังขาดอะไร"))
    check = StepCheck.objects.create(
        step=step,
        reporter_id=reports[-1].person_id,
        checker=seat.person,
        passed=passed,
        note=note.strip(),
        at=timezone.now(),
    )
    if passed:
        step.state = StepState.VERIFIED
        step.save()
    verb = "step.verify" if passed else "step.question"
    append_line(actor=seat.actor, verb=verb, object=step_path(step), detail={"check": check.pk, "note": check.note})
    return check


@transaction.atomic
def mark_for_item(*, seat: Seat, evidence: Evidence, year: int, item: str) -> EvidenceForItem:
    """Keep that the evidence answers a disclosure item; marking it again changes nothing."""
    mark, created = EvidenceForItem.objects.get_or_create(
        evidence=evidence, year=year, item=item, defaults={"person": seat.person, "at": timezone.now()}
    )
    if created:
        detail: Detail = {"evidence": evidence.pk, "year": year, "item": item}
        append_line(actor=seat.actor, verb="evidence.mark", object=step_path(evidence.report.step), detail=detail)
    return mark


@transaction.atomic
def show_evidence(*, seat: Seat, evidence: Evidence, is_public: bool) -> Evidence:
    """Let everybody see a piece of evidence on the progress page, or no longer."""
    evidence.is_public = is_public
    evidence.save(update_fields=["is_public"])
    detail: Detail = {"evidence": evidence.pk, "is_public": is_public}
    append_line(actor=seat.actor, verb="evidence.show", object=step_path(evidence.report.step), detail=detail)
    return evidence


@transaction.atomic
def write_outcome(*, seat: Seat, measure: Measure, outcome: str) -> Measure:
    """Say what came of a measure of the plan in force; the plan itself stays as it was approved."""
    plan = lock_plan(measure.plan, PlanState.APPROVED)
    measure.outcome = outcome.strip()
    measure.full_clean(exclude=["plan", "unit", "library", "earlier"])
    measure.save(update_fields=["outcome"])
    detail: Detail = {"measure": measure.pk, "outcome": measure.outcome}
    append_line(actor=seat.actor, verb="measure.outcome", object=plan_path(plan), detail=detail)
    return measure


def _write_evidence(report: StepReport, files: Sequence[StoredFile], links: Sequence[str]) -> None:
    for file in files:
        Evidence.objects.create(
            report=report,
            kind=EvidenceKind.PICTURE if file.kind.is_picture else EvidenceKind.FILE,
            name=file.name,
            sha256=keep(file.content),
            media_type=file.kind.media_type,
            size=len(file.content),
        )
    for link in links:
        Evidence.objects.create(report=report, kind=EvidenceKind.LINK, name=link[:200], url=link)

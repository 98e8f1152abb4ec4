"""Who may see or change which part of a plan: finds it for a seat, or says that it is not there."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from prongsai.portal.people.access import WHOLE_AGENCY, Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import queries
from prongsai.portal.plans.models import Evidence, Measure, Plan, PlanState, Step


def sees_whole_plan(seat: Seat) -> bool:
    """Whether the seat looks at every unit's work; the others see what their units take part in."""
    return bool(seat.roles & WHOLE_AGENCY)


def units_seen(seat: Seat) -> frozenset[int] | None:
    """The units to which a list is narrowed; `None` where nothing is."""
    return None if sees_whole_plan(seat) else seat.unit_ids


def open_plan(seat: Seat, year: int) -> Plan:
    """The newest version of the year's plan. Who works for a unit sees it from when it was sent."""
    plan = queries.newest_plan(seat.agency.pk, year, with_drafts=sees_whole_plan(seat))
    if plan is None:
        raise Http404(f"no plan of {seat.agency.code} for {year}")
    return plan


def open_plan_in_force(seat: Seat, year: int) -> Plan:
    """The approved plan of the year."""
    plan = queries.plan_in_force(seat.agency.pk, year)
    if plan is None:
        raise Http404(f"no approved plan of {seat.agency.code} for {year}")
    return plan


def open_measure(seat: Seat, year: int, measure_id: int) -> Measure:
    """A measure in which the seat may look."""
    measure = queries.find_measure(seat.agency.pk, year, measure_id)
    if measure is None or not may_look(seat, measure):
        raise Http404(f"no measure {measure_id} in {seat.agency.code} {year}")
    return measure


def open_own_measure(seat: Seat, year: int, measure_id: int) -> Measure:
    """A measure for which the seat answers: its responsible unit is one that it heads."""
    measure = open_measure(seat, year, measure_id)
    if measure.unit_id is None or not seat.may_in(Permission.ANSWER_ASSIGNMENT, measure.unit_id):
        raise PermissionDenied(f"measure {measure_id}")
    return measure


def open_step(seat: Seat, year: int, step_id: int) -> Step:
    """A step of the plan in force at which the seat may look."""
    step = queries.find_step(seat.agency.pk, year, step_id)
    if step is None or not may_look(seat, step.measure):
        raise Http404(f"no step {step_id} in {seat.agency.code} {year}")
    return step


def may_report(seat: Seat, measure: Measure) -> bool:
    """Whether the seat reports on the measure: for its responsible unit or one that takes part."""
    return any(
        seat.works_in(unit) and seat.may_in(Permission.REPORT_STEP, unit) for unit in queries.unit_ids_of(measure)
    )


def may_check(seat: Seat, measure: Measure) -> bool:
    """Whether the seat checks what others report: the officer everywhere, a head in her unit's measures."""
    unit = measure.unit_id
    return unit is not None and seat.works_in(unit) and seat.may_in(Permission.CHECK_STEP, unit)


def open_step_to_report(seat: Seat, year: int, step_id: int) -> Step:
    """A step on which the seat may report."""
    step = open_step(seat, year, step_id)
    if not may_report(seat, step.measure):
        raise PermissionDenied(f"step {step_id}")
    return step


def open_step_to_check(seat: Seat, year: int, step_id: int) -> Step:
    """A step that the seat may check."""
    step = open_step(seat, year, step_id)
    if not may_check(seat, step.measure):
        raise PermissionDenied(f"step {step_id}")
    return step


def open_evidence(seat: Seat, evidence_id: int) -> Evidence:
    """A piece of evidence at which the seat may look."""
    evidence = queries.find_evidence(seat.agency.pk, evidence_id)
    if evidence is None or not may_look(seat, evidence.report.step.measure):
        raise Http404(f"no evidence {evidence_id} in {seat.agency.code}")
    return evidence


def open_public_plan(agency_code: str, year: int) -> Plan:
    """A plan whose progress the agency shows to everybody."""
    plan = queries.public_plan(agency_code, year)
    if plan is None:
        raise Http404(f"no public plan of {agency_code} for {year}")
    return plan


def open_public_evidence(agency_code: str, year: int, evidence_id: int) -> Evidence:
    """A piece of evidence that the agency shows to everybody, in a plan that it shows."""
    plan = open_public_plan(agency_code, year)
    evidence = queries.find_evidence(plan.agency_id, evidence_id)
    if evidence is None or not evidence.is_public or evidence.report.step.measure.plan_id != plan.pk:
        raise Http404(f"no public evidence {evidence_id}")
    return evidence


def may_look(seat: Seat, measure: Measure) -> bool:
    """Whether the seat sees the measure: all of the agency, or a unit that takes part in it once it was sent."""
    if sees_whole_plan(seat):
        return True
    if measure.plan.state == PlanState.DRAFT:
        return False
    return any(seat.sees(unit) for unit in queries.unit_ids_of(measure))


def headed_units(seat: Seat) -> frozenset[int]:
    """The units for which the seat answers."""
    return frozenset(unit for unit in seat.unit_ids if seat.may_in(Permission.ANSWER_ASSIGNMENT, unit))

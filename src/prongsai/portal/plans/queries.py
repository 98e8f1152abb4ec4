"""Reads plans, measures, steps and evidence."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from prongsai.portal.plans.models import (
    Answer,
    Evidence,
    EvidenceForItem,
    LibraryMeasure,
    Measure,
    Plan,
    PlanState,
    Step,
    StepReport,
    StepState,
)

__all__ = ["Measure", "Plan", "Step"]

UNFINISHED = (StepState.PLANNED, StepState.DOING)


def plans_of(agency_id: int) -> list[Plan]:
    """Every version of every year, newest first, with the number of measures."""
    return list(Plan.objects.filter(agency_id=agency_id).annotate(measure_count=Count("measures")))


def newest_plan(agency_id: int, year: int, *, with_drafts: bool = True) -> Plan | None:
    """The newest version of a year."""
    plans = _plans(agency_id, year)
    if not with_drafts:
        plans = plans.exclude(state=PlanState.DRAFT)
    return plans.order_by("-version").first()


def plan_in_force(agency_id: int, year: int) -> Plan | None:
    """The approved version of a year."""
    return _plans(agency_id, year).filter(state=PlanState.APPROVED).first()


def find_version(agency_id: int, year: int, version: int) -> Plan | None:
    """One version of a year's plan."""
    return _plans(agency_id, year).filter(version=version).first()


def public_plan(agency_code: str, year: int) -> Plan | None:
    """The approved plan whose progress is public."""
    plans = Plan.objects.filter(agency__code=agency_code, year=year, state=PlanState.APPROVED, progress_public=True)
    return plans.select_related("agency").first()


def measures_of(plan: Plan, *, units: Collection[int] | None = None) -> list[Measure]:
    """A plan's measures in order with units and steps; each step counts its reports and evidence. Three queries."""
    measures = Measure.objects.filter(plan=plan).select_related("plan", "unit")
    if units is not None:
        measures = measures.filter(_takes_part(units)).distinct()
    return list(measures.prefetch_related("other_units", Prefetch("steps", queryset=_counted_steps())))


def measures_to_review(plan: Plan, *, units: Collection[int] | None = None) -> list[Measure]:
    """As `measures_of`, with every report and its evidence: for papers, effects and quality. Five queries."""
    measures = Measure.objects.filter(plan=plan).select_related("plan", "unit")
    if units is not None:
        measures = measures.filter(_takes_part(units)).distinct()
    reports = StepReport.objects.prefetch_related("evidence")
    steps = Prefetch("steps", queryset=Step.objects.prefetch_related(Prefetch("reports", queryset=reports)))
    return list(measures.prefetch_related("other_units", steps))


def count_answers(measures: Iterable[Measure]) -> dict[str, int]:
    """How many measures have which answer; no query."""
    answers = [measure.answer for measure in measures]
    return {answer.value: answers.count(answer) for answer in Answer}


def find_measure(agency_id: int, year: int, measure_id: int) -> Measure | None:
    """A measure of any version of the agency's plan of a year."""
    measures = Measure.objects.filter(pk=measure_id, plan__agency_id=agency_id, plan__year=year)
    return measures.select_related("plan__agency", "unit").prefetch_related("other_units", "steps").first()


def find_step(agency_id: int, year: int, step_id: int) -> Step | None:
    """A step of the approved plan with its reports, evidence, checks and marks."""
    evidence = Prefetch("evidence", queryset=Evidence.objects.prefetch_related("for_items"))
    reports = StepReport.objects.select_related("person").prefetch_related(evidence)
    steps = Step.objects.filter(
        pk=step_id,
        measure__plan__agency_id=agency_id,
        measure__plan__year=year,
        measure__plan__state=PlanState.APPROVED,
    )
    return (
        steps.select_related("measure__plan__agency", "measure__unit")
        .prefetch_related("measure__other_units", Prefetch("reports", queryset=reports), "checks__checker")
        .first()
    )


def steps_of(plan: Plan, *, units: Collection[int] | None = None) -> list[Step]:
    """A plan's steps in order of measure, with their units and counts. Two queries."""
    steps = _counted_steps().filter(measure__plan=plan)
    if units is not None:
        # narrowed by measures, because a join on the other units would count evidence twice
        steps = steps.filter(measure__in=Measure.objects.filter(_takes_part(units), plan=plan))
    return list(
        steps.select_related("measure__plan", "measure__unit")
        .prefetch_related("measure__other_units")
        .order_by("measure__indicator", "measure__position", "measure_id", "position", "id")
    )


def count_overdue(agency_id: int, today: date, *, units: Collection[int] | None = None) -> int:
    """Steps of plans in force that are past their date and not reported as finished."""
    measures = Measure.objects.filter(plan__agency_id=agency_id, plan__state=PlanState.APPROVED)
    if units is not None:
        measures = measures.filter(_takes_part(units))
    return Step.objects.filter(measure__in=measures, due__lt=today, state__in=UNFINISHED).count()


def steps_by_state(agency_id: int) -> dict[int, dict[str, int]]:
    """How many steps of each year's plan in force are in which state; one query."""
    steps = Step.objects.filter(measure__plan__agency_id=agency_id, measure__plan__state=PlanState.APPROVED)
    counted = steps.values_list("measure__plan__year", "state").annotate(Count("id")).order_by("measure__plan__year")
    found: dict[int, dict[str, int]] = {}
    for year, state, count in counted:
        found.setdefault(year, {})[state] = count
    return found


def assigned_measures(agency_id: int, units: Collection[int]) -> list[Measure]:
    """What waits at, or was answered by, the heads of these units in plans that were sent."""
    measures = Measure.objects.filter(plan__agency_id=agency_id, plan__state=PlanState.SENT, unit_id__in=units)
    ordered = measures.select_related("plan", "unit").prefetch_related("steps", "other_units")
    return list(ordered.order_by("plan__year", "indicator", "position", "id"))


def find_evidence(agency_id: int, evidence_id: int) -> Evidence | None:
    """A piece of evidence of the agency."""
    found = Evidence.objects.filter(pk=evidence_id, report__step__measure__plan__agency_id=agency_id)
    return found.select_related("report__step__measure__plan__agency", "report__step__measure__unit").first()


def evidence_for_items(agency_id: int, year: int) -> list[EvidenceForItem]:
    """Evidence marked to answer the disclosure items of a year; one query."""
    marks = EvidenceForItem.objects.filter(year=year, evidence__report__step__measure__plan__agency_id=agency_id)
    return list(marks.select_related("evidence__report__step__measure__plan__agency"))


def library_for(*, indicators: Collection[int], agency_id: int, fictional: bool) -> list[LibraryMeasure]:
    """Measures of other agencies that seem to have worked for these indicators."""
    found = LibraryMeasure.objects.filter(indicator__in=indicators, is_fictional=fictional)
    return list(found.exclude(agency_id=agency_id).select_related("agency"))


def shared_measures(plan: Plan) -> set[int]:
    """The measures of a plan, in whatever version, that are in the library."""
    entries = LibraryMeasure.objects.filter(agency_id=plan.agency_id, year=plan.year)
    return set(entries.values_list("measure_id", flat=True))


def unfinished_measures(agency_id: int, year: int) -> list[Measure]:
    """Measures of the approved plan of a year of which not every step was verified."""
    measures = Measure.objects.filter(plan__agency_id=agency_id, plan__year=year, plan__state=PlanState.APPROVED)
    open_steps = Step.objects.filter(measure=OuterRef("pk")).exclude(state=StepState.VERIFIED)
    return list(measures.filter(Exists(open_steps)).select_related("unit").prefetch_related("steps", "other_units"))


def unit_ids_of(measure: Measure) -> list[int]:
    """The responsible unit and those that take part."""
    owner = [] if measure.unit_id is None else [measure.unit_id]
    return [*owner, *(unit.pk for unit in measure.other_units.all())]


def _plans(agency_id: int, year: int) -> QuerySet[Plan]:
    return Plan.objects.filter(agency_id=agency_id, year=year).select_related("agency")


def _counted_steps() -> QuerySet[Step]:
    return Step.objects.annotate(
        report_count=Count("reports", distinct=True), evidence_count=Count("reports__evidence", distinct=True)
    )


def _takes_part(units: Collection[int]) -> Q:
    return Q(unit_id__in=units) | Q(other_units__in=units)

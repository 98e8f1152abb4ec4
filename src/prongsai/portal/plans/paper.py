"""Gives a plan to the papers: what was planned, what was done, what came of it."""

from prongsai.portal.plans import queries
from prongsai.portal.plans.contents import MeasurePaper, PlanPaper, ScoreMove, StepDone
from prongsai.portal.plans.effect import MeasureEffect, Verdict
from prongsai.portal.plans.effects.judging import comparison_for, effects_of
from prongsai.portal.plans.freezing import measure_contents
from prongsai.portal.plans.models import Measure, Step


def plan_for_paper(agency_id: int, year: int) -> PlanPaper | None:
    """The plan of a year in force, else its newest draft, with all that was done under it."""
    plan = queries.plan_in_force(agency_id, year) or queries.newest_plan(agency_id, year)
    if plan is None:
        return None
    measures = queries.measures_to_review(plan)
    comparison = comparison_for(plan)
    effects = effects_of(plan, measures, comparison) if comparison else {}
    return PlanPaper(
        agency_name=plan.agency.name_th,
        agency_code=plan.agency.code,
        year=plan.year,
        result_year=plan.result_year,
        version=plan.version,
        state=plan.state,
        approved_at=plan.approved_at,
        sha256=plan.sha256,
        measures=tuple(_measure(measure, effects.get(measure.pk)) for measure in measures),
    )


def _measure(measure: Measure, effect: MeasureEffect | None) -> MeasurePaper:
    return MeasurePaper(
        plan=measure_contents(measure),
        steps=tuple(map(_step, measure.steps.all())),
        outcome=measure.outcome,
        scores=tuple(_moves(effect)) if effect else (),
    )


def _step(step: Step) -> StepDone:
    reports = list(step.reports.all())
    return StepDone(
        text=step.text,
        due=step.due,
        state=step.state,
        reports=tuple(report.text for report in reports),
        evidence=sum(len(report.evidence.all()) for report in reports),
    )


def _moves(effect: MeasureEffect) -> list[ScoreMove]:
    return [
        ScoreMove(
            place=figure.place,
            before=figure.change.before,
            after=figure.change.now,
            comparable=figure.verdict is not Verdict.BROKEN,
            interval=(figure.interval.low, figure.interval.high) if figure.interval else None,
        )
        for figure in effect.figures
    ]

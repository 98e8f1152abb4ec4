"""The plan as its paper says it, from the stored plan and the scored result: pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType

from django.utils import timezone

from prongsai.papers.analysis_report.wording import level_text
from prongsai.papers.measures_plan import contents as paper
from prongsai.papers.measures_plan.result_lines import item_lines, question_lines, topics_of
from prongsai.portal.plans.contents import MeasureContents, PlanPaper
from prongsai.rulebook.advising import QuestionAdvice, advise_on_questions
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.thai.periods import Period

ORIGINS = {
    "unfinished": "มาตรการที่ค้างจากปีก่อน",
    "library": "คลังมาตรการที่น่าจะได้ผล",
}


def gather_plan(
    plan: PlanPaper,
    result: AgencyResult,
    *,
    place: str,
    findings: Sequence[str] = (),
    constraints: Sequence[paper.ConstraintGroup] = (),
    notes: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> paper.PlanContents:
    """All that the paper says; `result` is that of the year which the plan answers, `notes` are by topic."""
    advice = advise_on_questions(result)
    return paper.PlanContents(
        agency_name=plan.agency_name,
        place=place,
        plan_year=plan.year,
        result_year=plan.result_year,
        total=result.total,
        level="" if result.total is None else level_text(result),
        version=plan.version,
        indicators=tuple(_indicator(plan, result, number, advice) for number in result.year.indicators),
        topics=tuple(topics_of(result.year, advice, notes)),
        findings=tuple(findings),
        constraints=tuple(constraints),
        approved_on=day_of(plan.approved_at),
    )


def day_of(moment: datetime | None) -> date | None:
    """The day on which something happened, as the clock on the wall has it."""
    return None if moment is None else timezone.localtime(moment).date()


def period_of(measure: MeasureContents) -> Period | None:
    """From when until when, where both are known."""
    return None if measure.starts is None or measure.ends is None else Period(measure.starts, measure.ends)


def _indicator(
    plan: PlanPaper, result: AgencyResult, number: int, advice: Sequence[QuestionAdvice]
) -> paper.IndicatorPlan:
    indicator = result.year.indicators[number]
    return paper.IndicatorPlan(
        number=number,
        name=indicator.name_th,
        instrument=indicator.instrument.value,
        score=result.indicators[number],
        questions=(*question_lines(result, number, advice), *item_lines(result, number)),
        measures=tuple(_measure(measure.plan) for measure in plan.of_indicator(number)),
    )


def _measure(measure: MeasureContents) -> paper.Measure:
    return paper.Measure(
        title=measure.title,
        steps=tuple(step.text for step in measure.steps),
        period=period_of(measure),
        unit=measure.unit,
        other_units=measure.other_units,
        budget=measure.budget,
        success=measure.success,
        follow_up=measure.follow_up,
        origin=_origin(measure),
        topic=measure.topic,
        findings=tuple(line for line in map(str.strip, measure.finding.splitlines()) if line),
    )


def _origin(measure: MeasureContents) -> str:
    """`ข้อ e7 O10`, else where else it came from."""
    codes = [measure.question, *(item.upper() for item in measure.items)]
    cited = " ".join(code for code in codes if code)
    return f"ข้อ {cited}" if cited else ORIGINS.get(measure.origin, "")

"""A first plan from a result alone: what the rulebook proposes, with dots where only the agency knows."""

from dataclasses import replace

from prongsai.papers.analysis_report.wording import finding_text, level_text
from prongsai.papers.content import Signature
from prongsai.papers.measures_plan.contents import DEFAULT_CHAIN, IndicatorPlan, Measure, PlanContents
from prongsai.papers.measures_plan.result_lines import item_lines, question_lines, topics_of
from prongsai.papers.posts import head_of, permanent_head_of
from prongsai.rulebook.advising import QuestionAdvice, advise_on_questions, find_weaknesses
from prongsai.rulebook.comparing import compare
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.proposing import PlannedMeasure, propose_measures, unseen_indicators
from prongsai.thai.periods import fiscal_year_bounds

FIRST_VERSION = 1


def plan_contents_from_result(
    result: AgencyResult,
    *,
    agency_name: str,
    before: AgencyResult | None = None,
    place: str = "",
    emblem: bytes | None = None,
) -> PlanContents:
    """The plan for the year after the result, as a draft: every indicator has at least one measure.

    Periods are the whole of that fiscal year, units those the advice names; budgets, constraints and signatures stay
    open. `before` is the result of the year before, `place` reads "อำเภอ… จังหวัด…".
    """
    advice = advise_on_questions(result)
    weaknesses = find_weaknesses(result, None if before is None else compare(result, before))
    measures = proposed_measures(result)
    return PlanContents(
        agency_name=agency_name,
        place=place,
        plan_year=result.year.year + 1,
        result_year=result.year.year,
        total=result.total,
        level="" if result.total is None else level_text(result),
        version=FIRST_VERSION,
        indicators=tuple(_indicator(result, number, advice, measures) for number in result.year.indicators),
        topics=tuple(topics_of(result.year, advice)),
        findings=tuple(finding_text(finding, result.year) for finding in weaknesses),
        signatures=_chain(agency_name),
        emblem=emblem,
    )


def _chain(agency_name: str) -> tuple[Signature, ...]:
    """The usual chain, with the posts that the agency's name tells."""
    *others, agrees, approves = DEFAULT_CHAIN
    return (
        *others,
        replace(agrees, post=permanent_head_of(agency_name)),
        replace(approves, post=head_of(agency_name)),
    )


def proposed_measures(result: AgencyResult) -> tuple[PlannedMeasure, ...]:
    """What the rulebook proposes for the year after the result."""
    unseen = unseen_indicators(result, find_weaknesses(result))
    return propose_measures(result, advise_on_questions(result), unseen)


def _indicator(
    result: AgencyResult, number: int, advice: tuple[QuestionAdvice, ...], measures: tuple[PlannedMeasure, ...]
) -> IndicatorPlan:
    indicator = result.year.indicators[number]
    return IndicatorPlan(
        number=number,
        name=indicator.name_th,
        instrument=indicator.instrument.value,
        score=result.indicators[number],
        questions=(*question_lines(result, number, advice), *item_lines(result, number)),
        measures=tuple(_measure(result, planned) for planned in measures if planned.indicator == number),
    )


def _measure(result: AgencyResult, planned: PlannedMeasure) -> Measure:
    proposed = planned.measure
    unit, *others = proposed.units_th
    return Measure(
        title=proposed.title_th,
        steps=proposed.steps_th,
        period=fiscal_year_bounds(result.year.year + 1),
        unit=unit,
        other_units=tuple(others),
        success=proposed.success_th,
        follow_up=proposed.follow_up_th,
        origin=f"ข้อ {planned.question}" if planned.question else "",
        topic=planned.topic,
    )

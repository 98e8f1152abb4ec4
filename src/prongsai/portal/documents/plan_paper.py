"""The plan as its paper says it, from the stored plan and the scored result: pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

from django.utils import timezone

from prongsai.papers.analysis_report.findings import cited_items
from prongsai.papers.analysis_report.wording import level_text, short_name
from prongsai.papers.measures_plan import contents as paper
from prongsai.portal.plans.contents import MeasureContents, PlanPaper
from prongsai.rulebook.advising import QuestionAdvice, advise_on_questions
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.planning import missed_items
from prongsai.thai.periods import Period

ORIGINS = {
    "unfinished": "มาตรการที่ค้างจากปีก่อน",
    "library": "คลังมาตรการที่น่าจะได้ผล",
}
NO_POINTS = Decimal(0)


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
        topics=tuple(_topics(result.year, advice, notes)),
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
        questions=(*_question_lines(result, number, advice), *_item_lines(result, number)),
        measures=tuple(_measure(measure.plan) for measure in plan.of_indicator(number)),
    )


def _question_lines(
    result: AgencyResult, number: int, advice: Sequence[QuestionAdvice]
) -> Iterator[paper.QuestionLine]:
    """The questions of an indicator whose scores are known, in each part that asks them."""
    advised = {place: entry for entry in advice for place, _ in entry.scores}
    for part, survey in result.year.survey_by_part.items():
        for question in survey.questions:
            place = Place(part, question.code)
            value = result.score(place).value
            if question.indicator == number and value is not None:
                issue, mending = _advice(result.year, advised.get(place))
                yield paper.QuestionLine(question.code, short_name(part), question.topic_th, value, issue, mending)


def _advice(year: YearInstrument, advice: QuestionAdvice | None) -> tuple[str, str]:
    if advice is None:
        return "", ""
    recommendation = advice.recommendation
    return recommendation.issue_th, f"{recommendation.advice_th}{cited_items(year, recommendation)}"


def _item_lines(result: AgencyResult, number: int) -> Iterator[paper.QuestionLine]:
    """The disclosure items of an indicator that were not complete."""
    for missed in missed_items(result):
        item = missed.item
        if item.sub_indicator.startswith(f"{number}."):
            mending = f"เผยแพร่ให้ครบถ้วน: {' / '.join(item.must_show_th)}"
            yield paper.QuestionLine(
                item.code.upper(), Instrument.OIT.value, item.title_th, NO_POINTS, "ข้อมูลยังไม่ครบถ้วน", mending
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
    )


def _origin(measure: MeasureContents) -> str:
    """`ข้อ e7 O10`, else where else it came from."""
    codes = [measure.question, *(item.upper() for item in measure.items)]
    cited = " ".join(code for code in codes if code)
    return f"ข้อ {cited}" if cited else ORIGINS.get(measure.origin, "")


def _topics(
    year: YearInstrument, advice: Sequence[QuestionAdvice], notes: Mapping[int, Sequence[str]]
) -> Iterator[paper.Topic]:
    """What the officer noted on each topic, then what the weak questions say."""
    for topic in year.advice.topics:
        found = [entry.recommendation for entry in advice if entry.recommendation.improvement_topic == topic.number]
        said = (*notes.get(topic.number, ()), *(recommendation.issue_th for recommendation in found))
        yield paper.Topic(topic.number, topic.name_th, tuple(dict.fromkeys(said)))

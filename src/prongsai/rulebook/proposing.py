"""Which measures a result calls for: at least one for every indicator, from the year's own advice."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from prongsai.rulebook.advising import Finding, Kind, QuestionAdvice
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Item, ProposedMeasure, Question, Recommendation, SubIndicator
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.planning import item_costs
from prongsai.rulebook.weighing import Calls, calls_by_rule

SCORE_IN_TEXT = re.compile(r"\b(?:100|[0-9]{1,2})\.[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A proposed measure for an indicator, with the question, the items and the topic that it comes from."""

    indicator: int
    measure: ProposedMeasure
    topic: int
    question: str | None
    items: tuple[str, ...] = ()


def unseen_indicators(result: AgencyResult, weaknesses: Sequence[Finding]) -> tuple[int, ...]:
    """Indicators that are lowest or below the target and of which no question score is known."""
    weak = {
        int(finding.place.code)
        for finding in weaknesses
        if finding.kind in {Kind.LOWEST, Kind.BELOW_TARGET} and finding.place.code.isdecimal()
    }
    seen = {
        question.indicator
        for part, survey in result.year.survey_by_part.items()
        for question in survey.questions
        if result.score(Place(part, question.code)).value is not None
    }
    return tuple(sorted(weak - seen))


def propose_measures(
    result: AgencyResult, advice: Sequence[QuestionAdvice], unseen: Sequence[int]
) -> tuple[PlannedMeasure, ...]:
    """For each indicator: its weak questions (all, where none is known), its missed items, or what keeps it."""
    return measures_for(result, calls_by_rule(result, advice, unseen), advice)


def measures_for(result: AgencyResult, calls: Calls, advice: Sequence[QuestionAdvice]) -> tuple[PlannedMeasure, ...]:
    """For each indicator what its called questions and items need, or what keeps it."""
    proposed: list[PlannedMeasure] = []
    for keeping in result.year.advice.keeping:
        kept = PlannedMeasure(keeping.indicator, keeping.measure, keeping.improvement_topic, None)
        proposed += called_measures(result, calls, advice, keeping.indicator) or [kept]
    return tuple(proposed)


def called_measures(
    result: AgencyResult, calls: Calls, advice: Sequence[QuestionAdvice], number: int
) -> list[PlannedMeasure]:
    """The measures for the called questions and items of one indicator; none where nothing is called for."""
    keeping = next(entry for entry in result.year.advice.keeping if entry.indicator == number)
    return [
        *_for_questions(result, number, calls, advice),
        *_for_items(result, number, calls, keeping.improvement_topic),
    ]


def _for_questions(
    result: AgencyResult, number: int, calls: Calls, advice: Sequence[QuestionAdvice]
) -> Iterator[PlannedMeasure]:
    weak = {entry.question.code: max(value for _, value in entry.scores) for entry in advice}
    for survey in result.year.surveys:
        for question in survey.questions:
            if question.indicator == number and question.code in calls.questions:
                recommended = result.year.recommendations[question.code]
                measure = _aim_higher(recommended, weak.get(question.code, _best(result, question)))
                topic, items = recommended.improvement_topic, recommended.items
                yield PlannedMeasure(number, measure, topic, question.code, items)


def _best(result: AgencyResult, question: Question) -> Decimal | None:
    """The question's best score in any part; `None` where it is not known."""
    parts = (part for part, survey in result.year.survey_by_part.items() if question in survey.questions)
    scores = [result.score(Place(part, question.code)).value for part in parts]
    return max((score for score in scores if score is not None), default=None)


def _aim_higher(recommended: Recommendation, score: Decimal | None) -> ProposedMeasure:
    """A goal that the question has reached already is no goal: then the goal is to stay above what it has."""
    measure = recommended.measure

    def lifted(found: re.Match[str]) -> str:
        return found[0] if score is None or score < Decimal(found[0]) else str(score)

    return msgspec.structs.replace(
        measure,
        success_th=SCORE_IN_TEXT.sub(lifted, measure.success_th),
        success_en=SCORE_IN_TEXT.sub(lifted, measure.success_en),
    )


def _for_items(result: AgencyResult, number: int, calls: Calls, topic: int) -> Iterator[PlannedMeasure]:
    """One measure for each sub-indicator with called items, one step an item, the dearest first."""
    dearest = sorted(item_costs(result.year).values(), key=lambda cost: -cost.exact)
    called = [cost.item for cost in dearest if cost.item.code in calls.items]
    for sub in result.year.disclosure.sub_indicators:
        items = [item for item in called if item.sub_indicator == sub.code]
        if sub.indicator == number and items:
            yield PlannedMeasure(number, _disclose(sub, items), topic, None, tuple(item.code for item in items))


def _disclose(sub: SubIndicator, items: Sequence[Item]) -> ProposedMeasure:
    codes = ", ".join(item.code.upper() for item in items)
    return ProposedMeasure(
        title_th=f"เผยแพร่ข้อมูลด้าน{sub.name_th} (ตัวชี้วัดย่อย {sub.code}) ให้ครบทุกข้อ",
        title_en=f"Publish all of {sub.name_en} (sub-indicator {sub.code})",
        steps_th=tuple(f"{item.code.upper()} {item.title_th}: {'; '.join(item.must_show_th)}" for item in items),
        steps_en=tuple(f"{item.code.upper()} {item.title_en}: {'; '.join(item.must_show_en)}" for item in items),
        units_th=("สำนักปลัด", "ส่วนราชการเจ้าของข้อมูล"),
        units_en=("Office of the permanent secretary", "the unit that owns the information"),
        follow_up_th="ตรวจความครบถ้วนของทุกข้อบนเว็บไซต์เดือนละครั้ง และรายงานผู้บริหาร",
        follow_up_en="Check every item on the web site once a month and report to the executive",
        success_th=f"ข้อ {codes} มีองค์ประกอบครบถ้วนบนเว็บไซต์หลักก่อนวันเริ่มตรวจ",
        success_en=f"{codes} complete on the main web site before the check begins",
    )

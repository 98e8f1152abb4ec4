"""What a result says in the plan: its questions with their advice, its missed items, its seven topics."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from prongsai.papers.analysis_report.findings import cited_items
from prongsai.papers.analysis_report.wording import short_name
from prongsai.papers.measures_plan.contents import QuestionLine, Topic
from prongsai.rulebook.advising import QuestionAdvice
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.planning import missed_items

NO_POINTS = Decimal(0)


def question_lines(result: AgencyResult, number: int, advice: Sequence[QuestionAdvice]) -> Iterator[QuestionLine]:
    """The questions of an indicator whose scores are known, in each part that asks them."""
    advised = {place: entry for entry in advice for place, _ in entry.scores}
    for part, survey in result.year.survey_by_part.items():
        for question in survey.questions:
            place = Place(part, question.code)
            value = result.score(place).value
            if question.indicator == number and value is not None:
                issue, mending = _advice(result.year, advised.get(place))
                yield QuestionLine(question.code, short_name(part), question.topic_th, value, issue, mending)


def item_lines(result: AgencyResult, number: int) -> Iterator[QuestionLine]:
    """The disclosure items of an indicator that were not complete."""
    for missed in missed_items(result):
        item = missed.item
        if item.sub_indicator.startswith(f"{number}."):
            mending = f"เผยแพร่ให้ครบถ้วน: {' / '.join(item.must_show_th)}"
            yield QuestionLine(
                item.code.upper(), Instrument.OIT.value, item.title_th, NO_POINTS, "ข้อมูลยังไม่ครบถ้วน", mending
            )


def topics_of(
    year: YearInstrument,
    advice: Sequence[QuestionAdvice],
    notes: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> Iterator[Topic]:
    """Each of the seven topics: what somebody noted on it, by number, then what the weak questions say."""
    for topic in year.advice.topics:
        found = [entry.recommendation for entry in advice if entry.recommendation.improvement_topic == topic.number]
        said = (*notes.get(topic.number, ()), *(recommendation.issue_th for recommendation in found))
        yield Topic(topic.number, topic.name_th, tuple(dict.fromkeys(said)))


def _advice(year: YearInstrument, advice: QuestionAdvice | None) -> tuple[str, str]:
    if advice is None:
        return "", ""
    recommendation = advice.recommendation
    return recommendation.issue_th, f"{recommendation.advice_th}{cited_items(year, recommendation)}"

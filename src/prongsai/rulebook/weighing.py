"""Which questions and items call for a measure: by the rules, then as a person weighed the weaknesses."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum

from prongsai.rulebook.advising import QuestionAdvice
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument, Question, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.planning import missed_items


class Weighing(Enum):
    """What a person made of a weakness."""

    KEPT = "kept"
    WAITING = "waiting"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Concern:
    """A weakness in somebody's words; `place` is `None` where it speaks of no figure, `topic` is one of the seven."""

    place: Place | None
    words: str
    weighing: Weighing
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class Calls:
    """Codes of the questions and of the items that a measure is called for."""

    questions: AbstractSet[str] = frozenset()
    items: AbstractSet[str] = frozenset()


def calls_by_rule(result: AgencyResult, advice: Sequence[QuestionAdvice], unseen: Sequence[int]) -> Calls:
    """Weak questions, every question of an indicator of which none is known, and missed items."""
    weak = {entry.question.code for entry in advice}
    return Calls(
        questions=weak | {question.code for question in _questions(result.year) if question.indicator in unseen},
        items={cost.item.code for cost in missed_items(result)},
    )


def weigh(
    year: YearInstrument, calls: Calls, concerns: Sequence[Concern], *, unseen: Sequence[int] = ()
) -> tuple[Calls, Calls]:
    """What calls for a measure after all, and what was called by rule and dropped.

    A kept concern calls, also where no rule does; a code of which every concern was dropped is dropped; a concern that
    waits leaves the rule as it is. An unseen indicator's concerns speak for those of its questions that have none.
    """
    questions = {
        question.code: concerns_about_question(question, concerns, unseen=unseen) for question in _questions(year)
    }
    items = {code: concerns_about_item(code, concerns) for code in year.items}
    dropped = Calls(
        frozenset(code for code in calls.questions if _is_dropped(questions[code])),
        frozenset(code for code in calls.items if _is_dropped(items[code])),
    )
    kept = Calls(
        frozenset(code for code, about in questions.items() if _is_kept(about)),
        frozenset(code for code, about in items.items() if _is_kept(about)),
    )
    called = Calls((calls.questions - dropped.questions) | kept.questions, (calls.items - dropped.items) | kept.items)
    return called, dropped


def concerns_about_question(
    question: Question, concerns: Sequence[Concern], *, unseen: Sequence[int] = ()
) -> tuple[Concern, ...]:
    """The concerns about a question in whatever part; of an unseen indicator where the question itself has none."""
    own = tuple(c for c in concerns if c.place and c.place.instrument and c.place.code == question.code)
    if own or question.indicator not in unseen:
        return own
    return concerns_about_indicator(question.indicator, concerns)


def concerns_about_item(code: str, concerns: Sequence[Concern]) -> tuple[Concern, ...]:
    """The concerns about a disclosure item."""
    return tuple(concern for concern in concerns if concern.place == Place(Instrument.OIT, code))


def concerns_about_indicator(number: int, concerns: Sequence[Concern]) -> tuple[Concern, ...]:
    """The concerns about an indicator as a whole."""
    return tuple(concern for concern in concerns if concern.place == Place(None, str(number)))


def _questions(year: YearInstrument) -> tuple[Question, ...]:
    return tuple(question for survey in year.surveys for question in survey.questions)


def _is_kept(about: Sequence[Concern]) -> bool:
    return any(concern.weighing is Weighing.KEPT for concern in about)


def _is_dropped(about: Sequence[Concern]) -> bool:
    return bool(about) and all(concern.weighing is Weighing.DROPPED for concern in about)

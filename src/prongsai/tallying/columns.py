"""The columns that an answers file may have: a question or one of its lines, and what its options stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from prongsai.rulebook.instrument import Instrument, Question, Survey, YearInstrument
from prongsai.rulebook.rounding import half_up

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A question, or a line of one (`i1.2`), of the instruments in `parts`.

    `points` are hundredths of a point by option; `weight` is its share in the instrument's score, in whole numbers.
    """

    code: str
    parts: tuple[Instrument, ...]
    points: tuple[int, ...]
    weight: int

    @property
    def name(self) -> str:
        """The code as a column that no engine has to quote."""
        return self.code.replace(".", "_")

    @property
    def options(self) -> int:
        """How many options the form prints."""
        return len(self.points)


@lru_cache(maxsize=32)
def answer_columns(year: YearInstrument) -> tuple[AnswerColumn, ...]:
    """Every column that may stand in a file of the year; a question with lines may come whole or by its lines."""
    found = [(survey, *entry) for survey in year.surveys for entry in _shares(survey)]
    common = lcm(*(share.denominator for _, _, _, share in found))
    return tuple(
        AnswerColumn(code, survey.parts, tuple(_hundredths(one) for one in points), int(share * common))
        for survey, code, points, share in found
    )


def asked_parts(year: YearInstrument) -> tuple[Instrument, ...]:
    """The instruments that a row of answers may be of."""
    return tuple(year.survey_by_part)


def _shares(survey: Survey) -> Iterator[tuple[str, tuple[Decimal, ...], Fraction]]:
    for question in survey.questions:
        share = _share(survey, question)
        yield question.code, survey.points(question), share
        for number, line in enumerate(question.lines, start=1):
            yield f"{question.code}.{number}", survey.points(question, line=line), share / len(question.lines)


def _share(survey: Survey, question: Question) -> Fraction:
    """Indicators count alike in an instrument, questions alike in an indicator."""
    indicators = [entry.indicator for entry in survey.questions]
    return Fraction(1, len(set(indicators)) * indicators.count(question.indicator))


def _hundredths(points: Decimal) -> int:
    return int(half_up(points) * HUNDREDTHS)

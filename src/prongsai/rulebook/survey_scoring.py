"""Turns counted answers into question scores."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm
from operator import mul

from prongsai.rulebook.evidence import AnswerTally, Counts, Place
from prongsai.rulebook.instrument import Instrument, Question, YearInstrument
from prongsai.rulebook.rounding import half_up, half_up_ratio, mean


class TallyError(ValueError):
    """The tally does not fit the question: wrong number of options or a negative count."""


def score_answers(year: YearInstrument, tally: AnswerTally) -> dict[Place, Decimal | None]:
    """Score every question of every instrument that the tally touches; a question that nobody answered is `None`."""
    touched, places = {place.instrument for place in tally}, year.round.rounding.question
    return {asked.place: _score(asked, tally, places) for (part, _), asked in _asked(year).items() if part in touched}


def score_question(year: YearInstrument, part: Instrument, question: Question, tally: AnswerTally) -> Decimal | None:
    """Average the answers; where lines are answered apart, average the lines. Rounded as the year says."""
    return _score(_asked(year)[part, question.code], tally, year.round.rounding.question)


@dataclass(frozen=True, slots=True)
class _Scale:
    """The points of the options as whole numbers of a common fraction, which many add up faster than decimals."""

    points: tuple[int, ...]
    divisor: int


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where a question is asked, with what its options score as a whole and line by line."""

    place: Place
    scale: _Scale
    lines: tuple[tuple[Place, _Scale], ...]


@lru_cache(maxsize=32)
def _asked(year: YearInstrument) -> dict[tuple[Instrument, str], _Asked]:
    """The year's questions by instrument and code, kept because every agency asks for all of them."""
    return {
        (part, question.code): _Asked(
            Place(part, question.code),
            _scale(survey.points(question)),
            tuple(
                (Place(part, f"{question.code}.{number}"), _scale(survey.points(question, line=line)))
                for number, line in enumerate(question.lines, start=1)
            ),
        )
        for part, survey in year.survey_by_part.items()
        for question in survey.questions
    }


def average_points(points: tuple[Decimal, ...], counts: Counts) -> Fraction | None:
    """The exact mean of the points over all answers; `None` without an answer."""
    ratio = _average(_scale(points), counts)
    return None if ratio is None else Fraction(*ratio)


def _score(asked: _Asked, tally: AnswerTally, places: int) -> Decimal | None:
    whole = tally.get(asked.place)
    lines = [_average(scale, counts) for place, scale in asked.lines if (counts := tally.get(place)) is not None]
    if whole is None:
        value = mean(Fraction(*ratio) for ratio in lines if ratio is not None)
        return None if value is None else half_up(value, places)
    if lines:
        raise TallyError(f"{asked.place}: counted both as a whole and by line; give one of them")
    ratio = _average(asked.scale, whole)
    return None if ratio is None else half_up_ratio(*ratio, places)


def _average(scale: _Scale, counts: Counts) -> tuple[int, int] | None:
    """The exact mean as what was earned and what it is to be divided by; `None` without an answer."""
    if len(scale.points) != len(counts):
        raise TallyError(f"found counts for {len(counts)} options; the scale has {len(scale.points)}")
    if min(counts) < 0:
        raise TallyError(f"found a negative count in {counts}; write how many chose each option")
    answers = sum(counts)
    if not answers:
        return None
    if isinstance(answers, int):
        return sum(map(mul, scale.points, counts)), answers * scale.divisor
    exact = [Fraction(count) for count in counts]
    earned = sum(map(mul, scale.points, exact), Fraction(0))
    return (earned / (sum(exact) * scale.divisor)).as_integer_ratio()


def _scale(points: tuple[Decimal, ...]) -> _Scale:
    ratios = [point.as_integer_ratio() for point in points]
    common = lcm(*(below for _, below in ratios))
    return _Scale(tuple(above * (common // below) for above, below in ratios), common)

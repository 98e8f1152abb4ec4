"""Turns counted answers into question scores."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from prongsai.rulebook.evidence import AnswerTally, Counts, Place
from prongsai.rulebook.instrument import Instrument, Question, YearInstrument
from prongsai.rulebook.rounding import half_up, mean


class TallyError(ValueError):
    """The tally does not fit the question: wrong number of options or a negative count."""


def score_answers(year: YearInstrument, tally: AnswerTally) -> dict[Place, Decimal | None]:
    """Score every question of every instrument that the tally touches; a question that nobody answered is `None`."""
    touched = {place.instrument for place in tally}
    return {
        asked.place: score_question(year, part, asked.question, tally)
        for (part, _), asked in _asked(year).items()
        if part in touched
    }


def score_question(year: YearInstrument, part: Instrument, question: Question, tally: AnswerTally) -> Decimal | None:
    """Average the answers; where lines are answered apart, average the lines. Rounded as the year says."""
    asked = _asked(year)[part, question.code]
    whole = tally.get(asked.place)
    lines = [
        average_points(points, counts) for place, points in asked.lines if (counts := tally.get(place)) is not None
    ]
    if whole is not None and lines:
        raise TallyError(f"{part} {question.code}: counted both as a whole and by line; give one of them")
    value = average_points(asked.points, whole) if whole is not None else _known_mean(lines)
    return None if value is None else half_up(value, year.round.rounding.question)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question where it is asked, with what its options score as a whole and line by line."""

    question: Question
    place: Place
    points: tuple[Decimal, ...]
    lines: tuple[tuple[Place, tuple[Decimal, ...]], ...]


@lru_cache(maxsize=32)
def _asked(year: YearInstrument) -> dict[tuple[Instrument, str], _Asked]:
    """The year's questions by instrument and code, kept because every agency asks for all of them."""
    return {
        (part, question.code): _Asked(
            question,
            Place(part, question.code),
            survey.points(question),
            tuple(
                (Place(part, f"{question.code}.{number}"), survey.points(question, line=line))
                for number, line in enumerate(question.lines, start=1)
            ),
        )
        for part, survey in year.survey_by_part.items()
        for question in survey.questions
    }


def average_points(points: tuple[Decimal, ...], counts: Counts) -> Fraction | None:
    """The exact mean of the points over all answers; `None` without an answer."""
    if len(points) != len(counts):
        raise TallyError(f"found counts for {len(counts)} options; the scale has {len(points)}")
    if any(count < 0 for count in counts):
        raise TallyError(f"found a negative count in {counts}; write how many chose each option")
    exact = [count if isinstance(count, int) else Fraction(count) for count in counts]
    whole_points, divisor = _in_whole_numbers(points)
    answers = sum(exact)
    earned = sum(point * count for point, count in zip(whole_points, exact, strict=True))
    return Fraction(earned, answers * divisor) if answers else None


@lru_cache(maxsize=64)
def _in_whole_numbers(points: tuple[Decimal, ...]) -> tuple[tuple[int, ...], int]:
    """The points as whole numbers of a common fraction, which many add up faster than decimals or fractions."""
    ratios = [point.as_integer_ratio() for point in points]
    common = lcm(*(below for _, below in ratios))
    return tuple(above * (common // below) for above, below in ratios), common


def _known_mean(values: list[Fraction | None]) -> Fraction | None:
    return mean(value for value in values if value is not None)

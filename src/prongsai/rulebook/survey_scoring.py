"""Turns counted answers into question scores."""

from decimal import Decimal
from fractions import Fraction

from prongsai.rulebook.evidence import AnswerTally, Counts, Place
from prongsai.rulebook.instrument import Instrument, Question, YearInstrument
from prongsai.rulebook.rounding import half_up, mean


class TallyError(ValueError):
    """The tally does not fit the question: wrong number of options or a negative count."""


def score_answers(year: YearInstrument, tally: AnswerTally) -> dict[Place, Decimal | None]:
    """Score every question of every instrument that the tally touches; a question that nobody answered is `None`."""
    touched = {place.instrument for place in tally}
    return {
        Place(part, question.code): score_question(year, part, question, tally)
        for part, survey in year.survey_by_part.items()
        if part in touched
        for question in survey.questions
    }


def score_question(year: YearInstrument, part: Instrument, question: Question, tally: AnswerTally) -> Decimal | None:
    """Average the answers; where lines are answered apart, average the lines. Rounded as the year says."""
    survey = year.survey_by_part[part]
    whole = tally.get(Place(part, question.code))
    lines = [
        average_points(survey.points(question, line=line), counts)
        for number, line in enumerate(question.lines, start=1)
        if (counts := tally.get(Place(part, f"{question.code}.{number}"))) is not None
    ]
    if whole is not None and lines:
        raise TallyError(f"{part} {question.code}: counted both as a whole and by line; give one of them")
    value = average_points(survey.points(question), whole) if whole is not None else _known_mean(lines)
    return None if value is None else half_up(value, year.round.rounding.question)


def average_points(points: tuple[Decimal, ...], counts: Counts) -> Fraction | None:
    """The exact mean of the points over all answers; `None` without an answer."""
    if len(points) != len(counts):
        raise TallyError(f"found counts for {len(counts)} options; the scale has {len(points)}")
    if any(count < 0 for count in counts):
        raise TallyError(f"found a negative count in {counts}; write how many chose each option")
    answers = sum(map(Fraction, counts), Fraction(0))
    earned = sum((Fraction(point) * Fraction(count) for point, count in zip(points, counts, strict=True)), Fraction(0))
    return earned / answers if answers else None


def _known_mean(values: list[Fraction | None]) -> Fraction | None:
    return mean(value for value in values if value is not None)

"""The order in which a questionnaire asks: one screen an indicator, one line after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.rulebook.instrument import Indicator, Instrument, Line, Option, Question, Survey, YearInstrument

EMPTY = "-"
"""Stands for a line that was not answered among packed choices."""


class AnswerError(ValueError):
    """A choice that the questionnaire does not offer. `line` names the place; `offered` is how many options it has."""

    def __init__(self, line: str, found: str, offered: int | None) -> None:
        """`offered` is `None` where the line itself is not of this questionnaire."""
        super().__init__(f"{line}: found {found!r}; {f'write 1 to {offered}' if offered else 'no such line'}")
        self.line, self.found, self.offered = line, found, offered


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A thing to answer: a question, or one of its lines (`i1.2`)."""

    key: str
    question: Question
    line: Line | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked together: the lines of an indicator."""

    indicator: Indicator
    lines: tuple[AskedLine, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A part's questions in the order in which they are asked."""

    year: int
    part: Instrument
    survey: Survey
    screens: tuple[Screen, ...]

    @property
    def lines(self) -> tuple[AskedLine, ...]:
        """All lines in order; their places are the places of packed choices."""
        return tuple(line for screen in self.screens for line in screen.lines)


def questionnaire_of(year: YearInstrument, part: Instrument) -> Questionnaire:
    """What a part of the year asks. Raises `KeyError` for a part that the year does not ask by a survey."""
    survey = year.survey_by_part[part]
    numbers = dict.fromkeys(question.indicator for question in survey.questions)
    screens = tuple(Screen(year.indicators[number], tuple(_asked(survey, number))) for number in numbers)
    return Questionnaire(year.year, part, survey, screens)


def _asked(survey: Survey, indicator: int) -> Iterator[AskedLine]:
    for question in survey.questions:
        options = survey.scale_of(question).options
        if question.indicator != indicator:
            continue
        for number, line in enumerate(question.lines, start=1):
            yield AskedLine(f"{question.code}.{number}", question, line, options)
        if not question.lines:
            yield AskedLine(question.code, question, None, options)


def pack(questionnaire: Questionnaire, choices: Mapping[str, int]) -> str:
    """One character a line, in order: the option's number from 1 (lowest) as printed, `-` where it was not answered.

    Raises `AnswerError` for a line of another questionnaire or an option that is not offered.
    """
    lines = {line.key: line for line in questionnaire.lines}
    for key, choice in choices.items():
        offered = len(lines[key].options) if key in lines else None
        if offered is None or not 1 <= choice <= offered:
            raise AnswerError(key, str(choice), offered)
    return "".join(str(choices[key]) if key in choices else EMPTY for key in lines)


def unpack(questionnaire: Questionnaire, packed: str) -> dict[str, int]:
    """The choices again. Raises `ValueError` if the number of lines differs."""
    pairs = zip(questionnaire.lines, packed, strict=True)
    return {line.key: int(mark) for line, mark in pairs if mark != EMPTY}

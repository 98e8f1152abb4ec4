"""The official wording of a year's questions, which the office puts in, laid over the instrument's own.

Only words change. What is asked, in which order, on how many options and with which points stays the instrument's.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, structs

from prongsai.rulebook.instrument import Instrument, Line, Option, Question, YearInstrument
from prongsai.rulebook.survey_flow import AskedLine, Questionnaire, Screen

Asked = TypeVar("Asked", Question, Line)

LONGEST_TEXT = 1000
LONGEST_OPTION = 200
MARKUP = re.compile(r"<[/!?a-z]|&(#[0-9]+|#x[0-9a-f]+|[a-z]+[0-9]*);", re.IGNORECASE)
"""What a browser or a form program would take for HTML; a lone < or & is an ordinary letter."""


class Fault(StrEnum):
    """What can be wrong with a wording."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    TWICE = "twice"
    EMPTY = "empty"
    OPTIONS = "options"
    TWIN_OPTIONS = "twin-options"
    MARKUP = "markup"
    TOO_LONG = "too-long"


class QuestionWording(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of a question (`i1`, with those of its options) or of one of its lines (`i1.2`, without options).

    Where the English is empty the instrument's own stands.
    """

    code: str
    text_th: str
    text_en: str = ""
    options_th: tuple[str, ...] = ()
    options_en: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingProblem:
    """What is wrong where: `field` is that of `QuestionWording`, empty for the whole entry.

    `found` is the text, or how many options there are; `wanted` how many there should be, `None` elsewhere.
    """

    code: str
    field: str
    fault: Fault
    found: str = ""
    wanted: int | None = None


@dataclass(frozen=True, slots=True)
class OwnWording:
    """The instrument's own words of a question or line, as a wording, and in which instrument it is asked."""

    instrument: Instrument
    words: QuestionWording

    @property
    def is_line(self) -> bool:
        """Whether it is a line of a question."""
        return "." in self.words.code


def own_wording(year: YearInstrument) -> tuple[OwnWording, ...]:
    """Every question and line of the year's surveys in the order in which they are asked."""
    return tuple(
        OwnWording(survey.instrument, words)
        for survey in year.surveys
        for question in survey.questions
        for words in _own(question, survey.scale_of(question).options)
    )


def problems_of(year: YearInstrument, wording: Sequence[QuestionWording]) -> list[WordingProblem]:
    """Everything that is wrong, in the order of the questions: each is there once, complete, without HTML."""
    own = {entry.words.code: entry.words for entry in own_wording(year)}
    times = Counter(entry.code for entry in wording)
    found = [WordingProblem(code, "", Fault.UNKNOWN, found=code) for code in times if code not in own]
    for code, words in own.items():
        if times[code] != 1:
            found.append(WordingProblem(code, "", Fault.TWICE if times[code] else Fault.MISSING))
        else:
            found += _problems(next(entry for entry in wording if entry.code == code), words)
    return found


def reword(questionnaire: Questionnaire, wording: Sequence[QuestionWording]) -> Questionnaire:
    """The questionnaire in other words; what the wording does not name stays as it is."""
    words = {entry.code: entry for entry in wording}
    screens = tuple(_screen(screen, words) for screen in questionnaire.screens)
    return replace(questionnaire, screens=screens)


def _own(question: Question, options: Sequence[Option]) -> Iterator[QuestionWording]:
    yield QuestionWording(
        code=question.code,
        text_th=question.text_th,
        text_en=question.text_en,
        options_th=tuple(option.th for option in options),
        options_en=tuple(option.en for option in options),
    )
    for number, line in enumerate(question.lines, start=1):
        yield QuestionWording(code=f"{question.code}.{number}", text_th=line.text_th, text_en=line.text_en)


def _problems(entry: QuestionWording, own: QuestionWording) -> Iterator[WordingProblem]:
    if not entry.text_th.strip():
        yield WordingProblem(entry.code, "text_th", Fault.EMPTY)
    for field in ("options_th", "options_en"):
        yield from _option_problems(entry.code, field, getattr(entry, field), len(own.options_th))
    for field, texts in _texts(entry):
        longest = LONGEST_OPTION if field.startswith("options") else LONGEST_TEXT
        yield from (
            WordingProblem(entry.code, field, Fault.TOO_LONG, found=text, wanted=longest)
            for text in texts
            if len(text) > longest
        )
        yield from (
            WordingProblem(entry.code, field, Fault.MARKUP, found=text) for text in texts if MARKUP.search(text)
        )


def _option_problems(code: str, field: str, texts: Sequence[str], wanted: int) -> Iterator[WordingProblem]:
    """English options may be left out as a whole."""
    if not texts and field == "options_en":
        return
    if len(texts) != wanted:
        yield WordingProblem(code, field, Fault.OPTIONS, found=str(len(texts)), wanted=wanted)
    elif not all(text.strip() for text in texts):
        yield WordingProblem(code, field, Fault.EMPTY)
    elif len(set(texts)) < len(texts):
        twin = next(text for text, many in Counter(texts).items() if many > 1)
        yield WordingProblem(code, field, Fault.TWIN_OPTIONS, found=twin)


def _texts(entry: QuestionWording) -> Iterator[tuple[str, Sequence[str]]]:
    yield "text_th", (entry.text_th,)
    yield "text_en", (entry.text_en,)
    yield "options_th", entry.options_th
    yield "options_en", entry.options_en


def _screen(screen: Screen, words: Mapping[str, QuestionWording]) -> Screen:
    return replace(screen, lines=tuple(_line(line, words) for line in screen.lines))


def _line(asked: AskedLine, words: Mapping[str, QuestionWording]) -> AskedLine:
    question, of_line = words.get(asked.question.code), words.get(asked.key)
    return replace(
        asked,
        question=asked.question if question is None else _said(asked.question, question),
        line=asked.line if asked.line is None or of_line is None else _said(asked.line, of_line),
        options=asked.options if question is None else _options(asked.options, question),
    )


def _said(asked: Asked, words: QuestionWording) -> Asked:
    return structs.replace(asked, text_th=words.text_th, text_en=words.text_en or asked.text_en)


def _options(options: tuple[Option, ...], words: QuestionWording) -> tuple[Option, ...]:
    english = words.options_en or tuple(option.en for option in options)
    thai = words.options_th or tuple(option.th for option in options)
    pairs = zip(options, thai, english, strict=True)
    return tuple(structs.replace(option, th=th, en=en) for option, th, en in pairs)

"""What the page of a survey shows: questions in the page's language, what was chosen, what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from prongsai.portal.rounds.queries import rehearsal_mark
from prongsai.portal.surveys.access import OpenSurvey
from prongsai.portal.surveys.languages.reading import FurtherLanguage
from prongsai.portal.surveys.languages.speaking import in_spoken_words, offered_for
from prongsai.portal.surveys.texting.step import TextingStep
from prongsai.portal.ui.language import pick
from prongsai.rulebook.survey_flow import AskedLine, Questionnaire, Screen

NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PageOption:
    """An option with the number under which it is sent."""

    number: int
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line: `lead` is the question above several lines, and stands over the first of them alone."""

    key: str
    number: str
    lead: str
    text: str
    options: tuple[PageOption, ...]
    problem: str


@dataclass(frozen=True, slots=True)
class PageScreen:
    """The lines of an indicator."""

    number: int
    title: str
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """Everything that the form's template shows."""

    address: str
    agency: str
    year: int
    part: str
    respondents: str
    mark: str
    closes_at: datetime | None
    needs_code: bool
    is_public: bool
    screens: tuple[PageScreen, ...]
    key: str
    code: str = ""
    is_assisted: bool = False
    problems: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[FurtherLanguage, ...] = ()
    texting: TextingStep | None = None

    @property
    def several(self) -> int:
        """How many things are wrong."""
        return len(self.problems)

    @property
    def first_problem(self) -> str:
        """The line to go to first."""
        return next((key for key in self.problems if key not in {"", "code", "sms"}), "")


def form_page(
    survey: OpenSurvey,
    *,
    key: str,
    code: str = "",
    is_assisted: bool = False,
    choices: Mapping[str, int] = MappingProxyType({}),
    problems: Mapping[str, str] = NOTHING,
    texting: TextingStep | None = None,
) -> FormPage:
    """The page, empty or with what was chosen and what is wrong with it."""
    questionnaire = in_spoken_words(survey.questionnaire, survey.round)
    return FormPage(
        address=survey.link.code,
        agency=survey.agency.agency_name,
        year=survey.round.year,
        part=survey.link.part.value,
        respondents=pick(questionnaire.survey.respondents_th, questionnaire.survey.respondents_en),
        mark=rehearsal_mark(survey.round),
        closes_at=survey.closes_at,
        needs_code=survey.needs_code,
        is_public=not survey.needs_code,
        screens=tuple(_screen(screen, choices, problems) for screen in questionnaire.screens),
        key=key,
        code=code,
        is_assisted=is_assisted,
        problems=problems,
        languages=offered_for(survey.round),
        texting=(texting or TextingStep()) if survey.asks_number else None,
    )


def _screen(screen: Screen, choices: Mapping[str, int], problems: Mapping[str, str]) -> PageScreen:
    title = pick(screen.indicator.name_th, screen.indicator.name_en)
    lines = tuple(_line(line, choices.get(line.key), problems.get(line.key, "")) for line in screen.lines)
    return PageScreen(screen.indicator.number, title, lines)


def _line(line: AskedLine, chosen: int | None, problem: str) -> PageLine:
    question = pick(line.question.text_th, line.question.text_en)
    options = tuple(
        PageOption(number, pick(option.th, option.en), number == chosen)
        for number, option in enumerate(line.options, start=1)
    )
    lead = question if line.key.endswith(".1") else ""
    text = question if line.line is None else pick(line.line.text_th, line.line.text_en)
    return PageLine(line.key, line.key[1:], lead, text, options, problem)


def page_screens(questionnaire: Questionnaire) -> tuple[PageScreen, ...]:
    """The questions of an empty form, in the page's language."""
    return tuple(_screen(screen, MappingProxyType({}), NOTHING) for screen in questionnaire.screens)

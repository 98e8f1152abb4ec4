"""Reads the files of further languages and says everything that is wrong with them."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import yaml
from django.conf import settings

from prongsai.portal.ui.messages import PORTAL, messages_in
from prongsai.rulebook.instrument import Slug, Survey, YearInstrument
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.survey_wording import MARKUP, QuestionWording, own_wording, problems_of

SHIPPED = Path(__file__).parent / "files"
TEMPLATES = ("base", "form", "parts/texting", "closed", "counted", "enter", "receipt", "too_large")
MODULES = ("surveys/form_input.py", "surveys/refusals.py", "surveys/texting/step.py", "rounds/facts.py")
"""Besides its templates, what writes words into a respondent's page."""

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
LONGEST_SHOWN = 50
Text = Annotated[str, msgspec.Meta(min_length=1)]
logger = logging.getLogger(__name__)


class SurveyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The questions of some years, in the words of the language.

    `scales` gives the options of each of the instrument's scales, `questions` the text of each question and line,
    `respondents` who may answer by instrument. They say what the instrument's own words say; of a round with an
    official wording only what stands in `wordings`, by the first twelve signs of its hash.
    """

    years: Annotated[tuple[int, ...], msgspec.Meta(min_length=1)]
    respondents: dict[str, Text]
    scales: dict[str, tuple[Text, ...]]
    questions: dict[str, Text]
    wordings: tuple[Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{12}$")], ...] = ()


class FurtherLanguage(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file: `key` stands in addresses, `lang` is what browsers and screen readers call the language (BCP 47).

    `months` are twelve names; without them months are named in Thai. `phrases` gives the words of the pages by their
    Thai, `indicators` the titles of the screens by number.
    """

    key: Slug
    lang: Annotated[str, msgspec.Meta(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    name: Text
    direction: Literal["ltr", "rtl"] = "ltr"
    months: tuple[Text, ...] = ()
    phrases: dict[str, Text]
    indicators: dict[int, Text]
    surveys: tuple[SurveyWords, ...]

    def words_for(self, year: int, wording_sha256: str = "") -> SurveyWords | None:
        """The words for a round's questions; `None` where the file has none that say the same."""
        fitting = (words for words in self.surveys if year in words.years)
        return next((one for one in fitting if not wording_sha256 or wording_sha256[:12] in one.wordings), None)


class LanguageFileError(ValueError):
    """A file of a further language that is not offered; `problems` says line by line what to mend."""

    def __init__(self, file: str, problems: Sequence[str]) -> None:
        self.problems = tuple(f"{file}: {problem}" for problem in problems)
        super().__init__("\n".join(self.problems))


@cache
def further_languages() -> Mapping[str, FurtherLanguage]:
    """The languages by key: those that come with the program, then those of the installation.

    A file with a fault is left out and the log says why, so that one bad file does not close a survey.
    """
    found: dict[str, FurtherLanguage] = {}
    for file in language_files():
        try:
            language = read_language(file)
        except LanguageFileError as fault:
            logger.error("a language is not offered:\n%s", fault)  # noqa: TRY400 - the text says it all
        else:
            found[language.key] = language
    return found


def language_files() -> list[Path]:
    """Every file of a further language."""
    return [file for folder in (SHIPPED, settings.PRONGSAI_LANGUAGES) for file in sorted(folder.glob("*.yaml"))]


def read_language(file: Path) -> FurtherLanguage:
    """A file as a checked whole. Raises `LanguageFileError` with every fault that was found."""
    try:
        language = msgspec.convert(yaml.safe_load(file.read_text("utf-8")), FurtherLanguage)
    except (msgspec.ValidationError, yaml.YAMLError, UnicodeDecodeError) as fault:
        raise LanguageFileError(file.name, [f"cannot be used: {fault}"]) from None
    problems = list(_problems(language))
    if problems:
        raise LanguageFileError(file.name, problems)
    return language


def needed_phrases() -> frozenset[str]:
    """What a respondent's pages say in Thai, from their templates and modules."""
    pages = [PORTAL / "surveys" / "templates" / "surveys" / f"{name}.html" for name in TEMPLATES]
    return frozenset(phrase for file in [*pages, *(PORTAL / name for name in MODULES)] for phrase in messages_in(file))


def wording_of(words: SurveyWords, surveys: Sequence[Survey]) -> tuple[QuestionWording, ...]:
    """The words as a wording of the surveys' questions and lines; what is missing is empty."""
    scales = {question.code: question.scale for survey in surveys for question in survey.questions}
    return tuple(
        QuestionWording(
            code=code, text_th=text, options_th=words.scales.get(scales[code], ()) if code in scales else ()
        )
        for code, text in words.questions.items()
    )


def _problems(language: FurtherLanguage) -> Iterator[str]:
    if language.key in {"th", "en"}:
        yield f"key: found {language.key}; write another: Thai and English are there already"
    if len(language.months) not in {0, 12}:
        yield f"months: found {len(language.months)} names; write twelve, or none where they are the Thai ones"
    yield from _phrase_problems(language.phrases)
    for position, words in enumerate(language.surveys, start=1):
        for year in words.years:
            if year in known_years():
                yield from _survey_problems(f"surveys[{position}] {year}", words, load_year(year), language)
            else:
                yield f"surveys[{position}].years: found {year}; write one of {', '.join(map(str, known_years()))}"


def _phrase_problems(phrases: Mapping[str, str]) -> Iterator[str]:
    needed = needed_phrases()
    for phrase in sorted(needed - phrases.keys()):
        yield f"phrases: “{_cut(phrase)}” is missing; write what the page says instead"
    for phrase in sorted(phrases.keys() - needed):
        yield f"phrases: “{_cut(phrase)}” is said on no page; take it out or mend its spelling"
    for phrase in sorted(phrases.keys() & needed):
        said = phrases[phrase]
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(phrase)):
            wanted = ", ".join(PLACEHOLDER.findall(phrase)) or "none"
            yield f"phrases: “{_cut(phrase)}”: found “{_cut(said)}”; keep its placeholders ({wanted})"
        if MARKUP.search(said):
            yield f"phrases: “{_cut(phrase)}”: found “{_cut(said)}”; write it without HTML"


def _survey_problems(place: str, words: SurveyWords, year: YearInstrument, language: FurtherLanguage) -> Iterator[str]:
    numbers = {question.indicator for survey in year.surveys for question in survey.questions}
    for number in sorted(numbers - language.indicators.keys()):
        yield f"indicators: {number} is missing; write the title of its screen"
    for instrument in sorted({survey.instrument.value for survey in year.surveys} - words.respondents.keys()):
        yield f"{place} respondents: {instrument} is missing; write who may answer"
    wanted = {question.scale for survey in year.surveys for question in survey.questions}
    for scale in sorted(wanted - words.scales.keys()):
        yield f"{place} scales: {scale} is missing; write its options from the lowest to the highest"
    by_scale = {own.words.code for own in own_wording(year)}
    for problem in problems_of(year, wording_of(words, year.surveys)):
        known = "" if problem.code in by_scale else " (no such question in this year)"
        found = f": found {problem.found}" if problem.found else ""
        mend = f"; {problem.wanted} are wanted" if problem.wanted is not None else ""
        yield f"{place} questions: {problem.code}{known}: {problem.fault.value}{found}{mend}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"

"""A questionnaire as an XLSForm workbook for ODK and KoboToolbox: its sheets survey, choices and settings.

Names of sheets and columns are those of xlsform.org. An option's name is its number from 1 (lowest) as printed, so that
what is collected comes back through `answers_file` unchanged. A screen is a group; a question that is asked in lines
stands above them as a note.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import xlsxwriter

from prongsai.rulebook.instrument import Option, YearInstrument
from prongsai.rulebook.survey_flow import Questionnaire, Screen
from prongsai.sheets.problems import Language

LANGUAGE_NAMES: Mapping[Language, str] = {"th": "ไทย (th)", "en": "English (en)"}
HASH_SHOWN = 12
Cells = list[str]
Options = tuple[Option, ...]


class InBoth(Protocol):
    """Anything with a text in Thai and in English."""

    @property
    def text_th(self) -> str:
        """Thai."""

    @property
    def text_en(self) -> str:
        """English."""


def xlsform(
    questionnaire: Questionnaire, *, title: str, version: str, languages: Sequence[Language] = ("th", "en")
) -> bytes:
    """The workbook; the first language is the one in which the form opens. `version`: see `version_of`."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for name, rows in _sheets(questionnaire, title, version, languages).items():
            sheet = book.add_worksheet(name)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
    return content.getvalue()


def version_of(year: YearInstrument, wording: int = 0) -> str:
    """The revision of the year's rules and the beginning of their hash: `1-0f3a…`, then that of the wording: `-w2`."""
    version = f"{year.round.revision}-{year.sha256[:HASH_SHOWN]}"
    return f"{version}-w{wording}" if wording else version


def form_id(questionnaire: Questionnaire) -> str:
    """The name under which servers keep the form: `prongsai_2569_iit`."""
    return f"prongsai_{questionnaire.year}_{questionnaire.part.value.lower()}"


def field_name(key: str) -> str:
    """A line's key as XML lets a field be named: `i1.2` → `i1_2`."""
    return key.replace(".", "_")


def list_names(questionnaire: Questionnaire) -> dict[Options, str]:
    """Each set of options with the name of its list of choices, in the order in which they are met.

    It is that of the scale; where an official wording says the same scale in other words, the question's code follows.
    """
    names: dict[Options, str] = {}
    for line in questionnaire.lines:
        scale = line.question.scale.replace("-", "_")
        name = f"{scale}_{line.question.code}" if scale in names.values() else scale
        names.setdefault(line.options, name)
    return names


def _sheets(
    questionnaire: Questionnaire, title: str, version: str, languages: Sequence[Language]
) -> dict[str, list[Cells]]:
    labels = [f"label::{LANGUAGE_NAMES[language]}" for language in languages]
    return {
        "survey": [["type", "name", *labels, "required", "appearance"], *_survey(questionnaire, languages)],
        "choices": [["list_name", "name", *labels], *_choices(questionnaire, languages)],
        "settings": [
            ["form_title", "form_id", "version", "default_language"],
            [title, form_id(questionnaire), version, LANGUAGE_NAMES[languages[0]]],
        ],
    }


def _survey(questionnaire: Questionnaire, languages: Sequence[Language]) -> Iterator[Cells]:
    names = list_names(questionnaire)
    for screen in questionnaire.screens:
        titles = {"th": screen.indicator.name_th, "en": screen.indicator.name_en}
        labels = [titles[language] for language in languages]
        yield ["begin_group", f"indicator_{screen.indicator.number}", *labels, "", "field-list"]
        yield from _screen(screen, languages, names)
        yield ["end_group", "", *("" for _ in languages), "", ""]


def _screen(screen: Screen, languages: Sequence[Language], names: Mapping[Options, str]) -> Iterator[Cells]:
    for line in screen.lines:
        if line.key.endswith(".1"):
            yield ["note", f"{line.question.code}_text", *_labels(line.question, languages), "", ""]
        choices = names[line.options]
        labels = _labels(line.line or line.question, languages)
        yield [f"select_one {choices}", field_name(line.key), *labels, "yes", ""]


def _choices(questionnaire: Questionnaire, languages: Sequence[Language]) -> Iterator[Cells]:
    for options, name in list_names(questionnaire).items():
        for number, option in enumerate(options, start=1):
            yield [name, str(number), *(getattr(option, language) for language in languages)]


def _labels(text: InBoth, languages: Sequence[Language]) -> Cells:
    return [text.text_th if language == "th" else text.text_en for language in languages]

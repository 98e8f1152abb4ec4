"""Reads a wording from the page's boxes."""

from collections.abc import Mapping

from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.survey_wording import QuestionWording, own_wording


def typed_wording(year: YearInstrument, fields: Mapping[str, str]) -> tuple[QuestionWording, ...]:
    """What stands in the boxes of every question and line; a box that was not sent is empty."""
    return tuple(_entry(own.words.code, fields, has_options=not own.is_line) for own in own_wording(year))


def as_lines(options: tuple[str, ...]) -> str:
    """Options as they stand in a box, one a line."""
    return "\n".join(options)


def _entry(code: str, fields: Mapping[str, str], *, has_options: bool) -> QuestionWording:
    return QuestionWording(
        code=code,
        text_th=_one_line(fields.get(f"{code}-th", "")),
        text_en=_one_line(fields.get(f"{code}-en", "")),
        options_th=_options(fields.get(f"{code}-options-th", "")) if has_options else (),
        options_en=_options(fields.get(f"{code}-options-en", "")) if has_options else (),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _options(text: str) -> tuple[str, ...]:
    return tuple(stripped for line in text.splitlines() if (stripped := _one_line(line)))

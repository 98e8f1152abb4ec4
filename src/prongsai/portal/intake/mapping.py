"""How a file was understood, column by column, in the page's language."""

from dataclasses import dataclass

from prongsai.portal.ui.language import pick
from prongsai.sheets.answers_file import AnswersFile, MappedColumn


@dataclass(frozen=True, slots=True)
class MappingLine:
    """A column, the line that it answers, and what stands in it beside the option that it was taken for."""

    column: str
    key: str
    text: str
    read_as: tuple[tuple[str, str], ...]


def mapping_lines(found: AnswersFile) -> list[MappingLine]:
    """Every column that was read."""
    return [_line(mapped) for mapped in found.columns]


def _line(mapped: MappedColumn) -> MappingLine:
    line, wording = mapped.line, mapped.line.line or mapped.line.question
    ordered = sorted(mapped.read_as.items(), key=lambda pair: (pair[1], pair[0]))
    options = [pick(option.th, option.en) for option in line.options]
    read_as = tuple((written, options[number - 1]) for written, number in ordered)
    return MappingLine(mapped.column, line.key, pick(wording.text_th, wording.text_en), read_as)

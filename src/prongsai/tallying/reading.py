"""What an engine reads: a Parquet file, given or made of another source, and how its columns become plain answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from prongsai.tallying.columns import AnswerColumn

THAI_DIGITS, ARABIC_DIGITS = "๐๑๒๓๔๕๖๗๘๙", "0123456789"
UNSEEN = "\t\r\n\u00a0\u200b\u200c\u200d\ufeff"
"""Marks that a person does not see; they are taken out of text."""

NO_OPTION = 0
"""Stands for an answer that is no whole number."""


class Kind(Enum):
    """What a stored column holds."""

    WHOLE = "whole"
    NUMBER = "number"
    TEXT = "text"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class StoredColumn:
    """A column of the file, by its name there."""

    stored_as: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class StoredAnswers:
    """Answers in a Parquet file; `beside` are agency, instrument, weight and year where the file has them.

    `packed` names the column that holds all choices of a row, one character a line (`rulebook.survey_flow.pack`); the
    answers' columns are then positions in it. `row_of` says in which row of the file that was given a row stood.
    """

    path: Path
    name: str
    beside: Mapping[str, StoredColumn]
    answers: Mapping[AnswerColumn, StoredColumn]
    unread: tuple[str, ...] = ()
    packed: Mapping[AnswerColumn, int] | None = None
    is_of_a_file: bool = True
    first_row: int = 1
    skipped_rows: tuple[int, ...] = ()

    @property
    def columns(self) -> tuple[AnswerColumn, ...]:
        """The answers that the file has, in the year's order."""
        return tuple(self.answers if self.packed is None else self.packed)

    @property
    def is_weighted(self) -> bool:
        """Whether the file weighs its respondents."""
        return "weight" in self.beside

    def row_of(self, place: int) -> int:
        """The row as a spreadsheet counts, after the rows that were passed over."""
        row = place + self.first_row
        for skipped in self.skipped_rows:
            row += skipped <= row
        return row


def view(source: StoredAnswers, *, quoted: str, place: str, is_clean: bool) -> str:
    """The columns of the view `answers`; `quoted` is the engine's quotation mark, `place` its word for a row's number.

    `is_clean`: agency and instrument are spelt plainly, so that they need not be touched.
    """
    return ",\n  ".join(_selected(source, quoted, place, is_clean=is_clean))


def _selected(source: StoredAnswers, quoted: str, place: str, *, is_clean: bool) -> Iterator[str]:
    yield f"{place if source.is_of_a_file else 'CAST(0 AS BIGINT)'} AS place"
    for name, column in source.beside.items():
        stored = f"{quoted}{column.stored_as}{quoted}"
        yield f"{_BESIDE[name](stored, column.kind, is_clean)} AS {name}"
    for answer, column in source.answers.items():
        stored = f"{quoted}{column.stored_as}{quoted}"
        yield f"{_choice(stored, column.kind, answer.options)} AS {answer.name}"
        yield f"CAST({stored} AS STRING) AS {raw_name(answer)}"
    if source.packed is not None:
        yield f"{quoted}choices{quoted} AS choices"
        for answer in source.packed:
            yield f"{_unpacked(source, answer)} AS {answer.name}"
            yield f"{_mark(source, answer)} AS {raw_name(answer)}"


def _unpacked(source: StoredAnswers, answer: AnswerColumn) -> str:
    """The option at its place among packed choices, where the row is of an instrument that asks for it."""
    mark = _mark(source, answer)
    parts = ", ".join(f"'{part}'" for part in answer.parts)
    option = f"CASE WHEN {mark} IN ('-', '') THEN NULL ELSE coalesce(try_cast({mark} AS SMALLINT), {NO_OPTION}) END"
    return f"CASE WHEN instrument IN ({parts}) THEN {option} END"


def _mark(source: StoredAnswers, answer: AnswerColumn) -> str:
    return f"substr(choices, {(source.packed or {})[answer] + 1}, 1)"


def raw_name(answer: AnswerColumn) -> str:
    """Under which name the view has what the file says, before it is read as an option."""
    return f"{answer.name}_as_written"


def _choice(stored: str, kind: Kind, options: int) -> str:
    """The option's number; `NO_OPTION` for what is no whole number of the scale's size."""
    if kind is Kind.WHOLE:
        return stored
    if kind is Kind.EMPTY:
        return "CAST(NULL AS SMALLINT)"
    if kind is Kind.NUMBER:
        return f"CASE WHEN {stored} IS NOT NULL THEN {_whole(f'CAST({stored} AS DOUBLE)', options)} END"
    text = _plain(stored)
    return f"CASE WHEN {text} NOT IN ('', '-') THEN {_whole(f'try_cast({text} AS DOUBLE)', options)} END"


def _whole(number: str, options: int) -> str:
    """Not a number is asked for apart: an engine that trusts a file's statistics takes it for one within bounds."""
    fits = f"NOT isnan({number}) AND {number} BETWEEN 1 AND {options} AND floor({number}) = {number}"
    return f"CASE WHEN {fits} THEN try_cast({number} AS SMALLINT) ELSE {NO_OPTION} END"


def _plain(stored: str) -> str:
    """Text with Arabic digits and without what is not seen; the engines' `translate` drops what has no partner."""
    return f"trim(translate({stored}, '{THAI_DIGITS}{UNSEEN}', '{ARABIC_DIGITS}'))"


def _agency(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: FBT001 - three of one shape, called by name
    text = stored if kind is Kind.TEXT else f"CAST({stored} AS STRING)"
    return text if is_clean else f"coalesce({_plain(text)}, '')"


def _instrument(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: FBT001
    text = _agency(stored, kind, is_clean)
    return text if is_clean else f"upper({text})"


def _number(stored: str, kind: Kind, is_clean: bool) -> str:  # noqa: ARG001, FBT001
    number = f"try_cast({_plain(stored) if kind is Kind.TEXT else stored} AS DOUBLE)"
    return f"CASE WHEN NOT isnan({number}) THEN {number} END"


_BESIDE = {"agency": _agency, "instrument": _instrument, "weight": _number, "year": _number}


def absent(source: StoredAnswers, columns: Sequence[AnswerColumn]) -> tuple[str, ...]:
    """Questions of the year for which the file has no column, neither whole nor by line."""
    there = {column.code.partition(".")[0] for column in source.columns}
    return tuple(dict.fromkeys(c.code for c in columns if "." not in c.code and c.code not in there))

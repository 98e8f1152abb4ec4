"""What an engine reads: a Parquet file, given or made of another source, and how its columns become plain answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.tallying.cells import BESIDE, NO_OPTION, Kind, choice, written
from prongsai.tallying.columns import AnswerColumn


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
        yield f"{BESIDE[name](stored, column.kind, is_clean)} AS {name}"
        yield f"{written(stored, column.kind)} AS {raw_name(name)}"
    for answer, column in source.answers.items():
        stored = f"{quoted}{column.stored_as}{quoted}"
        yield f"{choice(stored, column.kind, answer.options)} AS {answer.name}"
        yield f"{written(stored, column.kind)} AS {raw_name(answer.name)}"
    if source.packed is not None:
        yield f"{quoted}choices{quoted} AS choices"
        for answer in source.packed:
            yield f"{_unpacked(source, answer)} AS {answer.name}"
            yield f"{_mark(source, answer)} AS {raw_name(answer.name)}"


def _unpacked(source: StoredAnswers, answer: AnswerColumn) -> str:
    """The option at its place among packed choices, where the row is of an instrument that asks for it."""
    mark = _mark(source, answer)
    parts = ", ".join(f"'{part}'" for part in answer.parts)
    option = f"CASE WHEN {mark} IN ('-', '') THEN NULL ELSE coalesce(try_cast({mark} AS SMALLINT), {NO_OPTION}) END"
    return f"CASE WHEN instrument IN ({parts}) THEN {option} END"


def _mark(source: StoredAnswers, answer: AnswerColumn) -> str:
    return f"substr(choices, {(source.packed or {})[answer] + 1}, 1)"


def raw_name(name: str) -> str:
    """Under which name the view has what the file says in a column, before it is read."""
    return f"{name}_as_written"


def absent(source: StoredAnswers, columns: Sequence[AnswerColumn]) -> tuple[str, ...]:
    """Questions of the year for which the file has no column, neither whole nor by line."""
    there = {column.code.partition(".")[0] for column in source.columns}
    return tuple(dict.fromkeys(c.code for c in columns if "." not in c.code and c.code not in there))

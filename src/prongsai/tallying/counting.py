"""Counts a source of answers with an engine: looks first, counts once, and says of each row that does not count why."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.sheets.names import printable
from prongsai.sheets.numbers import plain
from prongsai.tallying import faults as wrong
from prongsai.tallying import queries
from prongsai.tallying.columns import answer_columns, asked_parts
from prongsai.tallying.counted_form import CountedForm
from prongsai.tallying.engine import Engine
from prongsai.tallying.filled_cells import filled_cells
from prongsai.tallying.queries import Fault, Shape
from prongsai.tallying.reading import StoredAnswers, absent
from prongsai.tallying.tally import BadRow, BadRows, Reason, Tally

MOST_LISTED = 100_000
"""More bad rows than anybody mends one by one; they are all counted."""


def count_answers(
    engine: Engine,
    source: StoredAnswers,
    year: YearInstrument,
    *,
    agencies: Collection[str] | None = None,
    with_spreads: bool = False,
) -> Tally:
    """Count every row that can be counted; `agencies` are the codes that may appear, `None` for any.

    `with_spreads`: also how far respondents lie apart, which intervals need and counts do not. Raises `EngineError`.
    """
    return _Counter(engine, source, year, agencies).count(with_spreads=with_spreads)


class _Counter:
    """One source on its way through an engine."""

    def __init__(
        self, engine: Engine, source: StoredAnswers, year: YearInstrument, agencies: Collection[str] | None
    ) -> None:
        self.engine, self.source, self.year = engine, source, year
        self.agencies = None if agencies is None else frozenset(agencies)
        self.parts = asked_parts(year)

    def count(self, *, with_spreads: bool) -> Tally:
        """Look, count, and list what was left out."""
        groups = self._groups()
        forms, found = self._look_and_count(groups, with_spreads=with_spreads)
        blank = sum(_sum(form.table["sent"]) - _sum(form.table["respondents"]) for form in forms)
        bad, empty = self._bad_rows([*found, *([wrong.blank(self.source)] if blank else [])])
        return Tally(
            forms=forms,
            rows=sum(many for _, _, many in groups) - empty + bad.counts.get(Reason.CELLS, 0),
            bad=bad,
            absent=absent(self.source, answer_columns(self.year)),
            unread=self.source.unread,
        )

    def _look_and_count(
        self, groups: Sequence[tuple[str, str, int]], *, with_spreads: bool
    ) -> tuple[tuple[CountedForm, ...], list[Fault]]:
        """The counts, and what keeps rows out of them."""
        found = [*self._faults_of_groups(groups), *self._faults_of_values()]
        forms = self._counted(found, groups, with_spreads=with_spreads)
        if other := list(self._other_questions(forms, found)):
            found += other
            forms = self._counted(found, groups, with_spreads=with_spreads)
        return forms, found

    def _groups(self) -> list[tuple[str, str, int]]:
        """Agency, instrument and rows, in plain spelling; only a file that is spelt otherwise is cleaned row by row."""
        self.engine.open(self.source, is_clean=True)
        groups = _rows(self.engine.ask(queries.groups()))
        if all(_is_plain(agency) and _is_plain(part) and part == part.upper() for agency, part, _ in groups):
            return groups
        self.engine.open(self.source, is_clean=False)
        return _rows(self.engine.ask(queries.groups()))

    def _faults_of_groups(self, groups: Sequence[tuple[str, str, int]]) -> Iterator[Fault]:
        named = {agency or "" for agency, _, _ in groups}
        if ("", "") in {(agency or "", part or "") for agency, part, _ in groups}:
            yield wrong.empty_line(self.source)
        yield from wrong.unknown_agencies({""} & named if self.agencies is None else named - self.agencies)
        if {part for _, part, _ in groups} - set(self.parts):
            yield wrong.wrong_instruments(self.parts)
        if self.source.packed is not None:
            for part in self.parts:
                lines = sum(1 for column in self.source.packed if part in column.parts)
                yield wrong.unpackable(part, lines)

    def _faults_of_values(self) -> Iterator[Fault]:
        """What the extremes of the columns betray; Parquet knows them without reading the rows."""
        beside = [name for name in ("year", "weight") if name in self.source.beside]
        names = [*(column.name for column in self.source.columns), *beside]
        _, *ends = (column[0].as_py() for column in self.engine.ask(queries.extremes(names)).columns)
        pairs = dict(zip(names, zip(ends[::2], ends[1::2], strict=True), strict=True))
        if "year" in pairs and {*pairs["year"]} - {self.year.year, None}:
            yield wrong.another_year(self.year.year)
        for column in self.source.columns:
            least, most = pairs[column.name]
            if least is not None and not 1 <= least <= most <= column.options:
                yield wrong.out_of_range(column)
        if "weight" in pairs:
            yield wrong.bad_weight()

    def _counted(
        self, found: Sequence[Fault], groups: Sequence[tuple[str, str, int]], *, with_spreads: bool
    ) -> tuple[CountedForm, ...]:
        return tuple(
            self._counted_form(survey.parts, found, groups, with_spreads=with_spreads) for survey in self.year.surveys
        )

    def _counted_form(
        self,
        parts: tuple[Instrument, ...],
        found: Sequence[Fault],
        groups: Sequence[tuple[str, str, int]],
        *,
        with_spreads: bool,
    ) -> CountedForm:
        """A form by itself: of the others' columns nothing is read."""
        columns = tuple(column for column in self.source.columns if column.parts == parts)
        bits = max(queries.FEWEST_BITS, _largest(groups, parts).bit_length())
        keep = f"{queries.is_of(parts)} AND {queries.is_none_of(found)}"
        shape = Shape(columns, self.engine.look_up, bits, self.source.is_weighted, keep)
        table = self.engine.ask(queries.counts(shape, with_spreads=with_spreads))
        return CountedForm(parts, columns, self.source.is_weighted, table)

    def _other_questions(self, forms: Iterable[CountedForm], found: Sequence[Fault]) -> Iterator[Fault]:
        """Instruments in which questions of another one are answered.

        Where as many answers were counted as the file holds nobody answered one, and the rows need no second look.
        """
        if self.source.packed is not None:
            return  # only an instrument's own questions are unpacked
        filled = filled_cells(self.source)
        doubtful = [one for form in forms for one in form.columns if not _is_sure(form.answers_to(one), filled(one))]
        if not doubtful:
            return
        for name, *counts in _rows(self.engine.ask(queries.answered(doubtful, queries.is_none_of(found)))):
            there = (column for column, many in zip(doubtful, counts, strict=True) if many)
            if any(name not in column.parts for column in there):
                yield from wrong.other_questions(self.source, Instrument(name))

    def _bad_rows(self, found: Sequence[Fault]) -> tuple[BadRows, int]:
        """What does not count, and how many lines are empty."""
        counts: dict[Reason, int] = defaultdict(int)
        listed: list[BadRow] = [BadRow(row, Reason.CELLS, "", "", "") for row in self.source.skipped_rows[:MOST_LISTED]]
        if self.source.skipped_rows:
            counts[Reason.CELLS] = len(self.source.skipped_rows)
        if found:
            faulty = queries.faulty_rows(found)
            for reason, many in _rows(self.engine.ask(f"SELECT reason, count(*) FROM ({faulty}) AS f GROUP BY reason")):  # noqa: S608
                counts[Reason(reason)] = many
            listed += [self._bad_row(*row) for row in _rows(self.engine.ask(f"{faulty} LIMIT {MOST_LISTED}"))]
        in_order = sorted(listed, key=lambda one: (one.row or 0, one.agency, one.instrument, one.found))
        empty = counts.pop(Reason.EMPTY_LINE, 0)
        told = [row for row in in_order if row.reason is not Reason.EMPTY_LINE]
        return BadRows(
            {reason: counts[reason] for reason in Reason if reason in counts}, tuple(told[:MOST_LISTED])
        ), empty

    def _bad_row(self, place: int, reason: str, agency: str | None, part: str | None, found: str | None) -> BadRow:
        row = self.source.row_of(place) if self.source.is_of_a_file else None
        return BadRow(row, Reason(reason), agency or "", part or "", found or "")


def _is_sure(counted: int | None, filled: int | None) -> bool:
    """Whether both numbers are known and the same."""
    return counted is not None and counted == filled


def _largest(groups: Sequence[tuple[str, str, int]], parts: Sequence[str]) -> int:
    return max((many for _, part, many in groups if part in parts), default=0)


def _sum(column: pa.ChunkedArray) -> int:
    return int(pc.sum(column).as_py() or 0)


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _is_plain(text: str | None) -> bool:
    return text is not None and text == plain(printable(text))

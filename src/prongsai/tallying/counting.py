"""Counts a source of answers with an engine: looks first, counts once, and says of each row that does not count why."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from prongsai.rulebook.evidence import Counts, Place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.sheets.names import printable
from prongsai.sheets.numbers import plain
from prongsai.tallying import faults as wrong
from prongsai.tallying import queries
from prongsai.tallying.columns import AnswerColumn, answer_columns, asked_parts
from prongsai.tallying.engine import Engine
from prongsai.tallying.queries import Fault, Shape
from prongsai.tallying.reading import StoredAnswers, absent
from prongsai.tallying.tally import BadRow, BadRows, GroupTally, Reason, Spread, Tally

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


def counted_table(engine: Engine, source: StoredAnswers, year: YearInstrument) -> pa.Table:
    """The counts alone, one row for each agency and instrument, one column for each option of each question."""
    return _Counter(engine, source, year, None).counted_table()


class _Counter:
    """One source on its way through an engine."""

    def __init__(
        self, engine: Engine, source: StoredAnswers, year: YearInstrument, agencies: Collection[str] | None
    ) -> None:
        self.engine, self.source, self.year = engine, source, year
        self.agencies = None if agencies is None else frozenset(agencies)
        self.parts = asked_parts(year)

    def counted_table(self) -> pa.Table:
        """Look and count."""
        return self._look_and_count(self._groups(), with_spreads=False)[0]

    def count(self, *, with_spreads: bool) -> Tally:
        """Look, count, and list what was left out."""
        groups = self._groups()
        table, found = self._look_and_count(groups, with_spreads=with_spreads)
        blank = _sum(table["sent"]) - _sum(table["respondents"])
        bad, empty = self._bad_rows([*found, *([wrong.blank(self.source)] if blank else [])])
        return Tally(
            groups=tuple(self._group_tallies(table)),
            rows=sum(many for _, _, many in groups) - empty + bad.counts.get(Reason.CELLS, 0),
            bad=bad,
            is_weighted=self.source.is_weighted,
            absent=absent(self.source, answer_columns(self.year)),
            unread=self.source.unread,
        )

    def _look_and_count(
        self, groups: Sequence[tuple[str, str, int]], *, with_spreads: bool
    ) -> tuple[pa.Table, list[Fault]]:
        """The counts, and what keeps rows out of them."""
        found = [*self._faults_of_groups(groups), *self._faults_of_values()]
        table = self._counted(found, _largest(groups), with_spreads=with_spreads)
        if other := list(self._other_questions(table)):
            found += other
            table = self._counted(found, _largest(groups), with_spreads=with_spreads)
        return table, found

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
        if "year" in pairs and pairs["year"] != (self.year.year, self.year.year):
            yield wrong.another_year(self.year.year)
        for column in self.source.columns:
            least, most = pairs[column.name]
            if least is not None and not 1 <= least <= most <= column.options:
                yield wrong.out_of_range(column)
        if "weight" in pairs:
            yield wrong.bad_weight()

    def _counted(self, found: Sequence[Fault], most: int, *, with_spreads: bool) -> pa.Table:
        return self.engine.ask(queries.counts(self._shape(found, most), with_spreads=with_spreads))

    def _shape(self, found: Sequence[Fault], most: int) -> Shape:
        bits = max(queries.FEWEST_BITS, most.bit_length())
        keep = queries.is_none_of(found)
        return Shape(self.source.columns, self.engine.look_up, bits, self.source.is_weighted, keep)

    def _other_questions(self, table: pa.Table) -> Iterator[Fault]:
        """Instruments in which questions of another one are answered."""
        for part in self.parts:
            of_part = table.filter(pc.equal(table["instrument"], part.value))
            others = [column for column in self.source.columns if part not in column.parts]
            if any(pc.max(of_part[name]).as_py() for name in _count_names(others)):
                yield from wrong.other_questions(self.source, part)

    def _group_tallies(self, table: pa.Table) -> list[GroupTally]:
        """Agencies in the order of their codes, instruments as the year has them."""
        answered = table.filter(pc.greater(table["respondents"], 0))
        tallies = [one for part in self.parts for one in self._part_tallies(answered, part)]
        return sorted(tallies, key=lambda one: one.agency)

    def _part_tallies(self, table: pa.Table, part: Instrument) -> Iterator[GroupTally]:
        of_part = table.filter(pc.equal(table["instrument"], part.value))
        asked = [column for column in self.source.columns if part in column.parts]
        places = [Place(part, column.code) for column in asked]
        rows = zip(*(self._options(of_part, column) for column in asked), strict=True)
        beside = zip(of_part["agency"].to_pylist(), of_part["respondents"].to_pylist(), _spreads(of_part), strict=True)
        for counts, (agency, respondents, spread) in zip(rows, beside, strict=True):
            yield GroupTally(agency, part, respondents, dict(zip(places, counts, strict=True)), spread)

    def _options(self, table: pa.Table, column: AnswerColumn) -> Iterator[Counts]:
        names = [queries.count_name(column, option) for option in range(1, column.options + 1)]
        lists = [table[name].to_pylist() for name in names]
        if self.source.is_weighted:
            lists = [[_weighed(one) for one in numbers] for numbers in lists]
        return zip(*lists, strict=True)

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


def _largest(groups: Sequence[tuple[str, str, int]]) -> int:
    return max((many for _, _, many in groups), default=0)


def _spreads(table: pa.Table) -> list[Spread | None]:
    """How far the respondents of each row lie apart; `None` where it was not asked."""
    if queries.SPREAD_SUMS[0] not in table.column_names:
        return [None] * len(table)
    sums = ([int(one) for one in table[name].to_pylist()] for name in queries.SPREAD_SUMS)
    return [Spread(*numbers) for numbers in zip(*sums, strict=True)]


def _sum(column: pa.ChunkedArray) -> int:
    return int(pc.sum(column).as_py() or 0)


def _count_names(columns: Sequence[AnswerColumn]) -> Iterator[str]:
    for column in columns:
        yield from (queries.count_name(column, option) for option in range(1, column.options + 1))


def _weighed(millionths: Decimal | int) -> Decimal:
    """A weighted count as a decimal, exactly."""
    return Decimal(int(millionths)).scaleb(-6)


def _rows(table: pa.Table) -> list[tuple[Any, ...]]:
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _is_plain(text: str | None) -> bool:
    return text is not None and text == plain(printable(text))

"""Counts as an engine gives them, a table for each form: small beside the objects that scoring makes of them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc

from prongsai.rulebook.evidence import Counts, Place
from prongsai.rulebook.instrument import Instrument
from prongsai.tallying.columns import AnswerColumn
from prongsai.tallying.group_tally import GroupTally, Spread
from prongsai.tallying.queries import SPREAD_SUMS, count_name


@dataclass(frozen=True, slots=True)
class CountedForm:
    """The answers to the instruments that ask the same questions, `parts`.

    `table` has a row for each agency and instrument that sent anything: `agency`, `instrument`, `sent`, `respondents`,
    `SPREAD_SUMS` if they were asked for, and a column for each option of each of `columns`, in millionths if
    `is_weighted`.
    """

    parts: tuple[Instrument, ...]
    columns: tuple[AnswerColumn, ...]
    is_weighted: bool
    table: pa.Table

    def of_part(self, part: Instrument) -> pa.Table:
        """The agencies of whose people anybody answered anything, in the order of their codes."""
        answered = pc.and_(pc.equal(self.table["instrument"], part.value), pc.greater(self.table["respondents"], 0))
        return self.table.filter(answered).sort_by("agency")

    def of_agencies(self, codes: Collection[str]) -> "CountedForm":
        """The same of some agencies."""
        known = pc.is_in(self.table["agency"], pa.array(codes, pa.string()))
        return replace(self, table=self.table.filter(known))

    def answers_to(self, column: AnswerColumn) -> int | None:
        """How many answers were counted; `None` where they were weighed."""
        if self.is_weighted:
            return None
        names = (count_name(column, option) for option in range(1, column.options + 1))
        return sum(pc.sum(self.table[name]).as_py() or 0 for name in names)


def group_tallies(forms: Iterable[CountedForm]) -> list[GroupTally]:
    """Agencies in the order of their codes, instruments as the year has them."""
    tallies = [one for form in forms for part in form.parts for one in _part_tallies(form, part)]
    return sorted(tallies, key=lambda one: one.agency)


def _part_tallies(form: CountedForm, part: Instrument) -> Iterator[GroupTally]:
    table = form.of_part(part)
    places = [Place(part, column.code) for column in form.columns]
    rows = zip(*(_options(form, table, column) for column in form.columns), strict=True)
    beside = zip(table["agency"].to_pylist(), table["respondents"].to_pylist(), _spreads(table), strict=True)
    for counts, (agency, respondents, spread) in zip(rows, beside, strict=True):
        yield GroupTally(agency, part, respondents, dict(zip(places, counts, strict=True)), spread)


def chosen(form: CountedForm, table: pa.Table, column: AnswerColumn, option: int) -> list[int] | list[Decimal]:
    """How many chose an option, a number for each row of `table`; weighted ones as exact decimals."""
    numbers = table[count_name(column, option)].to_pylist()
    return [Decimal(int(one)).scaleb(-6) for one in numbers] if form.is_weighted else numbers


def _options(form: CountedForm, table: pa.Table, column: AnswerColumn) -> Iterator[Counts]:
    return zip(*(chosen(form, table, column, option) for option in range(1, column.options + 1)), strict=True)


def _spreads(table: pa.Table) -> list[Spread | None]:
    """How far the respondents of each row lie apart; `None` where it was not asked."""
    if SPREAD_SUMS[0] not in table.column_names:
        return [None] * len(table)
    sums = ([int(one) for one in table[name].to_pylist()] for name in SPREAD_SUMS)
    return [Spread(*numbers) for numbers in zip(*sums, strict=True)]

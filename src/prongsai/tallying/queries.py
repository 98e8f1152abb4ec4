# ruff: noqa: S608 - names come from the year's rules, texts pass through `literal`
"""The questions that are put to an engine, as one SQL text for DuckDB and Spark.

Both read a view `answers`: `agency`, `instrument`, `place` (the row in the file), `weight` and `year` where they are
there, and one column an answer. They spell one thing apart, looking up a number by an answer (`Shape.look_up`).

Counts of a question's options travel packed: the number that stands for option k is added up once for each respondent
who chose it, and the sum is taken apart again. DuckDB looks that number up once for each value that a stored column
has, and so counts six options for the price of one sum.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai.tallying.columns import AnswerColumn

BITS_OF_A_SUM = 60
FEWEST_BITS = 10
MICRO = 1_000_000
"""Weights are counted in millionths, so that sums are whole numbers and the same in every engine."""

LEAST_WEIGHT, MOST_WEIGHT = "0.000001", 1_000_000
SHIFT = 24
"""The weights of a form's answers add up to less than 2 to this power; what they earn is counted above it."""

SPREAD_SUMS = ("weights", "weight_squares", "scores", "squares")

QUOTES = {"'", "\\"}

LookUp = Callable[[Sequence[int], str], str]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a query counts: `columns` of a form, weighted or not, in fields of `bits`; rows for which `keep` holds."""

    columns: tuple[AnswerColumn, ...]
    look_up: LookUp
    bits: int = FEWEST_BITS
    is_weighted: bool = False
    keep: str = "true"

    @property
    def options_a_sum(self) -> int:
        """How many options' counts one sum holds; a weighted sum holds one."""
        return 1 if self.is_weighted else BITS_OF_A_SUM // self.bits


def extremes(names: Iterable[str]) -> str:
    """How many rows there are, and the smallest and largest value of each column."""
    ends = "".join(f", min({name}), max({name})" for name in names)
    return f"SELECT count(*){ends} FROM answers"


def groups() -> str:
    """How many rows each agency and instrument has, as the file spells them."""
    return "SELECT agency, instrument, count(*) AS many FROM answers GROUP BY agency, instrument"


def counts(shape: Shape, *, with_spreads: bool = False) -> str:
    """For each agency and instrument: rows, respondents who answered anything, each option's count, and `SPREAD_SUMS`.

    The latter are sums over the respondents' own scores in hundredths of a point. A respondent's score is the mean of
    what she answered, each question with its share in the instrument's score. It is rounded to a hundredth, so that
    sums are of whole numbers, which come out alike in whatever order they are added.
    """
    earned = f", nullif({_packed(shape)}, 0) AS packed" if with_spreads else ""
    names = SPREAD_SUMS if with_spreads else ()
    # Spark reads `>>` as the end of a type wherever `array` came before: so sums of scores go first, look-ups last
    sums = [f"{many} AS {name}" for name, many in zip(names, _spread_sums(shape), strict=False)] + [
        *_option_sums(shape)
    ]
    return f"""
SELECT agency, instrument, {", ".join(["sent", "respondents", *names, *_options(shape)])}
FROM (SELECT agency, instrument, count(*) AS sent, count({coalesced(shape.columns)}) AS respondents, {", ".join(sums)}
      FROM (SELECT *{earned} FROM answers WHERE {shape.keep}) AS kept GROUP BY agency, instrument) AS counted"""


def answered(columns: Sequence[AnswerColumn], keep: str) -> str:
    """For each instrument how many rows have an answer in each column."""
    many = ", ".join(f"count({column.name})" for column in columns)
    return f"SELECT instrument, {many} FROM answers WHERE {keep} GROUP BY instrument"


@dataclass(frozen=True, slots=True)
class Fault:
    """A reason for which a row is not counted: when it holds, and what was found, both as SQL."""

    reason: str
    holds: str
    found: str


def faulty_rows(faults: Sequence[Fault]) -> str:
    """Rows that are not counted, each with the first fault that holds."""
    reason = " ".join(f"WHEN {fault.holds} THEN '{fault.reason}'" for fault in faults)
    found = " ".join(f"WHEN {fault.holds} THEN {fault.found}" for fault in faults)
    return f"""
SELECT place, reason, agency, instrument, found
FROM (SELECT place, agency, instrument, CASE {reason} END AS reason, CASE {found} END AS found FROM answers) AS judged
WHERE reason IS NOT NULL ORDER BY place, agency, instrument, found"""


def is_none_of(faults: Sequence[Fault]) -> str:
    """The condition of a row that counts."""
    return " AND ".join(f"NOT ({fault.holds})" for fault in faults) or "true"


def is_of(parts: Iterable[str]) -> str:
    """The condition of a row of these instruments."""
    listed = ", ".join(f"'{part}'" for part in parts)
    return f"instrument IN ({listed})"


def count_name(column: AnswerColumn, option: int) -> str:
    """Under which name an option's count stands in the answer to `counts`."""
    return f"{column.name}_{option}"


def coalesced(columns: Sequence[AnswerColumn]) -> str:
    """Any answer of a row; first questions of each instrument first, because nearly everybody answers those."""
    ordered = sorted(columns, key=lambda column: int(column.name[1:].partition("_")[0]))
    return f"coalesce({', '.join([*(column.name for column in ordered), 'NULL', 'NULL'])})"


def literal(text: str) -> str:
    """A text as both engines read it; they differ about the backslash and about a quotation mark inside."""
    pieces = [
        f"chr({ord(piece)})" if piece in QUOTES else f"'{piece}'" for piece in re.split(r"(['\\\\])", text) if piece
    ]
    return f"concat({', '.join(pieces)})" if pieces else "''"


def _option_sums(shape: Shape) -> Iterator[str]:
    weight = f" * {_millionths()}" if shape.is_weighted else ""
    for column in shape.columns:
        for first in _firsts(shape, column):
            yield f"sum({_field(shape, column, first)}{weight}) AS {column.name}_from_{first}"


def _options(shape: Shape) -> Iterator[str]:
    for column in shape.columns:
        for option in range(1, column.options + 1):
            yield f"{_taken_apart(shape, column, option)} AS {count_name(column, option)}"


def _firsts(shape: Shape, column: AnswerColumn) -> range:
    return range(1, column.options + 1, shape.options_a_sum)


def _field(shape: Shape, column: AnswerColumn, first: int) -> str:
    """The number that stands for the chosen option; 0 for options that another sum counts."""
    inside = range(first, first + shape.options_a_sum)
    fields = [1 << shape.bits * (option - first) if option in inside else 0 for option in range(1, column.options + 1)]
    return shape.look_up(fields, column.name)


def _taken_apart(shape: Shape, column: AnswerColumn, option: int) -> str:
    first = option - (option - 1) % shape.options_a_sum
    whole = f"coalesce({column.name}_from_{first}, 0)"
    if shape.is_weighted:
        return whole
    return f"((CAST({whole} AS BIGINT) >> {shape.bits * (option - first)}) & {(1 << shape.bits) - 1})"


def _spread_sums(shape: Shape) -> tuple[str, ...]:
    """`SPREAD_SUMS` as SQL; who answered nothing has no score."""
    weights = f"((packed & {(1 << SHIFT) - 1}) + 0e0)"
    score = f"CAST(floor((packed >> {SHIFT}) / {weights} + 0.5e0) AS BIGINT)"
    if not shape.is_weighted:
        return "count(packed)", "count(packed)", f"sum({score})", f"sum({score} * {score})"
    one = f"CASE WHEN packed IS NOT NULL THEN {_millionths()} END"
    return f"sum({one})", f"sum({one} * {one})", f"sum({score} * {one})", f"sum({score} * {score} * {one})"


def _packed(shape: Shape) -> str:
    """What a respondent's answers to her form earn, above the weights of those that there are."""
    return " + ".join(f"greatest({_earned(shape, column)}, 0)" for column in shape.columns) or "CAST(0 AS BIGINT)"


def _earned(shape: Shape, column: AnswerColumn) -> str:
    return shape.look_up([(points * column.weight << SHIFT) + column.weight for points in column.points], column.name)


def _millionths() -> str:
    return f"CAST(floor(CAST(weight AS DOUBLE) * {MICRO}e0 + 0.5e0) AS DECIMAL(38, 0))"

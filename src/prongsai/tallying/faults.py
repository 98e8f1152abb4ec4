"""What can be wrong with a row of answers, as conditions that an engine understands; none of them is ever unknown."""

from collections.abc import Collection, Iterator, Sequence

from prongsai.rulebook.instrument import Instrument
from prongsai.tallying.columns import AnswerColumn
from prongsai.tallying.queries import LEAST_WEIGHT, MOST_WEIGHT, Fault, coalesced, literal
from prongsai.tallying.reading import StoredAnswers, raw_name
from prongsai.tallying.tally import Reason


def empty_line(source: StoredAnswers) -> Fault:
    """Lines of a file in which nothing stands."""
    holds = f"coalesce(agency, '') = '' AND coalesce(instrument, '') = '' AND {coalesced(source.columns)} IS NULL"
    return Fault(Reason.EMPTY_LINE, holds, "''")


def unknown_agencies(codes: Collection[str]) -> Iterator[Fault]:
    """Rows of agencies that are not in the list, or of none."""
    if "" in codes:
        yield Fault(Reason.NO_AGENCY, "coalesce(agency, '') = ''", "''")
    named = sorted(code for code in codes if code)
    if named:
        listed = ", ".join(map(literal, named))
        yield Fault(Reason.UNKNOWN_AGENCY, f"coalesce(agency, '') IN ({listed})", "agency")


def another_year(year: int) -> Fault:
    """Rows of another fiscal year; one that states none is of this year."""
    return Fault(Reason.ANOTHER_YEAR, f"coalesce(year, {year}) <> {year}", raw_name("year"))


def wrong_instruments(parts: Sequence[Instrument]) -> Fault:
    """Rows of an instrument that the year does not ask."""
    listed = ", ".join(f"'{part}'" for part in parts)
    return Fault(Reason.WRONG_INSTRUMENT, f"coalesce(instrument, '') NOT IN ({listed})", "instrument")


def other_questions(source: StoredAnswers, part: Instrument) -> Iterator[Fault]:
    """Rows of an instrument that answer questions of another one."""
    for column in source.columns:
        if part not in column.parts:
            holds = f"coalesce(instrument, '') = '{part}' AND {column.name} IS NOT NULL"
            yield Fault(Reason.OTHER_QUESTIONS, holds, _found(column))


def out_of_range(column: AnswerColumn) -> Fault:
    """Rows with an answer that is no option of the question."""
    holds = f"{column.name} IS NOT NULL AND NOT ({column.name} BETWEEN 1 AND {column.options})"
    return Fault(Reason.OUT_OF_RANGE, holds, _found(column))


def unpackable(part: Instrument, lines: int) -> Fault:
    """Rows whose packed choices are of another number of lines than the questionnaire has."""
    holds = f"coalesce(instrument, '') = '{part}' AND coalesce(length(choices), 0) <> {lines}"
    return Fault(Reason.UNPACKABLE, holds, "choices")


def bad_weight() -> Fault:
    """Rows without a weight, or with one that is too small or too large to be meant."""
    holds = f"weight IS NULL OR NOT (weight >= {LEAST_WEIGHT} AND weight <= {MOST_WEIGHT})"
    return Fault(Reason.BAD_WEIGHT, holds, f"coalesce({raw_name('weight')}, '')")


def blank(source: StoredAnswers) -> Fault:
    """Rows in which nothing is answered."""
    return Fault(Reason.BLANK, f"{coalesced(source.columns)} IS NULL", "''")


def _found(column: AnswerColumn) -> str:
    return f"concat('{column.code} = ', {raw_name(column.name)})"

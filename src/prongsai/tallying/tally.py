"""What counting gives: answers by agency, instrument, question and option, and the rows that could not be counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from prongsai.tallying.counted_form import CountedForm


class Reason(StrEnum):
    """Why a row is not counted; of several the first counts. An empty line is nobody's row: it is not told."""

    EMPTY_LINE = "empty-line"
    CELLS = "cells"
    NO_AGENCY = "no-agency"
    UNKNOWN_AGENCY = "unknown-agency"
    ANOTHER_YEAR = "another-year"
    WRONG_INSTRUMENT = "wrong-instrument"
    OTHER_QUESTIONS = "other-questions"
    OUT_OF_RANGE = "option-out-of-range"
    UNPACKABLE = "unpackable"
    BAD_WEIGHT = "bad-weight"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not counted; `row` counts as a spreadsheet does, `None` where the source has no rows to count."""

    row: int | None
    reason: Reason
    agency: str
    instrument: str
    found: str


@dataclass(frozen=True, slots=True)
class BadRows:
    """How many rows were not counted, by reason, and the first of them."""

    counts: Mapping[Reason, int]
    first: tuple[BadRow, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """All answers of a source; `absent` questions have no column, `unread` columns were not looked at."""

    forms: tuple[CountedForm, ...]
    rows: int
    bad: BadRows
    absent: tuple[str, ...]
    unread: tuple[str, ...]

    @property
    def counted(self) -> int:
        """Rows that count."""
        return self.rows - self.bad.total

    @property
    def groups(self) -> int:
        """How many pairs of an agency and an instrument there are answers to."""
        return sum(len(form.of_part(part)) for form in self.forms for part in form.parts)

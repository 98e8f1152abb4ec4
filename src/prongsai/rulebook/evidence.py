"""What is known about an agency in a year: figures that somebody has, counted answers, verdicts on items."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from prongsai.rulebook.instrument import Instrument

TOTAL_CODE = "total"
INSTRUMENT_CODE = "instrument"


class Place(Struct, frozen=True, cache_hash=True, gc=False):
    """Where a figure belongs: a question, item, (sub-)indicator, instrument or the total.

    A struct, because scoring a nation asks some millions of times for the figure at a place.
    `instrument` is `None` for the total and for an indicator as a whole; the indicator of one EIT part has that part.
    """

    instrument: Instrument | None
    code: str

    def __str__(self) -> str:
        """Read as people write it: `total`, `8`, `EIT1 8`, `IIT`, `IIT i1`, `OIT o12`."""
        if self.code == INSTRUMENT_CODE:
            return str(self.instrument)
        return self.code if self.instrument is None else f"{self.instrument} {self.code}"


TOTAL = Place(None, TOTAL_CODE)

Figures = Mapping[Place, Decimal | None]
"""Scores by place; absent means unknown, `None` means asked and answered by nobody."""

Counts = tuple[int | Decimal, ...]
"""How many respondents chose option 1, 2, … as printed on the form; weighted counts are decimals."""

AnswerTally = Mapping[Place, Counts]
"""Counts by question, or by a question's line (`i1.1`)."""

Verdicts = Mapping[str, bool]
"""Item code → complete or not."""


def instrument_place(instrument: Instrument) -> Place:
    """The place of an instrument's own score."""
    return Place(instrument, INSTRUMENT_CODE)


def indicator_place(number: int, part: Instrument | None = None) -> Place:
    """The place of an indicator, or of its share in one EIT part."""
    return Place(part, str(number))

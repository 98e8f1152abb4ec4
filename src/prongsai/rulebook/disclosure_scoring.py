"""Turns verdicts on disclosure items into item scores: complete is 100, anything else 0, nothing in between."""

from decimal import Decimal

from prongsai.rulebook.evidence import Place, Verdicts
from prongsai.rulebook.instrument import Instrument, YearInstrument

COMPLETE = Decimal(100)
MISSED = Decimal(0)


class VerdictError(ValueError):
    """A verdict names an item that the year does not have."""


def score_verdicts(year: YearInstrument, verdicts: Verdicts) -> dict[Place, Decimal | None]:
    """Score the items that have a verdict."""
    for code in verdicts:
        if code not in year.items:
            raise VerdictError(f"{code} is no item of fiscal year {year.year}; it has o1 to o{len(year.items)}")
    return {Place(Instrument.OIT, code): COMPLETE if done else MISSED for code, done in verdicts.items()}

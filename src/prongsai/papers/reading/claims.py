"""A figure as one passage claims it, before the arithmetic has been asked."""

from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.reading.found import Where
from prongsai.papers.reading.printed_numbers import PrintedNumber
from prongsai.rulebook.evidence import Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A number printed for a place. `choices`: where the cells of a row are lost, the numbers of which one is meant."""

    year: int | None
    place: Place
    number: PrintedNumber
    where: Where
    choices: tuple[Decimal, ...] = ()

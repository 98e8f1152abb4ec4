"""Fits a proposal to an agency and its year: units by their names, due dates by month. Pure."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from prongsai.thai.periods import fiscal_year_bounds

MONTHS_OF_A_YEAR = 12
EVERY_UNIT = ("ทุกส่วนราชการ", "ทุกกอง", "ทุกสำนัก", "ทุกส่วนงาน")


class NamedUnit(Protocol):
    """A unit of the agency."""

    pk: int
    name: str


def match_units(names: Iterable[str], units: Sequence[NamedUnit]) -> tuple[int | None, tuple[int, ...]]:
    """The responsible unit and the others, where suggested names fit the agency's; "all units" adds everybody."""
    found: list[int] = []
    for name in names:
        plain = name.replace(" ", "")
        everybody = plain in EVERY_UNIT
        found += [unit.pk for unit in units if everybody or _fits(plain, unit.name.replace(" ", ""))]
    unique = tuple(dict.fromkeys(found))
    return (unique[0], unique[1:]) if unique else (None, ())


def spread_due_dates(year: int, steps: int) -> tuple[date, ...]:
    """Month ends that spread the steps over a fiscal year, the last one on its last day."""
    first = fiscal_year_bounds(year).first
    return tuple(_month_end(first, -(-MONTHS_OF_A_YEAR * (index + 1) // steps)) for index in range(steps))


def _fits(suggested: str, unit: str) -> bool:
    return suggested in unit or unit in suggested


def _month_end(first: date, months: int) -> date:
    passed = first.month - 1 + months - 1
    year, month = first.year + passed // MONTHS_OF_A_YEAR, passed % MONTHS_OF_A_YEAR + 1
    return date(year, month, monthrange(year, month)[1])

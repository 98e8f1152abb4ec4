"""What pages about a round's progress show beside the numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from prongsai.portal.surveys.watching.forms import PROSPECT_WORDS
from prongsai.portal.surveys.watching.models import CountedPart
from prongsai.portal.surveys.watching.queries import PartTotal
from prongsai.statistics.pace import Prospect
from prongsai.thai.sorting import sorting_key

WARNS = frozenset({Prospect.SHORT, Prospect.MISSED})


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """A survey of an agency with its prospect in words; `percent` of the minimum, at most 100."""

    counted: CountedPart
    prospect: str
    warns: bool
    percent: int | None


@dataclass(frozen=True, slots=True)
class Province:
    """A province and its parts; the name is empty where agencies have none."""

    name: str
    parts: tuple[PartTotal, ...]


def progress_lines(rows: Iterable[CountedPart]) -> list[ProgressLine]:
    """The lines of a page."""
    return [_line(row) for row in rows]


def provinces_in_order(totals: Iterable[PartTotal]) -> list[Province]:
    """Provinces in Thai order, each with its parts."""
    grouped = groupby(totals, key=lambda total: total.province)
    found = [Province(name, tuple(parts)) for name, parts in grouped]
    return sorted(found, key=lambda province: sorting_key(province.name))


def _line(row: CountedPart) -> ProgressLine:
    prospect = Prospect(row.prospect)
    percent = min(100, row.answers * 100 // row.minimum) if row.minimum else None
    return ProgressLine(row, str(PROSPECT_WORDS[prospect]), prospect in WARNS, percent)

"""Reads what an officer may bring, has brought, and has sent."""

from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.bringing.models import WaitingFile
from prongsai.portal.results.presenting import level_of
from prongsai.portal.results.queries import StoredYear, stored_years, years_of
from prongsai.rulebook.loading import known_years


@dataclass(frozen=True, slots=True)
class YearLine:
    """A fiscal year in the agency's list: what stands for it, and whether it is published."""

    year: int
    total: Decimal | None
    label: str
    tone: str
    certain: bool
    figures: int
    is_own: bool
    is_published: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the year."""
        return not (self.is_own or self.is_published)


def year_lines(agency_id: int, agency_code: str) -> list[YearLine]:
    """Every year that has rules, newest first, in three queries."""
    stored, published = stored_years(agency_id), set(years_of(agency_code))
    return [_line(year, stored.get(year), is_published=year in published) for year in reversed(known_years())]


def kept_years(agency_id: int) -> dict[int, bool]:
    """By year, whether the agency keeps a result of its own."""
    return {year: entry.is_own for year, entry in stored_years(agency_id).items()}


def find_waiting_file(agency_id: int, sent_by: str, file_id: int) -> WaitingFile | None:
    """A person's own waiting file."""
    return WaitingFile.objects.filter(pk=file_id, agency_id=agency_id, sent_by=sent_by).first()


def _line(year: int, stored: StoredYear | None, *, is_published: bool) -> YearLine:
    if stored is None:
        return YearLine(year, None, "", "unknown", certain=True, figures=0, is_own=False, is_published=False)
    label, tone = level_of(stored.result)
    return YearLine(
        year=year,
        total=stored.result.total,
        label=label,
        tone=tone,
        certain=stored.result.level_certain,
        figures=len(stored.figures),
        is_own=stored.is_own,
        is_published=is_published,
    )

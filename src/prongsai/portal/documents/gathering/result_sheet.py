"""The result of a year on one page, to put up where people pass; its code opens the public page of the result."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.assessing.sureness import Sureness
from prongsai.papers.content import Document
from prongsai.portal.agencies.queries import Agency
from prongsai.portal.documents.gathering import analysis
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources
from prongsai.portal.results.standing import Ranks, ranks_from
from prongsai.rulebook.loading import agency_types
from prongsai.statistics.intervals import Interval, Method

if TYPE_CHECKING:
    from prongsai.papers.result_sheet import Rank

SOURCE = "ผลการประเมินที่เผยแพร่แล้ว"


def years(sources: Sources) -> Collection[int]:
    """The years whose result is published: what the agency keeps for itself has no public page."""
    return [year for year in sources.years if not sources.stored[year].is_own]


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The scores of the year and of the one beside it."""
    beside = sources.compared(year)
    return analysis.scores_of(sources.years[year], None if beside is None else beside.before)


def write(sources: Sources, year: int, head: Head) -> Document:
    """The sheet; a poster bears no number, and nobody signs it."""
    from prongsai.papers.result_sheet import gather_sheet, sheet_document

    beside, agency, result = sources.compared(year), sources.agency, sources.stored[year].result
    contents = gather_sheet(
        sources.years[year],
        agency_name=agency.name_th,
        address=sources.home.rstrip("/") + reverse("results:result", args=[agency.code, year]),
        source=SOURCE,
        before=None if beside is None else beside.before,
        total_interval=_interval(result.sureness_of(sources.years[year].total)),
        rank=_rank(agency, ranks_from(result.ranks)),
    )
    return sheet_document(contents, head.digits)


def _interval(known: Sureness | None) -> Interval | None:
    """As the round computed it, from the answers' own spread."""
    if known is None or known.is_exact:
        return None
    return Interval(known.total_low, known.total_high, Method.OWN_SPREAD, conservative=False)


def _rank(agency: Agency, ranks: Ranks | None) -> "Rank | None":
    """The place within the agency's type."""
    from prongsai.papers.result_sheet import Rank

    found = ranks.in_type if ranks else None
    if found is None:
        return None
    return Rank(found.rank, found.of, agency_types()[agency.type].name, found.first, found.last)


RESULT_SHEET = Kind(
    slug="result-sheet",
    title=_("แผ่นผลการประเมินหน้าเดียว"),
    years=years,
    figures=figures,
    write=write,
    roles=(),
)

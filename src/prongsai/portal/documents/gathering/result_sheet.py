"""The result of a year on one page, to put up where people pass; its code opens the public page of the result."""

from collections.abc import Collection

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.documents.gathering import analysis
from prongsai.portal.documents.head import Head
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources

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

    beside, agency = sources.compared(year), sources.agency
    contents = gather_sheet(
        sources.years[year],
        agency_name=agency.name_th,
        address=sources.home.rstrip("/") + reverse("results:result", args=[agency.code, year]),
        source=SOURCE,
        before=None if beside is None else beside.before,
    )
    return sheet_document(contents, head.digits)


RESULT_SHEET = Kind(
    slug="result-sheet",
    title=_("แผ่นผลการประเมินหน้าเดียว"),
    years=years,
    figures=figures,
    write=write,
    roles=(),
)

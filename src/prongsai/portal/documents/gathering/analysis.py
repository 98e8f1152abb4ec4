"""The analysis report of a year's result."""

from collections.abc import Collection
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.documents.figures import result_figures, total_figure
from prongsai.portal.documents.head import Head, signatures_of, with_head_lines
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources
from prongsai.rulebook.overall_scoring import AgencyResult


def years(sources: Sources) -> Collection[int]:
    """Every year with a result."""
    return sources.years.keys()


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The year's scores, those of the year beside it, and the totals of the years before."""
    comparison = sources.compared(year)
    history = [total_figure(result) for one, result in sources.years.items() if one < year]
    earlier = {key: text for total in history for key, text in total.items()}
    return earlier | scores_of(sources.years[year], None if comparison is None else comparison.before)


def scores_of(result: AgencyResult, before: AgencyResult | None) -> dict[str, str]:
    """The scores of a year and of the one that stands beside it."""
    return ({} if before is None else result_figures(before)) | result_figures(result)


def write(sources: Sources, year: int, head: Head) -> Document:
    """The report; the typesetter's modules are large, so they are imported late."""
    from prongsai.papers.analysis_report import analysis_document
    from prongsai.papers.analysis_report.contents import DEFAULT_CHAIN, gather_contents

    comparison = sources.compared(year)
    totals = [(one, result.total) for one, result in sources.years.items() if one <= year]
    contents = gather_contents(
        sources.years[year],
        agency_name=sources.agency.name_th,
        before=None if comparison is None else comparison.before,
        history=[(one, total) for one, total in totals if total is not None],
    )
    signed = replace(contents, signatures=signatures_of(head.chain, DEFAULT_CHAIN))
    return with_head_lines(analysis_document(signed, head.digits), head)


ANALYSIS = Kind(
    slug="analysis",
    title=_("รายงานการวิเคราะห์ผลการประเมิน"),
    years=years,
    figures=figures,
    write=write,
    template="analysis",
)

"""The report on carrying out the plan in force, as things stand on the day on which it is written."""

from dataclasses import replace

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.agencies.queries import Agency
from prongsai.portal.documents.figures import result_figures
from prongsai.portal.documents.gathering import plan
from prongsai.portal.documents.head import Head, signatures_of, with_head_lines
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources
from prongsai.portal.documents.traces import traces_of
from prongsai.portal.documents.wording import place_of
from prongsai.portal.plans.effect import NoiseReader
from prongsai.portal.plans.effects.noise import noise_reader
from prongsai.portal.results.queries import respondents
from prongsai.rulebook.comparing import Comparison


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The scores before and after, the plan's version, and how far its steps are."""
    after = {} if year not in sources.years else result_figures(sources.years[year])
    steps = {f"steps/{year}/{state}": str(count) for state, count in sources.steps.get(year, {}).items()}
    return plan.figures(sources, year) | after | steps


def write(sources: Sources, year: int, head: Head) -> Document:
    """The report on the year's plan."""
    from prongsai.papers.measures_report import report_document
    from prongsai.papers.measures_report.contents import DEFAULT_CHAIN
    from prongsai.portal.documents.report_paper import gather_report

    stored, comparison = sources.plan(year), sources.compared(year)
    if stored is None:
        raise Http404(f"no plan of {sources.agency.code} for {year}")
    contents = gather_report(
        stored,
        sources.years[stored.result_year],
        comparison,
        noise=_noise(sources.agency, comparison),
        place=place_of(sources.agency),
        as_of=timezone.localdate(),
        traces=traces_of(sources.agency.pk, year),
    )
    signed = replace(contents, signatures=signatures_of(head.chain, DEFAULT_CHAIN))
    return with_head_lines(report_document(signed, head.digits), head)


def _noise(agency: Agency, comparison: Comparison | None) -> NoiseReader:
    """Reads how far a change may be chance from who answered in the two years."""
    if comparison is None:
        return lambda _: None
    before, now = (respondents(agency.pk, result.year.year) for result in (comparison.before, comparison.now))
    return noise_reader(comparison, before=before, now=now)


REPORT = Kind(
    slug="report",
    title=_("รายงานผลการดำเนินการ"),
    years=plan.years,
    figures=figures,
    write=write,
    for_everybody=False,
    template="report",
    roles=("ผู้รายงาน", "ผู้ตรวจสอบ", "ผู้รับรองรายงาน"),
)

"""The summary of what was disclosed for a year's items, and what the assessor found."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from prongsai.papers.content import Document
from prongsai.portal.disclosures.public.queries import public_answers
from prongsai.portal.documents.head import Head, with_head_lines
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.sources import Sources
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument

FULL_POINTS = 100


def years(sources: Sources) -> Collection[int]:
    """The years of whose items any was assessed."""
    return [year for year in sources.years if verdicts(sources, year)]


def verdicts(sources: Sources, year: int) -> dict[str, bool]:
    """Which items were complete, as far as known."""
    result = sources.years[year]
    scores = {code: result.score(Place(Instrument.OIT, code)).value for code in result.year.items}
    return {code: value == FULL_POINTS for code, value in scores.items() if value is not None}


def figures(sources: Sources, year: int) -> dict[str, str]:
    """The verdicts as scores, 100 or 0."""
    found = verdicts(sources, year)
    return {f"score/{year}/OIT {code}": "100.00" if complete else "0.00" for code, complete in found.items()}


def write(sources: Sources, year: int, head: Head) -> Document:
    """The summary as of the paper's date, else of today."""
    from prongsai.papers.oit_summary.contents import Disclosed, gather_summary
    from prongsai.papers.oit_summary.writing import summary_document

    rules, answers = sources.years[year].year, public_answers(sources.agency.pk, year)
    given = {code: Disclosed(one.urls, one.explanation or one.not_applicable) for code, one in answers.items()}
    contents = gather_summary(
        rules,
        agency_name=sources.agency.name_th,
        given={code: one for code, one in given.items() if code in rules.items},
        verdicts=verdicts(sources, year),
        as_of=head.dated or timezone.localdate(),
    )
    return with_head_lines(summary_document(contents, head.digits), head)


OIT_SUMMARY = Kind(
    slug="oit-summary",
    title=_("สรุปการเปิดเผยข้อมูลสาธารณะ (OIT)"),
    years=years,
    figures=figures,
    write=write,
)

"""Reads papers, their chains, the office's words and the approved versions."""

from django.db.models import Count, Prefetch

from prongsai.portal.documents.models import AgencyTemplate, Paper, PaperState, PaperVersion

__all__ = ["AgencyTemplate", "Paper", "PaperState", "PaperVersion"]


def papers_of(agency_id: int) -> list[Paper]:
    """Every paper with its versions, newest year first; two queries."""
    return list(Paper.objects.filter(agency_id=agency_id).prefetch_related("versions"))


def find_paper(agency_id: int, year: int, kind: str) -> Paper | None:
    """A paper with its chain, its words and its versions; four queries."""
    found = Paper.objects.filter(agency_id=agency_id, year=year, kind=kind).select_related("agency", "submitted_by")
    versions = Prefetch("versions", queryset=PaperVersion.objects.select_related("approved_by"))
    return found.prefetch_related("chain", "wordings", versions).first()


def count_papers(agency_id: int) -> dict[str, int]:
    """How many are in each state; one query."""
    counted = Paper.objects.filter(agency_id=agency_id).order_by().values_list("state").annotate(Count("id"))
    return dict.fromkeys(PaperState.values, 0) | dict(counted)


def templates_of(agency_id: int) -> dict[str, AgencyTemplate]:
    """The agency's templates by the paper that they are for; one query."""
    return {template.paper: template for template in AgencyTemplate.objects.filter(agency_id=agency_id)}

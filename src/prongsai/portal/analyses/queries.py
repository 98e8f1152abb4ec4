"""Reads analyses."""

from dataclasses import dataclass

from prongsai.portal.analyses.material import Material, gather
from prongsai.portal.analyses.models import Analysis, Constraint, Finding, FindingKind, FindingState, TopicNote
from prongsai.portal.results.queries import StoredYear, stored_years

__all__ = ["Analysis", "Constraint", "Finding", "FindingKind", "FindingState", "TopicNote"]


@dataclass(frozen=True, slots=True)
class YearToAnalyse:
    """A year with a result, and how far its analysis is; `waiting` findings wait for a word."""

    year: int
    stored: StoredYear
    started: bool
    kept: int
    waiting: int


def years_to_analyse(agency_id: int) -> list[YearToAnalyse]:
    """The agency's years with a result, newest first, in four queries."""
    analyses = {one.year: one for one in Analysis.objects.filter(agency_id=agency_id).prefetch_related("findings")}
    return [_line(entry, analyses.get(year)) for year, entry in reversed(stored_years(agency_id).items())]


def material_for(agency_id: int, year: int) -> Material | None:
    """What an analysis of the year rests on; `None` without a result, two queries."""
    stored = stored_years(agency_id)
    return gather(stored[year], stored.get(year - 1)) if year in stored else None


def find_analysis(agency_id: int, year: int) -> Analysis | None:
    """The analysis of a year with findings, notes and constraints, in four queries."""
    found = Analysis.objects.filter(agency_id=agency_id, year=year)
    return found.prefetch_related("findings", "topic_notes", "held_back_by").first()


def find_finding(agency_id: int, finding_id: int) -> Finding | None:
    """A finding of the agency, with its analysis."""
    return Finding.objects.filter(pk=finding_id, analysis__agency_id=agency_id).select_related("analysis").first()


def kept_findings(agency_id: int, year: int) -> list[Finding]:
    """The findings that the officer keeps, in order; what a plan answers to."""
    wanted = Finding.objects.filter(analysis__agency_id=agency_id, analysis__year=year, state=FindingState.KEPT)
    return list(wanted.order_by("position", "id"))


def constraints_of(agency_id: int, year: int) -> list[Constraint]:
    """What holds the agency back, by group."""
    return list(Constraint.objects.filter(analysis__agency_id=agency_id, analysis__year=year))


def topic_notes_of(agency_id: int, year: int) -> list[TopicNote]:
    """What the officer wrote on the seven topics."""
    return list(TopicNote.objects.filter(analysis__agency_id=agency_id, analysis__year=year))


def _line(stored: StoredYear, analysis: Analysis | None) -> YearToAnalyse:
    states = [] if analysis is None else [finding.state for finding in analysis.findings.all()]
    return YearToAnalyse(
        year=stored.result.year,
        stored=stored,
        started=analysis is not None,
        kept=states.count(FindingState.KEPT),
        waiting=states.count(FindingState.PROPOSED),
    )

"""What the page of a paper shows to a seat."""

from dataclasses import dataclass
from typing import Any

from prongsai.portal.documents.access import OpenedPaper, works_on_papers
from prongsai.portal.documents.figures import Difference, differences, fingerprint
from prongsai.portal.documents.freezing import current_sections, head_of
from prongsai.portal.documents.head import Head, from_plain
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.models import Order, PaperState, PaperVersion
from prongsai.portal.documents.passages import lost_wordings
from prongsai.portal.documents.serving import is_whole
from prongsai.portal.documents.sources import Sources
from prongsai.portal.documents.templating import problem_with
from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission


@dataclass(frozen=True, slots=True)
class VersionView:
    """An approved version with what became of its figures."""

    version: PaperVersion
    head: Head
    changed: tuple[Difference, ...]


def changed_since(version: PaperVersion, kind: Kind, sources: Sources, year: int) -> tuple[Difference, ...]:
    """Which of a version's figures are no longer what they were; no query that `sources` has not asked."""
    return differences(version.figures, kind.figures_now(sources, year))


def paper_page(seat: Seat, opened: OpenedPaper) -> dict[str, Any]:
    """The paper as it would be written now, where the seat works on papers, and what was approved of it."""
    versions = [version_view(opened, version) for version in opened.versions]
    return {
        "seat": seat,
        "paper": opened.paper,
        "kind": opened.kind,
        "versions": versions,
        "in_force": versions[0] if versions else None,
        **(_draft(seat, opened) if works_on_papers(seat) else {}),
    }


def version_view(opened: OpenedPaper, version: PaperVersion) -> VersionView:
    """A version of an opened paper."""
    changed = changed_since(version, opened.kind, opened.sources, opened.paper.year)
    return VersionView(version, from_plain(version.head), changed)


def version_page(seat: Seat, opened: OpenedPaper, version: PaperVersion) -> dict[str, Any]:
    """One approved version, and whether its files still are what was approved."""
    return {
        "seat": seat,
        "paper": opened.paper,
        "kind": opened.kind,
        "view": version_view(opened, version),
        "is_whole": is_whole(version),
        "is_newest": version == opened.versions[0],
    }


def _draft(seat: Seat, opened: OpenedPaper) -> dict[str, Any]:
    paper = opened.paper
    sections = () if paper.state == PaperState.APPROVED else current_sections(opened)
    figures = opened.kind.figures_now(opened.sources, paper.year)
    may_edit = seat.may(Permission.EDIT_PAPERS)
    return {
        "works_here": True,
        "head": head_of(paper),
        "sections": sections,
        "moved": sum(view.has_moved for section in sections for view in section.passages),
        "lost": lost_wordings(sections, paper.wordings.all()) if sections else (),
        "can_be_written": bool(figures),
        "figures_sha256": fingerprint(figures),
        "template_problem": _template_problem(opened),
        "orders": Order.choices,
        "may_edit": may_edit and paper.is_open,
        "may_take_back": may_edit and paper.state == PaperState.SUBMITTED,
        "may_revise": may_edit and paper.state == PaperState.APPROVED,
        "may_decide": seat.may(Permission.APPROVE_PAPERS) and paper.state == PaperState.SUBMITTED,
    }


def _template_problem(opened: OpenedPaper) -> str:
    stored = opened.sources.templates.get(opened.kind.template)
    return "" if stored is None else problem_with(stored)

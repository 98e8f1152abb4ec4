"""Which papers stand on the shelf of a seat: what can be written for which year, and how far each paper is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.documents.access import may_look, works_on_papers
from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.pages import changed_since
from prongsai.portal.documents.queries import Paper, papers_of
from prongsai.portal.documents.sources import APPROVED, Sources
from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans.access import sees_whole_plan

FORMATS = ("pdf", "docx")
TODAY = {"analysis": "", "plan": "", "plan-by-topic": "seven-topics", "report": ""}
"""Kinds that can be taken as they would be written today, and the form that the address asks for."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class PaperLine:
    """How far a paper is; `approved` are the files of its newest version, `changed` how many figures moved since."""

    href: str
    state: str
    state_name: str
    number: str
    version: int | None
    approved_at: datetime | None
    changed: int
    approved: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class ShelvedPaper:
    """A kind of paper of a year: what could be taken today, and the paper that is being made of it, if there is one."""

    kind: str
    title: str
    year: int
    note: str
    today: tuple[Download, ...]
    is_draft: bool = False
    paper: PaperLine | None = None
    may_start: bool = False


@dataclass(frozen=True, slots=True)
class ShelfPart:
    """The papers of one kind, newest year first."""

    kind: str
    title: str
    papers: tuple[ShelvedPaper, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of an agency."""

    parts: tuple[ShelfPart, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write a paper from yet."""
        return not self.parts

    @property
    def changed(self) -> int:
        """How many approved papers have figures that moved."""
        return sum(bool(one.paper and one.paper.changed) for part in self.parts for one in part.papers)


def fill_shelf(seat: Seat, *, digits: str) -> Shelf:
    """What there is for this seat; six queries, however many papers there are."""
    filling = _Filling(seat, digits)
    parts = (ShelfPart(kind.slug, str(kind.title), tuple(filling.of(kind))) for kind in KINDS.values())
    return Shelf(tuple(part for part in parts if part.papers))


class _Filling:
    """One seat's view of the stored work and of the papers made of it."""

    def __init__(self, seat: Seat, digits: str) -> None:
        self._seat, self._digits = seat, digits
        self._sources = Sources(seat.agency)
        self._drafts = self._plan_drafts()
        self._papers: Mapping[tuple[str, int], Paper] = {
            (paper.kind, paper.year): paper for paper in papers_of(seat.agency.pk) if may_look(seat, paper)
        }

    def of(self, kind: Kind) -> Iterator[ShelvedPaper]:
        """The papers of a kind, newest year first; a line with nothing to take, open or start is left out."""
        if not kind.is_for(self._seat):
            return
        drafts = self._drafts if kind.slug in {"plan", "plan-by-topic"} else {}
        writable = set(kind.years(self._sources))
        begun = {year for name, year in self._papers if name == kind.slug}
        for year in sorted({*writable, *begun, *drafts}, reverse=True):
            is_draft = year not in writable and year in drafts
            shelved = self._shelved(kind, year, is_draft=is_draft, writable=year in writable)
            if shelved.today or shelved.paper or shelved.may_start:
                yield shelved

    def _plan_drafts(self) -> dict[int, int]:
        """The newest version of each year whose plan nobody approved, for those who see the whole plan."""
        if not sees_whole_plan(self._seat):
            return {}
        in_force, drafts = self._sources.plans_in_force, {}
        for plan in reversed(self._sources.plans):
            if plan.year not in in_force and plan.state != APPROVED and plan.result_year in self._sources.years:
                drafts[plan.year] = plan.version
        return drafts

    def _shelved(self, kind: Kind, year: int, *, is_draft: bool, writable: bool) -> ShelvedPaper:
        paper = self._papers.get((kind.slug, year))
        may_start = writable and paper is None and self._seat.may(Permission.EDIT_PAPERS)
        return ShelvedPaper(
            kind=kind.slug,
            title=str(kind.title),
            year=year,
            note=self._note(kind, year),
            today=tuple(self._today(kind, year)) if writable or is_draft else (),
            is_draft=is_draft,
            paper=None if paper is None else self._line(kind, paper),
            may_start=may_start,
        )

    def _note(self, kind: Kind, year: int) -> str:
        version = self._sources.plans_in_force.get(year) or self._drafts.get(year)
        if kind.slug == "analysis" and year in self._sources.stored:
            is_own = self._sources.stored[year].is_own
            return _("จากผลที่หน่วยงานเก็บไว้เอง") if is_own else _("จากผลที่เผยแพร่แล้ว")
        return _("แผนฉบับที่ %(version)s") % {"version": version} if version and kind.slug in TODAY else ""

    def _today(self, kind: Kind, year: int) -> Iterator[Download]:
        if kind.slug not in TODAY:
            return
        form = TODAY[kind.slug]
        wanted = "&".join(f"{name}={value}" for name, value in (("digits", self._digits), ("form", form)) if value)
        for ending in FORMATS:
            name = f"documents:{'plan' if form else kind.slug}-{ending}"
            href = reverse(name, args=[self._seat.agency.code, year])
            yield Download(ending.upper(), f"{href}?{wanted}" if wanted else href)

    def _line(self, kind: Kind, paper: Paper) -> PaperLine:
        code, versions = self._seat.agency.code, list(paper.versions.all())
        address, newest = [code, paper.year, paper.kind], versions[0] if versions else None
        shows_work = works_on_papers(self._seat)
        return PaperLine(
            href=reverse("documents:paper", args=address),
            state=paper.state if shows_work else "approved",
            state_name=str(paper.get_state_display()) if shows_work else _("อนุมัติแล้ว"),
            number=paper.number if shows_work else "",
            version=newest.number if newest else None,
            approved_at=newest.approved_at if newest else None,
            changed=len(changed_since(newest, kind, self._sources, paper.year)) if newest else 0,
            approved=tuple(
                Download(ending.upper(), reverse(f"documents:version-{ending}", args=[*address, newest.number]))
                for ending in FORMATS
            )
            if newest
            else (),
        )

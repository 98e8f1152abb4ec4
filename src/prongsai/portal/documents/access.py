"""Which papers a seat may take, and from which stored work they are written; else the address is not there."""

from dataclasses import dataclass

from django.http import Http404

from prongsai.portal.documents.kind import Kind
from prongsai.portal.documents.kinds import KINDS
from prongsai.portal.documents.models import Paper, PaperVersion
from prongsai.portal.documents.queries import find_paper
from prongsai.portal.documents.sources import APPROVED, Sources
from prongsai.portal.people.access import WHOLE_AGENCY, Seat
from prongsai.portal.plans.access import sees_whole_plan


@dataclass(frozen=True, slots=True)
class OpenedPaper:
    """A paper with its kind and the stored work that it is written from."""

    paper: Paper
    kind: Kind
    sources: Sources

    @property
    def versions(self) -> list[PaperVersion]:
        """What was approved, newest first."""
        return list(self.paper.versions.all())


def open_year(seat: Seat, kind: Kind, year: int) -> Sources:
    """The stored work of an agency, if a paper of this kind can be written from it for the year."""
    sources = Sources(seat.agency)
    if not kind.is_for(seat) or year not in kind.years(sources):
        raise Http404(f"nothing to write {kind.slug} of {seat.agency.code} for {year} from")
    return sources


def open_plan_paper(seat: Seat, year: int) -> Sources:
    """The plan of a year. A draft is for those who see the whole plan, an approved one for all who work here."""
    sources = Sources(seat.agency)
    plan = sources.plan(year)
    if plan is None or plan.result_year not in sources.years:
        raise Http404(f"no plan of {seat.agency.code} for {year}")
    if plan.state != APPROVED and not sees_whole_plan(seat):
        raise Http404(f"no approved plan of {seat.agency.code} for {year}")
    return sources


def works_on_papers(seat: Seat) -> bool:
    """Whether the seat sees papers while they are being written; the others see what was approved."""
    return bool(seat.roles & WHOLE_AGENCY)


def may_look(seat: Seat, paper: Paper) -> bool:
    """Whether the seat sees the paper at all; `versions` were fetched."""
    kind = KINDS.get(paper.kind)
    return kind is not None and kind.is_for(seat) and (works_on_papers(seat) or bool(paper.versions.all()))


def open_kind(name: str) -> Kind:
    """A kind by its name in an address."""
    if name not in KINDS:
        raise Http404(f"no kind of paper is called {name}")
    return KINDS[name]


def open_paper(seat: Seat, year: int, kind: str, *, home: str = "") -> OpenedPaper:
    """A paper at which the seat may look; `home` is the address of this portal, where the paper is written."""
    paper = find_paper(seat.agency.pk, year, kind)
    if paper is None or not may_look(seat, paper):
        raise Http404(f"no {kind} of {seat.agency.code} for {year}")
    return OpenedPaper(paper, KINDS[kind], Sources(seat.agency, home=home))


def open_draft(seat: Seat, year: int, kind: str, *, home: str = "") -> OpenedPaper:
    """A paper as it would be written now, for those who see it being written; what it needs has to be there."""
    opened = open_paper(seat, year, kind, home=home)
    if not works_on_papers(seat) or year not in opened.kind.years(opened.sources):
        raise Http404(f"{kind} of {seat.agency.code} for {year} cannot be written")
    return opened


def open_version(seat: Seat, year: int, kind: str, number: int) -> tuple[OpenedPaper, PaperVersion]:
    """An approved version."""
    opened = open_paper(seat, year, kind)
    for version in opened.versions:
        if version.number == number:
            return opened, version
    raise Http404(f"no version {number} of {kind} {year}")

"""Which papers stand on the shelf of a seat: each with its year, its state and what it is called."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.plans.access import sees_whole_plan
from prongsai.portal.plans.queries import plans_of
from prongsai.portal.results.queries import stored_years

FORMATS = ("pdf", "docx")
APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version of a year's plan."""

    year: int
    version: int
    state: str

    @property
    def is_draft(self) -> bool:
        """Whether nobody has approved it."""
        return self.state != APPROVED


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class ShelvedPaper:
    """A paper in the formats that it comes in."""

    title: str
    year: int
    note: str
    downloads: tuple[Download, ...]
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of an agency, newest year first in each kind."""

    analyses: tuple[ShelvedPaper, ...]
    plans: tuple[ShelvedPaper, ...]
    reports: tuple[ShelvedPaper, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write a paper from yet."""
        return not (self.analyses or self.plans or self.reports)


def fill_shelf(seat: Seat, *, digits: str) -> Shelf:
    """What can be written for this seat; three queries."""
    plans = list(_plans_for(seat))
    reports = [plan for plan in plans if not plan.is_draft] if sees_whole_plan(seat) else []
    return Shelf(
        analyses=tuple(_analyses(seat, digits)),
        plans=tuple(paper for plan in plans for paper in _plan_papers(seat, plan, digits)),
        reports=tuple(_report(seat, plan, digits) for plan in reports),
    )


def _plans_for(seat: Seat) -> Iterator[PlanVersion]:
    """Of each year the version that its paper is written from: the one in force, else the newest."""
    by_year: dict[int, list[PlanVersion]] = {}
    for plan in plans_of(seat.agency.pk):
        by_year.setdefault(plan.year, []).append(PlanVersion(plan.year, plan.version, plan.state))
    for versions in by_year.values():
        chosen = next((version for version in versions if not version.is_draft), versions[0])
        if not chosen.is_draft or sees_whole_plan(seat):
            yield chosen


def _analyses(seat: Seat, digits: str) -> Iterator[ShelvedPaper]:
    for year, stored in reversed(stored_years(seat.agency.pk).items()):
        note = _("จากผลที่หน่วยงานเก็บไว้เอง") if stored.is_own else _("จากผลที่เผยแพร่แล้ว")
        yield ShelvedPaper(_("รายงานการวิเคราะห์ผลการประเมิน"), year, note, _files(seat, "analysis", year, digits))


def _plan_papers(seat: Seat, plan: PlanVersion, digits: str) -> Iterator[ShelvedPaper]:
    note = _("ฉบับที่ %(version)s") % {"version": plan.version}
    for title, form in ((_("มาตรการรายตัวชี้วัด"), ""), (_("มาตรการตามประเด็น 7 ด้าน"), "seven-topics")):
        yield ShelvedPaper(
            title, plan.year, note, _files(seat, "plan", plan.year, digits, form=form), is_draft=plan.is_draft
        )


def _report(seat: Seat, plan: PlanVersion, digits: str) -> ShelvedPaper:
    note = _("ฉบับที่ %(version)s") % {"version": plan.version}
    return ShelvedPaper(_("รายงานผลการดำเนินการ"), plan.year, note, _files(seat, "report", plan.year, digits))


def _files(seat: Seat, kind: str, year: int, digits: str, form: str = "") -> tuple[Download, ...]:
    wanted = [f"{name}={value}" for name, value in (("digits", digits), ("form", form)) if value]
    query = f"?{'&'.join(wanted)}" if wanted else ""
    return tuple(
        Download(file_format.upper(), reverse(f"documents:{kind}-{file_format}", args=[seat.agency.code, year]) + query)
        for file_format in FORMATS
    )

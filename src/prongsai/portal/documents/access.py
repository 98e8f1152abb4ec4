"""Which papers a seat may take, and from which stored work they are written; else the address is not there."""

from dataclasses import dataclass

from django.http import Http404

from prongsai.portal.people.access import Seat
from prongsai.portal.plans.access import sees_whole_plan
from prongsai.portal.plans.contents import PlanPaper
from prongsai.portal.plans.paper import plan_for_paper
from prongsai.portal.results.queries import scored_years
from prongsai.rulebook.comparing import Comparison, compare
from prongsai.rulebook.overall_scoring import AgencyResult

APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """A plan with the agency's scored years."""

    plan: PlanPaper
    years: dict[int, AgencyResult]

    @property
    def result(self) -> AgencyResult:
        """The result that the plan answers."""
        return self.years[self.plan.result_year]

    @property
    def comparison(self) -> Comparison | None:
        """The result of the plan's own year beside the one that it answers, once there is one."""
        return compared(self.years, self.plan.year)


def open_years(seat: Seat, year: int) -> dict[int, AgencyResult]:
    """The agency's scored years, if the year asked for is among them."""
    years = scored_years(seat.agency.pk)
    if year not in years:
        raise Http404(f"no result of {seat.agency.code} for {year}")
    return years


def open_plan_paper(seat: Seat, year: int) -> OpenedPlan:
    """The plan of a year. A draft is for those who see the whole plan, an approved one for all who work here."""
    plan = plan_for_paper(seat.agency.pk, year)
    if plan is None or not (plan.state == APPROVED or sees_whole_plan(seat)):
        raise Http404(f"no plan of {seat.agency.code} for {year}")
    return OpenedPlan(plan, open_years(seat, plan.result_year))


def open_report_paper(seat: Seat, year: int) -> OpenedPlan:
    """The approved plan to report on; it tells the work of every unit, so it is for those who see all of it."""
    opened = open_plan_paper(seat, year)
    if opened.plan.state != APPROVED or not sees_whole_plan(seat):
        raise Http404(f"no report of {seat.agency.code} for {year}")
    return opened


def compared(years: dict[int, AgencyResult], year: int) -> Comparison | None:
    """A year beside the one before it, where both are known and the rules say how they follow on each other."""
    now, before = years.get(year), years.get(year - 1)
    return None if now is None or before is None or now.year.crosswalk is None else compare(now, before)

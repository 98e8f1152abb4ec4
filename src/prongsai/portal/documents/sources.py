"""What is stored of an agency, as far as papers are written from it: each thing read once, and only when asked for."""

from dataclasses import dataclass
from functools import cached_property

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.documents.queries import AgencyTemplate, templates_of
from prongsai.portal.plans.contents import PlanPaper
from prongsai.portal.plans.paper import plan_for_paper
from prongsai.portal.plans.queries import plans_of, steps_by_state
from prongsai.portal.results.queries import StoredYear, stored_years
from prongsai.rulebook.comparing import Comparison, compare
from prongsai.rulebook.loading import UnknownYearError
from prongsai.rulebook.overall_scoring import AgencyResult

APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version of a year's plan, without what it says."""

    year: int
    result_year: int
    version: int
    state: str


class Sources:
    """The stored work of one agency during one request; `home` is this portal's address, for papers that name it."""

    def __init__(self, agency: Agency, *, home: str = "") -> None:
        self.agency, self.home = agency, home
        self._plans: dict[int, PlanPaper | None] = {}

    @cached_property
    def stored(self) -> dict[int, StoredYear]:
        """What stands for each year, oldest first; two queries."""
        return stored_years(self.agency.pk)

    @cached_property
    def years(self) -> dict[int, AgencyResult]:
        """The same, scored; a year without rules is left out."""
        scored: dict[int, AgencyResult] = {}
        for year, entry in self.stored.items():
            try:
                scored[year] = entry.scored
            except UnknownYearError:
                continue
        return scored

    @cached_property
    def plans(self) -> tuple[PlanVersion, ...]:
        """Every version of every year's plan, newest first; one query."""
        stored = plans_of(self.agency.pk)
        return tuple(PlanVersion(plan.year, plan.result_year, plan.version, plan.state) for plan in stored)

    @property
    def plans_in_force(self) -> dict[int, int]:
        """The version in force of each year's plan."""
        return {plan.year: plan.version for plan in self.plans if plan.state == APPROVED}

    @cached_property
    def steps(self) -> dict[int, dict[str, int]]:
        """How many steps of each year's plan in force are in which state; one query."""
        return steps_by_state(self.agency.pk)

    @cached_property
    def templates(self) -> dict[str, AgencyTemplate]:
        """The agency's templates by the paper that they are for; one query."""
        return templates_of(self.agency.pk)

    def plan(self, year: int) -> PlanPaper | None:
        """The plan of a year with all that was done under it; some ten queries, once."""
        if year not in self._plans:
            self._plans[year] = plan_for_paper(self.agency.pk, year)
        return self._plans[year]

    def compared(self, year: int) -> Comparison | None:
        """A year beside the one before it, where both are known and the rules say how they follow on each other."""
        return compared(self.years, year)


def compared(years: dict[int, AgencyResult], year: int) -> Comparison | None:
    """A year beside the one before it, where both are known and the rules say how they follow on each other."""
    now, before = years.get(year), years.get(year - 1)
    return None if now is None or before is None or now.year.crosswalk is None else compare(now, before)

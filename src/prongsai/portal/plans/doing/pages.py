"""What the pages of a plan being carried out show."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.people.access import Seat
from prongsai.portal.plans import access, queries
from prongsai.portal.plans.doing.forms import StepFilterForm
from prongsai.portal.plans.doing.items import item_year, suggest_items
from prongsai.portal.plans.doing.lines import Progress, StepLine, lines_of, progress_of
from prongsai.portal.plans.models import Plan, Step
from prongsai.portal.results.scorecard.names import item_title


@dataclass(frozen=True, slots=True)
class StepsPage:
    """The steps of a plan that a seat sees, narrowed as asked."""

    plan: Plan
    form: StepFilterForm
    lines: tuple[StepLine, ...]
    progress: Progress
    today: date

    def contents(self, seat: Seat, view: str) -> dict[str, Any]:
        """What the template of a view shows."""
        return {
            "seat": seat,
            "plan": self.plan,
            "form": self.form,
            "lines": self.lines,
            "progress": self.progress,
            "view": view,
            "asked": self.form.data.urlencode() if hasattr(self.form.data, "urlencode") else "",
        }


@dataclass(frozen=True, slots=True)
class SuggestedItem:
    """A disclosure item that a piece of evidence may answer."""

    code: str
    title: str


def steps_page(request: HttpRequest, seat: Seat, year: int, today: date) -> StepsPage:
    """The plan in force with its steps."""
    plan = access.open_plan_in_force(seat, year)
    seen = access.units_seen(seat)
    lines = lines_of(queries.steps_of(plan, units=seen), today)
    units = [unit for unit in units_of(seat.agency.pk) if seen is None or unit.pk in seen]
    form = StepFilterForm(request.GET, units=units)
    narrowed = tuple(line for line in lines if _is_wanted(line, form.wanted()))
    return StepsPage(plan, form, narrowed, progress_of(lines), today)


def suggestions_for(step: Step) -> tuple[int, tuple[SuggestedItem, ...], tuple[SuggestedItem, ...]]:
    """The year whose items ask for evidence of the step, those that fit, and all of them."""
    measure = step.measure
    rules = item_year(measure.plan.year)
    codes = suggest_items(measure.items, cited_in=measure.plan.result_year, rules=rules)
    every = tuple(SuggestedItem(code, item_title(item)) for code, item in rules.items.items())
    fitting = {item.code: item for item in every}
    return rules.year, tuple(fitting[code] for code in codes), every


def _is_wanted(line: StepLine, wanted: dict[str, Any]) -> bool:
    measure, state = line.step.measure, wanted.get("state")
    if "unit" in wanted and wanted["unit"] not in queries.unit_ids_of(measure):
        return False
    if "indicator" in wanted and wanted["indicator"] != measure.indicator:
        return False
    return line.is_overdue if state == "overdue" else state in {None, line.step.state}

"""The page on which a measure is written: the form, its steps, and a button for more of them."""

from typing import Any

from django.http import HttpRequest

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.people.access import Seat
from prongsai.portal.plans.drafting.forms import (
    MeasureForm,
    StepForms,
    initial_of,
    initial_steps,
    typed_steps,
)
from prongsai.portal.plans.drafting.inputs import MeasureInput
from prongsai.portal.plans.drafting.overtaken import parted
from prongsai.portal.plans.models import Measure, Plan
from prongsai.portal.ui.rows import with_more_rows
from prongsai.rulebook.loading import load_year
from prongsai.thai.periods import fiscal_year_bounds

MORE_STEPS = 3


class MeasurePage:
    """Holds the two forms of one request."""

    def __init__(self, request: HttpRequest, seat: Seat, plan: Plan, measure: Measure | None = None) -> None:
        self.seat, self.plan, self.measure = seat, plan, measure
        typed: Any = None
        if request.method == "POST":
            typed = with_more_rows(request.POST, prefix="steps", more=MORE_STEPS)
        self._typed = typed
        self._wants_more = request.method == "POST" and "more" in request.POST
        self.form = MeasureForm(
            typed, rules=load_year(plan.result_year), units=units_of(seat.agency.pk), initial=self._initial(request)
        )
        self.steps = StepForms(typed, prefix="steps", initial=initial_steps(measure) if measure else [])

    def is_handed_in(self) -> bool:
        """Whether everything was typed and is right; asking for more rows is not handing in."""
        valid = self.form.is_valid() and self.steps.is_valid()
        return valid and not self._wants_more

    @property
    def edition(self) -> int | None:
        """The edition that was opened, as far as the form says."""
        edition: int | None = self.form.cleaned_data["edition"]
        return edition

    def entry(self, *, origin: str) -> MeasureInput:
        """What was typed."""
        return self.form.entry(typed_steps(self.steps), origin=origin)

    def contents(self) -> dict[str, Any]:
        """What the template shows."""
        return {
            "seat": self.seat,
            "plan": self.plan,
            "measure": self.measure,
            "form": self.form,
            "steps": self.steps,
            "shows_errors": not self._wants_more,
        }

    def refused(self, reason: str, now: Measure | None = None) -> dict[str, Any]:
        """The same with everything typed, and why it was not saved; beside it what `now` is stored, if that differs.

        Whoever has seen what is stored may save over it.
        """
        beside = []
        if now is not None:
            stored = initial_of(now)
            kept = list(now.steps.all())
            beside = parted(self.form, stored, kept=kept, steps=typed_steps(self.steps))
            self._typed["edition"] = str(now.edition)
        return self.contents() | {"refusal": reason, "beside": beside}

    def _initial(self, request: HttpRequest) -> dict[str, Any]:
        if self.measure is not None:
            return initial_of(self.measure)
        period = fiscal_year_bounds(self.plan.year)
        return {"indicator": request.GET.get("indicator"), "starts": period.first, "ends": period.last}

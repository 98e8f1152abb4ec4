"""What the pages of one step and one measure show."""

from datetime import date
from typing import Any

from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access, queries
from prongsai.portal.plans.doing.forms import OutcomeForm
from prongsai.portal.plans.doing.lines import lines_of
from prongsai.portal.plans.doing.pages import suggestions_for
from prongsai.portal.plans.effects.judging import review_with_effects
from prongsai.portal.plans.models import Measure, PlanState, Step, StepState
from prongsai.rulebook.loading import load_year


def step_contents(seat: Seat, step: Step, today: date) -> dict[str, Any]:
    """A step, its reports and checks, and what the seat may do with it."""
    is_open = step.state != StepState.VERIFIED
    reporters = {report.person_id for report in step.reports.all()}
    year, suggested, every = suggestions_for(step)
    checks = access.may_check(seat, step.measure)
    return {
        "seat": seat,
        "step": step,
        "line": lines_of([step], today)[0],
        "states": _passed_states(step),
        "may_report": is_open and access.may_report(seat, step.measure),
        "may_check": checks and step.state == StepState.REPORTED and seat.person.pk not in reporters,
        "waits_for_another": checks and step.state == StepState.REPORTED and seat.person.pk in reporters,
        "may_mark": seat.may(Permission.EDIT_PLAN),
        "may_publish": seat.may(Permission.PUBLISH_PROGRESS),
        "item_year": year,
        "suggested": suggested,
        "every_item": every,
    }


def measure_contents(seat: Seat, measure: Measure, today: date) -> dict[str, Any]:
    """A measure with its steps, what the rules found, and what came of it."""
    plan = measure.plan
    rules = load_year(plan.result_year)
    reviewed = [entry for entry in queries.measures_to_review(plan) if entry.pk == measure.pk]
    review = review_with_effects(plan, reviewed, today=today)
    return {
        "seat": seat,
        "plan": plan,
        "measure": measure,
        "lines": lines_of(measure.steps.all(), today),
        "warnings": review.of_measure.get(measure.pk, ()),
        "step_warnings": review.of_step,
        "question": next((q for s in rules.surveys for q in s.questions if q.code == measure.question), None),
        "is_in_force": plan.state == PlanState.APPROVED,
        "may_edit": plan.is_open and seat.may(Permission.EDIT_PLAN),
        "may_write_outcome": plan.state == PlanState.APPROVED and access.may_report(seat, measure),
        "outcome_form": OutcomeForm(initial={"outcome": measure.outcome}),
    }


def _passed_states(step: Step) -> list[tuple[str, bool, bool]]:
    """Each state's name, whether the step has come so far, whether it stands there."""
    order = list(StepState)
    here = order.index(StepState(step.state))
    return [(str(state.label), index <= here, index == here) for index, state in enumerate(order)]

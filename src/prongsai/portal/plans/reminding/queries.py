"""Reads what reminders need."""

from collections import defaultdict
from datetime import date
from typing import Protocol

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.people.queries import members_of
from prongsai.portal.plans.models import PlanState, ReminderLine, Step
from prongsai.portal.plans.queries import UNFINISHED, unit_ids_of
from prongsai.portal.plans.reminding.selecting import SOON


class Recipient(Protocol):
    """Somebody who gets e-mail."""

    pk: int
    email: str
    language: str


def open_steps(today: date) -> dict[Agency, list[Step]]:
    """Steps of plans in force that are due within a fortnight or past their date, by agency. Two queries."""
    steps = Step.objects.filter(measure__plan__state=PlanState.APPROVED, state__in=UNFINISHED, due__lte=today + SOON)
    found: dict[Agency, list[Step]] = defaultdict(list)
    ordered = steps.select_related("measure__plan__agency", "measure__unit").order_by("due", "id")
    for step in ordered.prefetch_related("measure__other_units"):
        found[step.measure.plan.agency].append(step)
    return found


def recipients(agency: Agency, steps: list[Step]) -> list[tuple[Recipient, list[Step]]]:
    """Who works for the units of the steps, each with the steps of their own units. Two queries."""
    by_person: dict[int, tuple[Recipient, list[Step]]] = {}
    for member in members_of(agency.pk):
        units = {unit.pk for unit in member.units.all()} if member.is_for_units else set()
        own = [step for step in steps if units & set(unit_ids_of(step.measure))]
        if own:
            _, gathered = by_person.setdefault(member.person.pk, (member.person, []))
            gathered += [step for step in own if step not in gathered]
    return list(by_person.values())


def already_told(person_id: int) -> frozenset[tuple[int, str]]:
    """Which steps a person was reminded of, and why."""
    lines = ReminderLine.objects.filter(reminder__person_id=person_id).values_list("step_id", "kind")
    return frozenset(lines)

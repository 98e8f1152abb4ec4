"""Who is reminded of what. Pure: the day is an argument."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.portal.plans.models import ReminderKind, Step

SOON = timedelta(days=14)
NOW = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class DueStep:
    """A step of which somebody is reminded, and why."""

    step: Step
    kind: ReminderKind


def kind_of(due: date | None, today: date) -> ReminderKind | None:
    """Overdue, due within three days, due within fourteen; `None` where there is no hurry."""
    if due is None or due > today + SOON:
        return None
    if due < today:
        return ReminderKind.OVERDUE
    return ReminderKind.NOW if due <= today + NOW else ReminderKind.SOON


def due_steps(steps: Iterable[Step], today: date, told: frozenset[tuple[int, str]]) -> Iterator[DueStep]:
    """The steps to name: those coming due once for each reason, overdue ones in every reminder."""
    for step in steps:
        kind = kind_of(step.due, today)
        if kind is not None and (kind is ReminderKind.OVERDUE or (step.pk, kind.value) not in told):
            yield DueStep(step, kind)

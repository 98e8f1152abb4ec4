"""The tables of plans, of what is done under them, and of what seems to work."""

from prongsai.portal.plans.models.doing import Evidence, EvidenceForItem, EvidenceKind, StepCheck, StepReport
from prongsai.portal.plans.models.effects import LibraryMeasure
from prongsai.portal.plans.models.plan import Answer, Measure, Origin, Plan, PlanState, Step, StepState
from prongsai.portal.plans.models.reminders import Reminder, ReminderKind, ReminderLine

__all__ = [
    "Answer",
    "Evidence",
    "EvidenceForItem",
    "EvidenceKind",
    "LibraryMeasure",
    "Measure",
    "Origin",
    "Plan",
    "PlanState",
    "Reminder",
    "ReminderKind",
    "ReminderLine",
    "Step",
    "StepCheck",
    "StepReport",
    "StepState",
]

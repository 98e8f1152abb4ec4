"""Which reminders went out, so that nobody gets two on a day."""

from django.conf import settings
from django.db import models


class ReminderKind(models.TextChoices):
    """Why a step is brought to mind."""

    SOON = "due-14", "due within 14 days"
    NOW = "due-3", "due within 3 days"
    OVERDUE = "overdue", "overdue"


class Reminder(models.Model):
    """One e-mail to one person on one day."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()

    class Meta:
        """What always holds."""

        ordering = ("day", "id")
        constraints = (models.UniqueConstraint(fields=["person", "day"], name="one_reminder_for_a_person_on_a_day"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"


class ReminderLine(models.Model):
    """A step that a reminder named, and why."""

    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, related_name="lines")
    step = models.ForeignKey("plans.Step", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=ReminderKind)

    class Meta:
        """What always holds."""

        constraints = (
            models.UniqueConstraint(fields=["reminder", "step"], name="reminder_names_a_step_once"),
            models.CheckConstraint(condition=models.Q(kind__in=ReminderKind.values), name="reminder_kind_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.step_id} {self.kind}"

"""When each duty was done last, and who does it now."""

from django.db import models


class DutyState(models.Model):
    """A duty: `held_until` is how long `holder` may take before another process does it instead."""

    name = models.CharField(max_length=60)
    done_at = models.DateTimeField(null=True)
    said = models.CharField(max_length=300, blank=True)
    held_until = models.DateTimeField(null=True)
    holder = models.CharField(max_length=32, blank=True)

    class Meta:
        """What always holds."""

        constraints = (models.UniqueConstraint(fields=["name"], name="each_duty_has_one_state"),)

    def __str__(self) -> str:
        return self.name

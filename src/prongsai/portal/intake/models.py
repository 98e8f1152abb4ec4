"""Files of answers that were read and wait for the office's word. Nothing is left of one that was stored."""

from django.db import models
from django.db.models import Q

PARTS = [("IIT", "IIT"), ("EIT1", "EIT1"), ("EIT2", "EIT2")]


class WaitingAnswers(models.Model):
    """A file whose rows wait; `counted` and `repeated` rows have left it, `total` were there at first."""

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=4, choices=PARTS)
    sent_by = models.CharField(max_length=200)
    sent_at = models.DateTimeField()
    name = models.CharField(max_length=200)
    total = models.PositiveIntegerField()
    counted = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)

    class Meta:
        """The order and what always holds."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(fields=["round", "sent_by"], name="one_waiting_answers_file_for_each_person"),
            models.CheckConstraint(condition=Q(part__in=["IIT", "EIT1", "EIT2"]), name="waiting_part_is_known"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def left(self) -> int:
        """Rows that still wait."""
        return self.total - self.counted - self.repeated


class WaitingPage(models.Model):
    """Rows that are stored together, each as packed choices and its mark; gone as soon as they are."""

    answers = models.ForeignKey(WaitingAnswers, on_delete=models.CASCADE, related_name="pages")
    rows = models.JSONField()

    class Meta:
        """The order."""

        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.answers_id)

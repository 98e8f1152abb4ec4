"""What was counted last of each agency's surveys, and who was reminded. Nothing here is finer than an agency."""

from django.db import models
from django.db.models import Q

from prongsai.portal.surveys.models import Part
from prongsai.statistics.pace import Prospect

PROSPECTS = [(one.value, one.value) for one in Prospect]


class Counting(models.Model):
    """When a round was counted last."""

    round = models.OneToOneField("rounds.Round", on_delete=models.CASCADE, related_name="+")
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.round_id} {self.counted_at:%Y-%m-%d %H:%M}"


class CountedPart(models.Model):
    """A survey of an agency as it was counted: a page of all agencies cannot count a million answers each time.

    Rows are written in the Thai order of the agencies' names, so that their numbers give it.
    `recent` are the answers of the days from which the pace is taken; `minimum`, `expected` and `needed_a_day` are
    empty where they cannot be said.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=4, choices=Part)
    answers = models.PositiveIntegerField()
    to_review = models.PositiveIntegerField()
    recent = models.PositiveIntegerField()
    minimum = models.PositiveIntegerField(null=True)
    needs_confirmation = models.BooleanField()
    prospect = models.CharField(max_length=8, choices=PROSPECTS)
    expected = models.PositiveIntegerField(null=True)
    needed_a_day = models.PositiveIntegerField(null=True)

    class Meta:
        """What always holds, and the ways in which it is read."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["round", "agency", "part"], name="a_part_is_counted_once"),
            models.CheckConstraint(condition=Q(part__in=Part.values), name="counted_part_is_known"),
            models.CheckConstraint(condition=Q(prospect__in=list(Prospect)), name="counted_prospect_is_known"),
        )
        indexes = (models.Index(fields=["round", "prospect", "part"], name="counted_parts_by_prospect"),)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.part}"


class ShortReminder(models.Model):
    """That the officers of an agency were told on a day that too few will answer."""

    round = models.ForeignKey("rounds.Round", on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()

    class Meta:
        """What always holds."""

        constraints = (
            models.UniqueConstraint(fields=["round", "agency", "day"], name="an_agency_is_reminded_once_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.day}"

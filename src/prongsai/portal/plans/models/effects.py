"""Measures that seem to have worked, offered to others."""

from django.db import models
from django.db.models import F, Q


class LibraryMeasure(models.Model):
    """A measure whose question rose by more than noise; the giving agency is named only where it chose to be."""

    measure = models.OneToOneField("plans.Measure", on_delete=models.PROTECT, related_name="shared_as")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    agency_type = models.CharField(max_length=30)
    is_named = models.BooleanField(default=False)
    is_fictional = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField()
    indicator = models.PositiveSmallIntegerField()
    question_topic = models.SlugField(max_length=60, blank=True)
    topic = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.CharField(max_length=300)
    steps = models.JSONField()
    units = models.JSONField()
    follow_up = models.CharField(max_length=500, blank=True)
    success = models.CharField(max_length=500, blank=True)
    before = models.DecimalField(max_digits=7, decimal_places=4)
    after = models.DecimalField(max_digits=7, decimal_places=4)

    class Meta:
        """The order and what always holds."""

        ordering = ("indicator", "-year", "id")
        constraints = (models.CheckConstraint(condition=Q(after__gt=F("before")), name="library_measure_rose"),)

    def __str__(self) -> str:
        return self.title

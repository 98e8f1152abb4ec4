"""Tables of results: the published ones, and those that an agency keeps for itself."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from prongsai.assessing.sureness import Sureness
from prongsai.portal.results.sureness import KeepsSureness

FULL_POINTS = 100


class Origin(models.TextChoices):
    """Where a stored result comes from; only a published one is anybody's to see."""

    PUBLISHED = "published"
    BROUGHT = "brought"


class StoredResult(KeepsSureness):
    """One agency's result of a fiscal year, scored by a pinned revision of the year's rules.

    `ranks` (`standing.StoredRanks`) and sureness come from the round that it was computed in; empty where not known.
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.PUBLISHED)
    instrument_revision = models.PositiveSmallIntegerField()
    instrument_sha256 = models.CharField(max_length=64)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    level = models.CharField(max_length=60, blank=True)
    level_certain = models.BooleanField()
    reached_target = models.BooleanField(null=True, blank=True)
    source_note = models.CharField(max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    ranks = models.JSONField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("-year", "agency_id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "year", "origin"], name="one_result_per_agency_year_and_origin"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="result_origin_is_known"),
            models.CheckConstraint(
                condition=Q(origin=Origin.PUBLISHED, published_at__isnull=False)
                | Q(origin=Origin.BROUGHT, published_at__isnull=True),
                name="published_means_published_at",
            ),
            models.CheckConstraint(condition=Q(year__gte=2500, year__lte=2699), name="published_year_is_buddhist"),
            models.CheckConstraint(
                condition=Q(total__isnull=True) | Q(total__gte=0, total__lte=FULL_POINTS),
                name="published_total_from_0_to_100",
            ),
        )
        indexes = (models.Index(fields=["year", "agency"], name="published_by_year"),)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year}"

    def sureness_of(self, total: Decimal | None) -> Sureness | None:
        """How sure a total is; not known where changed rules give another one than was stored."""
        return self.sureness if total == self.total else None


class PublishedOnly(models.Manager["PublishedResult"]):
    """Hides what an agency keeps for itself, so that no public page can show it by forgetting a filter."""

    def get_queryset(self) -> models.QuerySet["PublishedResult"]:
        """Published results."""
        return super().get_queryset().filter(origin=Origin.PUBLISHED)


class PublishedResult(StoredResult):
    """A stored result that everybody may see."""

    objects: ClassVar[PublishedOnly] = PublishedOnly()

    class Meta:
        """The same table."""

        proxy = True


class StatedFigure(models.Model):
    """A figure behind a stored result; `score` is empty where a question was asked and nobody answered."""

    result = models.ForeignKey(StoredResult, on_delete=models.CASCADE, related_name="figures")
    instrument = models.CharField(max_length=4, blank=True)
    code = models.CharField(max_length=12)
    score = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    n = models.PositiveIntegerField(null=True, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("result_id", "id")
        constraints = (
            models.UniqueConstraint(fields=["result", "instrument", "code"], name="one_figure_per_place"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=FULL_POINTS),
                name="stated_score_from_0_to_100",
            ),
            models.CheckConstraint(
                condition=Q(n__isnull=True) | Q(population__isnull=True) | Q(n__lte=models.F("population")),
                name="no_more_answers_than_people",
            ),
        )

    def __str__(self) -> str:
        return f"{self.instrument} {self.code}".strip()

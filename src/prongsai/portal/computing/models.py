"""Results computed from a round: each computation is an edition that stays, with the reason for which it was made."""

from django.db import models
from django.db.models import Q

from prongsai.portal.results.sureness import KeepsSureness

HASH_LENGTH = 64


class Computation(models.Model):
    """One computation of all agencies of a round by pinned rules; `finished_at` is empty while it runs.

    `is_final` says that no verdict was open any more by the round's state. `published_at` is set when its results have
    been published, all of them.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    edition = models.PositiveSmallIntegerField()
    is_final = models.BooleanField()
    reason = models.CharField(max_length=500)
    instrument_sha256 = models.CharField(max_length=HASH_LENGTH)
    agencies = models.PositiveIntegerField()
    by = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    is_to_publish = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("-edition",)
        constraints = (
            models.UniqueConstraint(fields=["round", "edition"], name="computation_edition_is_unique"),
            models.UniqueConstraint(
                fields=["round"], condition=Q(finished_at=None), name="a_round_is_computed_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_computation_has_a_reason"),
            models.CheckConstraint(
                condition=Q(is_to_publish=False) | Q(is_final=True, finished_at__isnull=False),
                name="only_a_finished_final_computation_is_published",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | Q(is_to_publish=True), name="published_means_it_was_to_be"
            ),
        )

    def __str__(self) -> str:
        return f"{self.round_id} edition {self.edition}"


class ComputedResult(KeepsSureness):
    """What an agency's answers and verdicts come to in an edition. Never changed but for `is_published`.

    `figures` are rows of instrument, code, score (text or nothing), answers, population; `short_parts` the parts whose
    minimum sample was missed. `ranks` is empty until every agency of the edition is computed (`rankings.as_stored`).
    """

    computation = models.ForeignKey(Computation, on_delete=models.CASCADE, related_name="results")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    level = models.CharField(max_length=60, blank=True)
    level_certain = models.BooleanField()
    ranks = models.JSONField(null=True)
    figures = models.JSONField()
    short_parts = models.JSONField(default=list)
    open_items = models.PositiveSmallIntegerField()
    is_published = models.BooleanField(default=False)

    class Meta:
        """The order and what always holds."""

        ordering = ("computation_id", "agency_id")
        constraints = (
            models.UniqueConstraint(fields=["computation", "agency"], name="an_agency_has_one_result_an_edition"),
            models.CheckConstraint(
                condition=Q(total=None) | Q(total__gte=0, total__lte=100), name="computed_total_from_0_to_100"
            ),
        )
        indexes = (models.Index(fields=["computation", "is_published"], name="results_still_to_publish"),)

    def __str__(self) -> str:
        return f"{self.computation_id} {self.agency_id}"

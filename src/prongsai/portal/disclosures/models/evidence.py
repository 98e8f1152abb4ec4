"""What was found at an address and when; bytes and text are kept under their hashes, the same bytes once."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.disclosures.models.answering import HASH_LENGTH, LONGEST_ADDRESS


class CaptureReason(models.TextChoices):
    """Why an address was fetched."""

    CHECK = "check", _("ตรวจก่อนส่ง")
    SUBMISSION = "submission", _("เก็บหลักฐานเมื่อส่ง")
    WATCH = "watch", _("เฝ้าดูตลอดปี")


class Capture(models.Model):
    """One look at an address. `outcome` is `prongsai.fetching`'s word; without bytes `sha256` is empty.

    `hops` are the redirects on the way, `looks` what the machine noticed in the bytes (hints, never a verdict).
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, null=True, related_name="+")
    url = models.URLField(max_length=LONGEST_ADDRESS)
    reason = models.CharField(max_length=10, choices=CaptureReason)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=40)
    status = models.PositiveSmallIntegerField(null=True)
    final_url = models.CharField(max_length=LONGEST_ADDRESS, blank=True)
    hops = models.JSONField(default=list)
    headers = models.JSONField(default=dict)
    media_type = models.CharField(max_length=120, blank=True)
    sha256 = models.CharField(max_length=HASH_LENGTH, blank=True)
    size = models.PositiveBigIntegerField(null=True)
    text_sha256 = models.CharField(max_length=HASH_LENGTH, blank=True)
    looks = models.JSONField(default=dict)

    class Meta:
        """The order and what always holds."""

        ordering = ("-at", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(reason__in=CaptureReason.values), name="capture_reason_is_known"),
            models.CheckConstraint(
                condition=Q(sha256="", size=None) | (~Q(sha256="") & Q(size__isnull=False)),
                name="captured_bytes_have_hash_and_size",
            ),
        )
        indexes = (
            models.Index(fields=["agency", "url", "-at"], name="captures_of_an_address"),
            models.Index(fields=["round", "reason"], name="captures_of_a_round"),
        )

    def __str__(self) -> str:
        return f"{self.url} {self.at}"


class SweepTarget(models.Model):
    """An address that a sweep has still to look at; `lease_until` is set while `held_by`, a slot, holds it.

    A worker that was killed leaves its lease behind. It is given back when another starts on the same machine, and is
    over by itself when that is gone too.
    """

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    sweep = models.CharField(max_length=40)
    host = models.CharField(max_length=255)
    url = models.URLField(max_length=LONGEST_ADDRESS)
    lease_until = models.DateTimeField(null=True)
    held_by = models.CharField(max_length=200, blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["sweep", "agency", "url"], name="a_sweep_looks_once_at_an_address"),
        )
        indexes = (
            models.Index(fields=["sweep", "done_at", "host"], name="targets_still_to_fetch"),
            # what waits is a handful of rows among many that are done
            models.Index(fields=["host", "lease_until"], condition=Q(done_at=None), name="targets_that_wait"),
            models.Index(fields=["round", "agency"], name="targets_of_an_agency"),
        )

    def __str__(self) -> str:
        return self.url

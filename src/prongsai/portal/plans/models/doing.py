"""What was done: reports, their evidence, and the second person's check."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.plans.models.plan import HASH_LENGTH, Step, StepState

REPORTABLE = (StepState.DOING.value, StepState.REPORTED.value)


class EvidenceKind(models.TextChoices):
    """What a piece of evidence is."""

    FILE = "file", _("แฟ้มเอกสาร")
    PICTURE = "picture", _("ภาพ")
    LINK = "link", _("ลิงก์")


class StepReport(models.Model):
    """What a person said was done on a step, and the state it brought the step to. Never changed."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="reports")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=2000)
    to_state = models.CharField(max_length=10, choices=StepState)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="report_says_what_was_done"),
            models.CheckConstraint(condition=Q(to_state__in=REPORTABLE), name="report_never_verifies"),
        )

    def __str__(self) -> str:
        return f"{self.step_id} {self.to_state}"


class Evidence(models.Model):
    """A file, picture or link that shows what a report says. The file's bytes are kept under their own hash."""

    report = models.ForeignKey(StepReport, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=8, choices=EvidenceKind)
    name = models.CharField(max_length=200)
    url = models.URLField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=HASH_LENGTH, blank=True)
    media_type = models.CharField(max_length=80, blank=True)
    size = models.PositiveIntegerField(null=True, blank=True)
    is_public = models.BooleanField(default=False)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=(Q(kind="link", sha256="", media_type="", size=None) & ~Q(url=""))
                | (Q(kind__in=["file", "picture"], url="", size__gt=0) & ~Q(sha256="") & ~Q(media_type="")),
                name="evidence_is_either_a_link_or_a_stored_file",
            ),
        )

    def __str__(self) -> str:
        return self.name


class StepCheck(models.Model):
    """What a second person found when checking a report."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="checks")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    checker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    passed = models.BooleanField()
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(reporter=F("checker")), name="step_is_checked_by_a_second_person"),
            models.CheckConstraint(
                condition=Q(passed=True) | ~Q(note=""), name="what_is_not_passed_says_what_is_missing"
            ),
            models.UniqueConstraint(fields=["step"], condition=Q(passed=True), name="step_is_verified_once"),
        )

    def __str__(self) -> str:
        return f"{self.step_id} {self.passed}"


class EvidenceForItem(models.Model):
    """A mark that a piece of evidence answers a disclosure item of a year."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="for_items")
    year = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("year", "item", "id")
        constraints = (
            models.UniqueConstraint(fields=["evidence", "year", "item"], name="evidence_is_marked_once_for_an_item"),
        )

    def __str__(self) -> str:
        return f"{self.evidence_id} {self.year} {self.item}"

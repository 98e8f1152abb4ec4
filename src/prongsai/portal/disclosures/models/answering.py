"""What an agency answers to the year's items, and the copy that its executive confirmed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

HASH_LENGTH = 64
LONGEST_ADDRESS = 1000
LONGEST_TEXT = 2000
ITEM_LENGTH = 4


class DisclosureState(models.TextChoices):
    """How far an agency has come with answering OIT."""

    DRAFTING = "drafting", _("กำลังตอบ")
    SUBMITTED = "submitted", _("รอผู้บริหารยืนยัน")
    RETURNED = "returned", _("ผู้บริหารส่งคืน")
    CONFIRMED = "confirmed", _("ยืนยันแล้ว")


class Disclosure(models.Model):
    """An agency's answers in a round, as they are written now; `confirmed_copy` is what the assessors mark."""

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=DisclosureState, default=DisclosureState.DRAFTING)
    return_reason = models.CharField(max_length=500, blank=True)
    confirmed_copy = models.OneToOneField(
        "disclosures.DisclosureCopy", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["round", "agency"], name="an_agency_discloses_once_a_round"),
            models.CheckConstraint(condition=Q(state__in=DisclosureState.values), name="disclosure_state_is_known"),
            models.CheckConstraint(
                condition=(Q(state="returned") & ~Q(return_reason="")) | (~Q(state="returned") & Q(return_reason="")),
                name="disclosure_is_returned_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(confirmed_copy__isnull=False),
                name="confirmed_disclosure_has_a_copy",
            ),
        )
        indexes = (models.Index(fields=["round", "state"], name="disclosures_by_state"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.agency_id}"


class DisclosureCopy(models.Model):
    """What an executive confirmed, word for word, with its hash. Never changed, never deleted."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="copies")
    version = models.PositiveSmallIntegerField()
    contents = models.JSONField()
    sha256 = models.CharField(max_length=HASH_LENGTH)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "version"], name="disclosure_copy_version_is_unique"),
            models.CheckConstraint(
                condition=Q(version__gte=1) & ~Q(sha256="") & ~Q(by=""), name="disclosure_copy_is_whole"
            ),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} v{self.version}"


class ItemAnswer(models.Model):
    """The answer to one item. `edition` rises with every write, so that of two people at once the second is told.

    `is_draft` says that it was carried over from another year and nobody has looked at it since.
    """

    disclosure = models.ForeignKey(Disclosure, on_delete=models.CASCADE, related_name="answers")
    item = models.CharField(max_length=ITEM_LENGTH)
    explanation = models.CharField(max_length=LONGEST_TEXT, blank=True)
    is_not_applicable = models.BooleanField(default=False)
    reason = models.CharField(max_length=500, blank=True)
    unit = models.ForeignKey("agencies.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    is_draft = models.BooleanField(default=False)
    edition = models.PositiveIntegerField(default=0)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "item"], name="an_item_is_answered_once"),
            models.CheckConstraint(
                condition=Q(is_not_applicable=False) | ~Q(reason=""), name="not_applicable_says_why"
            ),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} {self.item}"


class ItemAddress(models.Model):
    """An address that shows the item, in the agency's order."""

    answer = models.ForeignKey(ItemAnswer, on_delete=models.CASCADE, related_name="addresses")
    position = models.PositiveSmallIntegerField()
    url = models.URLField(max_length=LONGEST_ADDRESS)

    class Meta:
        """The order and what always holds."""

        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["answer", "url"], name="an_address_is_given_once_for_an_item"),
            models.CheckConstraint(condition=~Q(url=""), name="address_is_not_empty"),
        )

    def __str__(self) -> str:
        return self.url


class UploadedFile(models.Model):
    """A file that an agency publishes here where it has no site of its own; bytes are kept under their hash.

    It is served to everybody from the day it is put here until `withdrawn_at`.
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=HASH_LENGTH)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "sha256", "name"], name="a_file_is_published_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(sha256="") & ~Q(media_type="") & Q(size__gt=0), name="uploaded_file_is_whole"
            ),
        )

    def __str__(self) -> str:
        return self.name

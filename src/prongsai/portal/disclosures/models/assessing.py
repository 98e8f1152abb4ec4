"""How an agency's confirmed answers are marked: two assessors who do not see each other's marks, and an adjudicator."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.disclosures.models.answering import ITEM_LENGTH, Disclosure

LONGEST_REASON = 1000


class SeatKind(models.TextChoices):
    """Which of the three places an assessor takes for an agency."""

    FIRST = "first", _("ผู้ประเมินคนที่ 1")
    SECOND = "second", _("ผู้ประเมินคนที่ 2")
    ADJUDICATOR = "adjudicator", _("ผู้ชี้ขาด")


class ConflictOfInterest(models.Model):
    """A tie that keeps a person from marking an agency, or every agency of a province."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    province = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=500)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(agency__isnull=False, province="") | (Q(agency__isnull=True) & ~Q(province="")),
                name="a_conflict_is_with_an_agency_or_a_province",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_conflict_has_a_reason"),
            models.UniqueConstraint(fields=["person", "agency"], name="a_conflict_with_an_agency_is_told_once"),
            models.UniqueConstraint(
                fields=["person", "province"], condition=~Q(province=""), name="a_conflict_with_a_province_is_told_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.agency_id or self.province}"


class Seating(models.Model):
    """Who marks which agency in which place; nobody takes two places at one agency."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="seatings")
    kind = models.CharField(max_length=11, choices=SeatKind)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "kind"], name="a_place_is_taken_once"),
            models.UniqueConstraint(fields=["disclosure", "person"], name="a_person_takes_one_place_at_an_agency"),
            models.CheckConstraint(condition=Q(kind__in=SeatKind.values), name="seat_kind_is_known"),
        )
        indexes = (models.Index(fields=["person", "kind"], name="agencies_of_an_assessor"),)

    def __str__(self) -> str:
        return f"{self.disclosure_id} {self.kind}"


class Mark(models.Model):
    """What an assessor found for an item; complete only if every required element is there.

    It speaks of one `version` of the confirmed copy: where a later one was confirmed, the item is marked anew.
    """

    seating = models.ForeignKey(Seating, on_delete=models.PROTECT, related_name="marks")
    version = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=ITEM_LENGTH)
    is_complete = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["seating", "version", "item"], name="an_assessor_marks_an_item_once"),
        )

    def __str__(self) -> str:
        return f"{self.seating_id} {self.item}"


class MarkedElement(models.Model):
    """One required element of an item, as an assessor saw it; every "no" says why. `number` counts from 1."""

    mark = models.ForeignKey(Mark, on_delete=models.CASCADE, related_name="elements")
    number = models.PositiveSmallIntegerField()
    is_there = models.BooleanField()
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["mark", "number"], name="an_element_is_marked_once"),
            models.CheckConstraint(condition=Q(is_there=True) | ~Q(reason=""), name="a_missing_element_says_why"),
        )

    def __str__(self) -> str:
        return f"{self.mark_id} {self.number}"


class Adjudication(models.Model):
    """What an adjudicator decided on an item on which two assessors disagreed, in one version of the copy."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="adjudications")
    version = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=ITEM_LENGTH)
    is_complete = models.BooleanField()
    reason = models.CharField(max_length=LONGEST_REASON)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "version", "item"], name="an_item_is_adjudicated_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="an_adjudication_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} {self.item}"

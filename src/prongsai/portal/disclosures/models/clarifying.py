"""What an agency objected to in its marks, what was decided, and what was corrected after publication."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.disclosures.models.answering import ITEM_LENGTH, LONGEST_TEXT, Disclosure
from prongsai.portal.disclosures.models.assessing import LONGEST_REASON


class ObjectionState(models.TextChoices):
    """What became of an objection."""

    OPEN = "open", _("รอพิจารณา")
    GRANTED = "granted", _("รับคำชี้แจง")
    REFUSED = "refused", _("ไม่รับคำชี้แจง")


class Objection(models.Model):
    """An agency's objection to the mark of an item; its addresses had to show the item before OIT closed."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="objections")
    item = models.CharField(max_length=ITEM_LENGTH)
    text = models.CharField(max_length=LONGEST_TEXT)
    urls = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=ObjectionState, default=ObjectionState.OPEN)
    decision = models.CharField(max_length=LONGEST_REASON, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["disclosure", "item"], name="an_item_is_objected_to_once"),
            models.CheckConstraint(condition=Q(state__in=ObjectionState.values), name="objection_state_is_known"),
            models.CheckConstraint(condition=~Q(text=""), name="an_objection_says_why"),
            models.CheckConstraint(
                condition=Q(state="open", decision="", decided_at=None, person=None)
                | (~Q(state="open") & ~Q(decision="") & Q(decided_at__isnull=False, person__isnull=False)),
                name="a_decision_has_reason_person_and_time",
            ),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} {self.item}"


class Erratum(models.Model):
    """A verdict that was corrected after the results were published. It stays visible."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="errata")
    item = models.CharField(max_length=ITEM_LENGTH)
    was_complete = models.BooleanField()
    is_complete = models.BooleanField()
    reason = models.CharField(max_length=LONGEST_REASON)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(was_complete=models.F("is_complete")), name="an_erratum_changes_a_verdict"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_erratum_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.disclosure_id} {self.item}"

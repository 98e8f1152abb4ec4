"""A round, its calendar with extensions, and how it moved from state to state."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.rounds.states import RoundState

HASH_LENGTH = 64
REHEARSAL_SLUG = "rehearsal-"
"""How the address of every rehearsal begins, and of no real round: it shows in each link, file and journal line."""


class Round(models.Model):
    """A fiscal year's assessment, pinned to a revision of the year's rules. A rehearsal is one for ever.

    `wording_revision` 0 asks in the instrument's own words. Once counting is closed no answer comes or goes (ADR 17).
    """

    year = models.PositiveSmallIntegerField(_("ปีงบประมาณ"))
    revision = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=HASH_LENGTH)
    slug = models.SlugField(_("ที่อยู่ของรอบ"), max_length=60)
    name_th = models.CharField(_("ชื่อรอบภาษาไทย"), max_length=200)
    name_en = models.CharField(_("ชื่อรอบภาษาอังกฤษ"), max_length=200, blank=True)
    is_rehearsal = models.BooleanField()
    state = models.CharField(max_length=20, choices=RoundState, default=RoundState.PREPARED)
    wording_revision = models.PositiveSmallIntegerField(default=0)
    wording_sha256 = models.CharField(max_length=HASH_LENGTH, blank=True)
    asks_sms = models.BooleanField(default=False)
    counting_closed_on = models.DateField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("-year", "is_rehearsal", "-id")
        constraints = (
            models.UniqueConstraint(fields=["slug"], name="round_slug_is_unique"),
            models.UniqueConstraint(fields=["year"], condition=Q(is_rehearsal=False), name="one_real_round_of_a_year"),
            models.CheckConstraint(condition=Q(year__gte=2500, year__lte=2699), name="round_year_is_buddhist"),
            models.CheckConstraint(condition=Q(state__in=RoundState.values), name="round_state_is_known"),
            models.CheckConstraint(condition=~Q(slug="") & ~Q(name_th=""), name="round_has_slug_and_name"),
            models.CheckConstraint(condition=Q(revision__gte=1) & ~Q(sha256=""), name="round_pins_its_rules"),
            models.CheckConstraint(
                condition=Q(is_rehearsal=True, slug__startswith=REHEARSAL_SLUG)
                | (Q(is_rehearsal=False) & ~Q(slug__startswith=REHEARSAL_SLUG)),
                name="rehearsal_shows_in_the_slug",
            ),
            models.CheckConstraint(
                condition=Q(is_rehearsal=False) | ~Q(state="published"), name="rehearsal_is_never_published"
            ),
            models.CheckConstraint(
                condition=Q(wording_revision=0, wording_sha256="")
                | (Q(wording_revision__gte=1) & ~Q(wording_sha256="")),
                name="official_wording_has_its_hash",
            ),
        )

    def __str__(self) -> str:
        return self.slug


class RoundPhase(models.Model):
    """A phase of a round's calendar, from `opens_at` until before `closes_at`; undated until the office sets it."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="phases")
    key = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["round", "key"], name="round_has_each_phase_once"),
            models.CheckConstraint(condition=~Q(key=""), name="phase_has_a_key"),
            models.CheckConstraint(
                condition=Q(opens_at=None, closes_at=None)
                | Q(opens_at__isnull=False, closes_at__isnull=False, opens_at__lt=F("closes_at")),
                name="phase_has_both_ends_in_order_or_none",
            ),
        )

    def __str__(self) -> str:
        return f"{self.round_id} {self.key}"


class Extension(models.Model):
    """A later closing of a phase, with the reason; the latest one counts. Never changed, never deleted."""

    phase = models.ForeignKey(RoundPhase, on_delete=models.PROTECT, related_name="extensions")
    closed_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    reason = models.CharField(_("เหตุผล"), max_length=500)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["phase", "closed_at"], name="a_closing_is_extended_once"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("closed_at")), name="extension_closes_later"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(by=""), name="extension_says_why_and_by_whom"),
        )

    def __str__(self) -> str:
        return f"{self.phase_id} {self.closes_at:%Y-%m-%d %H:%M}"


class StateChange(models.Model):
    """A move of a round from one state to another; back only with a reason. Never changed, never deleted."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="changes")
    before = models.CharField(max_length=20, choices=RoundState)
    after = models.CharField(max_length=20, choices=RoundState)
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(before__in=RoundState.values, after__in=RoundState.values) & ~Q(before=F("after")),
                name="state_change_is_between_two_states",
            ),
            models.CheckConstraint(condition=~Q(by=""), name="state_change_says_by_whom"),
        )

    def __str__(self) -> str:
        return f"{self.round_id} {self.before} → {self.after}"


class Wording(models.Model):
    """A revision of a round's official wording: `texts` as `rulebook.survey_wording` writes it, none for the
    instrument's own. Never changed, never deleted."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="wordings")
    revision = models.PositiveSmallIntegerField()
    texts = models.JSONField()
    sha256 = models.CharField(max_length=HASH_LENGTH)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("revision",)
        constraints = (
            models.UniqueConstraint(fields=["round", "revision"], name="a_wording_is_revised_in_order"),
            models.CheckConstraint(condition=Q(revision__gte=1) & ~Q(sha256="") & ~Q(by=""), name="wording_is_signed"),
        )

    def __str__(self) -> str:
        return f"{self.round_id} wording {self.revision}"

"""A plan with its measures and their steps."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

FULL_POINTS = 100
HASH_LENGTH = 64


class PlanState(models.TextChoices):
    """How far a plan has come; only one version of a year is being written, only one is in force."""

    DRAFT = "draft", _("ร่าง")
    SENT = "sent", _("รอสำนัก/กองตอบรับ")
    APPROVED = "approved", _("อนุมัติแล้ว")
    SUPERSEDED = "superseded", _("มีฉบับใหม่แทนแล้ว")


class Origin(models.TextChoices):
    """Where a measure comes from."""

    RECOMMENDATION = "recommendation", _("คำแนะนำจากข้อที่ได้คะแนนน้อย")
    KEEPING = "keeping", _("รักษาระดับของตัวชี้วัด")
    UNFINISHED = "unfinished", _("ค้างจากปีก่อน")
    LIBRARY = "library", _("คลังมาตรการที่น่าจะได้ผล")
    OWN = "own", _("หน่วยงานคิดเอง")


class Answer(models.TextChoices):
    """What the head of the responsible unit said."""

    WAITING = "waiting", _("รอคำตอบ")
    ACCEPTED = "accepted", _("รับแล้ว")
    RETURNED = "returned", _("ส่งคืน")


class StepState(models.TextChoices):
    """How far a step has come, in this order; it never goes back."""

    PLANNED = "planned", _("ยังไม่เริ่ม")
    DOING = "doing", _("กำลังทำ")
    REPORTED = "reported", _("รายงานว่าเสร็จ")
    VERIFIED = "verified", _("ตรวจแล้ว")


class Plan(models.Model):
    """One version of what an agency will do in a fiscal year about the result of the year before."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    result_year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, choices=PlanState, default=PlanState.DRAFT)
    frozen = models.JSONField(null=True, blank=True)
    sha256 = models.CharField(max_length=HASH_LENGTH, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    progress_public = models.BooleanField(default=False)

    class Meta:
        """The order and what always holds."""

        ordering = ("-year", "-version")
        constraints = (
            models.UniqueConstraint(fields=["agency", "year", "version"], name="plan_version_is_unique"),
            models.UniqueConstraint(
                fields=["agency", "year"],
                condition=Q(state__in=["draft", "sent"]),
                name="one_plan_of_a_year_is_being_written",
            ),
            models.UniqueConstraint(
                fields=["agency", "year"], condition=Q(state="approved"), name="one_plan_of_a_year_is_in_force"
            ),
            models.CheckConstraint(condition=Q(state__in=PlanState.values), name="plan_state_is_known"),
            models.CheckConstraint(condition=Q(year=F("result_year") + 1), name="plan_follows_the_result_of_a_year"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "sent"], frozen=None, sha256="", approved_by=None, approved_at=None)
                | (
                    Q(state__in=["approved", "superseded"], frozen__isnull=False)
                    & Q(approved_by__isnull=False, approved_at__isnull=False)
                    & ~Q(sha256="")
                ),
                name="plan_is_frozen_when_and_only_when_approved",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} v{self.version}"

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state in {PlanState.DRAFT, PlanState.SENT}


class Measure(models.Model):
    """What will be done about an indicator, by which unit, until when, and how its success is known.

    `finding` is what it answers to, in the words of the officer's analysis when it was taken over; a line for each.
    `edition` counts changes and answers, so that an answer can name the edition that was read.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="measures")
    earlier = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later")
    library = models.ForeignKey(
        "plans.LibraryMeasure", on_delete=models.SET_NULL, null=True, blank=True, related_name="taken_over_as"
    )
    position = models.PositiveSmallIntegerField(default=0)
    indicator = models.PositiveSmallIntegerField(_("ตัวชี้วัด"))
    title = models.CharField(_("มาตรการ"), max_length=300)
    origin = models.CharField(max_length=16, choices=Origin)
    question = models.CharField(max_length=4, blank=True)
    items = models.JSONField(default=list, blank=True)
    topic = models.PositiveSmallIntegerField(null=True, blank=True)
    finding = models.TextField(blank=True)
    unit = models.ForeignKey("agencies.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    other_units = models.ManyToManyField("agencies.Unit", related_name="+", blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    budget = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    success = models.CharField(max_length=500, blank=True)
    success_instrument = models.CharField(max_length=4, blank=True)
    success_code = models.CharField(max_length=12, blank=True)
    success_target = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    follow_up = models.CharField(max_length=500, blank=True)
    edition = models.PositiveIntegerField(default=1)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    answer_reason = models.CharField(max_length=500, blank=True)
    outcome = models.CharField(max_length=1000, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("indicator", "position", "id")
        constraints = (
            models.CheckConstraint(condition=Q(indicator__gte=1, indicator__lte=10), name="measure_has_an_indicator"),
            models.CheckConstraint(condition=~Q(title=""), name="measure_has_a_title"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="measure_origin_is_known"),
            models.CheckConstraint(
                condition=Q(topic=None) | Q(topic__gte=1, topic__lte=7), name="measure_topic_is_one_of_seven"
            ),
            models.CheckConstraint(
                condition=Q(starts=None) | Q(ends=None) | Q(starts__lte=F("ends")), name="measure_starts_before_it_ends"
            ),
            models.CheckConstraint(condition=Q(budget=None) | Q(budget__gte=0), name="measure_budget_is_not_negative"),
            models.CheckConstraint(
                condition=Q(success_target=None) | Q(success_target__gte=0, success_target__lte=FULL_POINTS),
                name="measure_target_from_0_to_100",
            ),
            models.CheckConstraint(
                condition=Q(answer="waiting", answer_reason="")
                | Q(answer="accepted", answer_reason="", unit__isnull=False)
                | (Q(answer="returned") & ~Q(answer_reason="")),
                name="measure_is_returned_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    """A step of a measure. Overdue is never stored: it follows from the due date and the day."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="steps")
    earlier = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later")
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(_("ขั้นตอน"), max_length=500)
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=StepState, default=StepState.PLANNED)

    class Meta:
        """The order and what always holds."""

        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(text=""), name="step_says_what"),
            models.CheckConstraint(condition=Q(state__in=StepState.values), name="step_state_is_known"),
        )
        indexes = (models.Index(fields=["state", "due"], name="steps_by_state_and_due"),)

    def __str__(self) -> str:
        return self.text

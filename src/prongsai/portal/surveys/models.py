"""Answers, and what keeps them single. Nothing here refers to an answer, and no time is finer than a day (ADR 8)."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.surveys.marks import RECEIPT_LENGTH

HASH_LENGTH = 64
CHOICES_LENGTH = 120
"""More lines than any year's questionnaire has."""


KEY_BITS = 62


def draw_number() -> int:
    """A row's number at random: the embedded database lays rows down by it, so that their order tells nothing."""
    return secrets.randbits(KEY_BITS) + 1


class Part(models.TextChoices):
    """The instruments that are asked."""

    IIT = "IIT", "IIT"
    EIT1 = "EIT1", _("EIT ส่วนที่ 1")
    EIT2 = "EIT2", _("EIT ส่วนที่ 2")


class Source(models.TextChoices):
    """By which way an answer came."""

    WEB = "web", _("แบบออนไลน์")
    INTERVIEW = "interview", _("การสัมภาษณ์")
    FILE = "file", _("ไฟล์นำเข้า")
    DEMONSTRATION = "demonstration", _("ข้อมูลสาธิต")


class Standing(models.TextChoices):
    """Whether an answer counts."""

    COUNTED = "counted", _("นับ")
    TO_REVIEW = "to-review", _("รอพิจารณา")
    SET_ASIDE = "set-aside", _("ไม่นับ")


class Answer(models.Model):
    """One person's finished answers, packed as `rulebook.survey_flow` says. Its number is drawn at random.

    `is_assisted`: a helper declared that she filled it in. An answer under review counts until it is set aside.
    """

    id = models.BigAutoField(primary_key=True, default=draw_number)
    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("agencies.Unit", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    part = models.CharField(max_length=4, choices=Part)
    day = models.DateField()
    choices = models.CharField(max_length=CHOICES_LENGTH)
    source = models.CharField(max_length=15, choices=Source, default=Source.WEB)
    is_assisted = models.BooleanField(default=False)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.COUNTED)

    class Meta:
        """What always holds, and the way in which answers are counted."""

        constraints = (
            models.CheckConstraint(condition=Q(part__in=Part.values), name="answer_part_is_known"),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="answer_source_is_known"),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="answer_standing_is_known"),
            models.CheckConstraint(condition=~Q(choices=""), name="answer_has_choices"),
            models.CheckConstraint(condition=Q(part="IIT") | Q(unit=None), name="only_staff_answer_for_a_unit"),
        )
        indexes = (
            models.Index(fields=["round", "agency", "part", "standing"], name="answers_of_an_agency"),
            models.Index(
                fields=["round", "agency", "part", "day"], condition=Q(standing="to-review"), name="answers_that_wait"
            ),
        )

    def __str__(self) -> str:
        return f"{self.part} answer"


class AccessCode(models.Model):
    """A one-time code for staff, as a keyed hash. It is spent or not; nothing tells when, or with which answer.

    No index has `is_spent`: PostgreSQL would write a spent code anew into all of them.
    """

    id = models.BigAutoField(primary_key=True, default=draw_number)
    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("agencies.Unit", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    digest = models.CharField(max_length=HASH_LENGTH)
    is_spent = models.BooleanField(default=False)

    class Meta:
        """What always holds."""

        constraints = (models.UniqueConstraint(fields=["digest"], name="access_code_is_unique"),)
        indexes = (models.Index(fields=["round", "agency", "unit"], name="codes_of_an_agency"),)

    def __str__(self) -> str:
        return "one-time code"


class SentForm(models.Model):
    """That a form was counted: part of the keyed hash of its idempotency key, which its receipt also carries."""

    id = models.BigAutoField(primary_key=True, default=draw_number)
    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=RECEIPT_LENGTH)

    class Meta:
        """What always holds."""

        constraints = (models.UniqueConstraint(fields=["number"], name="form_is_counted_once"),)

    def __str__(self) -> str:
        return self.number


class SurveyLink(models.Model):
    """The short readable address of an agency's survey in a round: `/s/<code>/`."""

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=4, choices=Part)
    code = models.SlugField(max_length=40)

    class Meta:
        """What always holds."""

        constraints = (
            models.UniqueConstraint(fields=["code"], name="survey_link_is_unique"),
            models.UniqueConstraint(fields=["round", "agency", "part"], name="agency_has_one_link_a_part"),
            models.CheckConstraint(condition=Q(part__in=["IIT", "EIT1"]), name="survey_link_is_for_respondents"),
        )

    def __str__(self) -> str:
        return self.code


class DayKey(models.Model):
    """The key of a day's device marks, drawn that day and erased with them when it is over."""

    day = models.DateField()
    key = models.BinaryField()

    class Meta:
        """What always holds."""

        constraints = (models.UniqueConstraint(fields=["day"], name="one_key_a_day"),)

    def __str__(self) -> str:
        return str(self.day)


class DeviceMark(models.Model):
    """How often a device, or a network, sent answers for an agency on a day, under that day's key."""

    id = models.BigAutoField(primary_key=True, default=draw_number)
    day = models.DateField()
    digest = models.CharField(max_length=HASH_LENGTH)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        """What always holds."""

        constraints = (models.UniqueConstraint(fields=["day", "digest"], name="device_is_marked_once_a_day"),)

    def __str__(self) -> str:
        return str(self.day)

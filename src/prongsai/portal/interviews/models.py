"""Clients to interview, who calls them, and what became of it. Nothing here refers to an answer (ADR 8).

No table has a time finer than a day. What would tell the day of an interview is not kept at all: attempts to reach a
client are erased when her interview is counted, and only their number stays.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

KEY_LENGTH = 64


class Outcome(models.TextChoices):
    """What came of an attempt to reach a client; after some of them nobody calls again."""

    NO_ANSWER = "no-answer", _("ไม่รับสาย หรือไม่พบตัว")
    CALL_BACK = "call-back", _("ให้ติดต่อใหม่ในวันที่")
    REACHED = "reached", _("พบตัวแล้ว ยังไม่ได้สัมภาษณ์")
    REFUSED = "refused", _("ปฏิเสธ")
    WRONG_NUMBER = "wrong-number", _("เบอร์หรือที่อยู่ผิด")
    MOVED = "moved", _("ย้ายไปแล้ว")
    LANGUAGE = "language", _("สื่อสารด้วยภาษาเดียวกันไม่ได้")
    NEVER_FOUND = "never-found", _("ติดต่อครบ 3 ครั้งแล้วไม่พบ")


ENDING = frozenset({Outcome.REFUSED, Outcome.WRONG_NUMBER, Outcome.MOVED, Outcome.LANGUAGE, Outcome.NEVER_FOUND})
"""Outcomes after which the next client in order takes the place."""

LEAST_ATTEMPTS = 3
"""So often a client is tried before she counts as never found."""


class AssignmentState(models.TextChoices):
    """How far an assignment has come."""

    OPEN = "open", _("รอสัมภาษณ์")
    DONE = "done", _("สัมภาษณ์แล้ว")
    LATE = "late", _("ส่งหลังปิดรับ")
    ENDED = "ended", _("ไม่ได้สัมภาษณ์")


class CheckOutcome(models.TextChoices):
    """What a client said when she was called again."""

    AGREE = "agree", _("ยืนยันว่าได้รับการสัมภาษณ์")
    DISAGREE = "disagree", _("ไม่เคยได้รับการสัมภาษณ์")
    UNREACHED = "unreached", _("ติดต่อไม่ได้")


class Frame(models.Model):
    """The clients of an agency in a round, until they are erased. With a seed the sample is drawn."""

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    erases_on = models.DateField()
    erased_on = models.DateField(null=True)
    seed = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(null=True)

    class Meta:
        """What always holds."""

        constraints = (
            models.UniqueConstraint(fields=["round", "agency"], name="agency_has_one_frame_a_round"),
            models.CheckConstraint(
                condition=Q(seed="", size=None) | (~Q(seed="") & Q(size__isnull=False)),
                name="a_sample_has_seed_and_size",
            ),
        )

    def __str__(self) -> str:
        return f"frame {self.pk}"


class Client(models.Model):
    """Somebody who used a service, as the agency's list names her: never by name."""

    frame = models.ForeignKey(Frame, on_delete=models.CASCADE, related_name="clients")
    service = models.CharField(max_length=200)
    contact = models.CharField(max_length=200)
    reference = models.CharField(max_length=60)

    class Meta:
        """What always holds."""

        constraints = (models.UniqueConstraint(fields=["frame", "reference"], name="reference_is_unique_in_a_frame"),)
        indexes = (models.Index(fields=["frame", "service"], name="clients_of_a_service"),)

    def __str__(self) -> str:
        return f"client {self.pk}"


class Assignment(models.Model):
    """A client in the sample and who calls her. `attempts` is how often she was tried; it outlives the client's row."""

    frame = models.ForeignKey(Frame, on_delete=models.CASCADE, related_name="assignments")
    client = models.OneToOneField(Client, on_delete=models.SET_NULL, null=True, related_name="assignment")
    interviewer = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    service = models.CharField(max_length=200)
    is_replacement = models.BooleanField(default=False)
    state = models.CharField(max_length=5, choices=AssignmentState, default=AssignmentState.OPEN)
    attempts = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)

    class Meta:
        """What always holds."""

        constraints = (
            models.CheckConstraint(condition=Q(state__in=AssignmentState.values), name="assignment_state_is_known"),
            models.CheckConstraint(
                condition=~Q(state="ended") | Q(outcome__in=sorted(ENDING)), name="an_ended_assignment_says_why"
            ),
        )
        indexes = (models.Index(fields=["interviewer", "state"], name="assignments_of_an_interviewer"),)

    def __str__(self) -> str:
        return f"assignment {self.pk}"


class Attempt(models.Model):
    """A try to reach a client whose interview is not counted yet; `key` makes it single however often it is sent."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="tries")
    key = models.CharField(max_length=KEY_LENGTH)
    day = models.DateField()
    outcome = models.CharField(max_length=12, choices=Outcome)
    call_on = models.DateField(null=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("day", "id")
        constraints = (
            models.UniqueConstraint(fields=["key"], name="attempt_is_counted_once"),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="attempt_outcome_is_known"),
            models.CheckConstraint(
                condition=Q(call_on=None) | Q(outcome=Outcome.CALL_BACK), name="only_a_call_back_has_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"attempt {self.pk}"


class BackCheck(models.Model):
    """An interviewed client to call again, and whether she says that she was interviewed. Never what she answered."""

    assignment = models.OneToOneField(Assignment, on_delete=models.CASCADE, related_name="check_again")
    outcome = models.CharField(max_length=9, choices=CheckOutcome, blank=True)

    class Meta:
        """What always holds."""

        constraints = (
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=CheckOutcome.values), name="check_outcome_is_known"
            ),
        )

    def __str__(self) -> str:
        return f"back-check {self.pk}"


class DoubtfulDay(models.Model):
    """So many interviews of an interviewer on a day that a supervisor wants looked at. Which answers they are is not
    known, so none is touched."""

    round = models.ForeignKey("rounds.Round", on_delete=models.PROTECT, related_name="+")
    interviewer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    interviews = models.PositiveIntegerField()
    reason = models.CharField(max_length=500)

    class Meta:
        """What always holds."""

        constraints = (
            models.UniqueConstraint(fields=["round", "interviewer", "day"], name="a_day_is_doubted_once"),
            models.CheckConstraint(condition=Q(interviews__gt=0) & ~Q(reason=""), name="a_doubt_has_number_and_reason"),
        )

    def __str__(self) -> str:
        return f"{self.day} of {self.interviewer_id}"

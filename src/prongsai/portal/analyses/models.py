"""The tables of an analysis: findings, notes on the seven topics, the agency's constraints."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

LONGEST_TEXT = 2000


class FindingKind(models.TextChoices):
    """What a finding is about; the first ten are the rules that propose them, the last two are an officer's own."""

    HIGHEST = "highest", _("สูงสุด")
    RISEN = "risen", _("เพิ่มขึ้น")
    LOWEST = "lowest", _("ต่ำสุด")
    BELOW_TARGET = "below-target", _("ต่ำกว่าเป้าหมาย")
    WEAK_QUESTION = "weak-question", _("ข้อคำถามที่ต่ำกว่าข้ออื่น")
    FALLEN = "fallen", _("ลดลง")
    GATE = "gate", _("เกณฑ์ของระดับ")
    ITEM_LOST = "item-lost", _("ข้อ OIT ที่ไม่ครบ")
    STAFF_PUBLIC = "staff-public", _("บุคลากรกับประชาชน")
    EIT_PARTS = "eit-parts", _("EIT สองส่วน")
    OWN_STRENGTH = "own-strength", _("จุดแข็งที่เพิ่มเอง")
    OWN_WEAKNESS = "own-weakness", _("จุดที่ควรพัฒนาที่เพิ่มเอง")


class FindingState(models.TextChoices):
    """What the officer made of a finding."""

    PROPOSED = "proposed", _("รอพิจารณา")
    KEPT = "kept", _("ใช้")
    DROPPED = "dropped", _("ไม่ใช้")


class FindingOrigin(models.TextChoices):
    """Who found it."""

    RULE = "rule", _("ระบบพบ")
    OFFICER = "officer", _("เจ้าหน้าที่เพิ่ม")


class ConstraintGroup(models.TextChoices):
    """The groups in which an agency's constraints are told."""

    PEOPLE = "people", _("บุคลากร (จำนวน ความรู้ การโยกย้าย)")
    COMMUNITY = "community", _("เศรษฐกิจ วัฒนธรรม และวิถีชีวิตของประชาชน")
    TECHNOLOGY = "technology", _("เทคโนโลยีและเครือข่ายสื่อสาร")
    BUDGET_AND_LAW = "budget-and-law", _("งบประมาณและกฎหมาย")
    OTHER = "other", _("อื่น ๆ")


class Analysis(models.Model):
    """An agency's analysis of a year's result; `figures_sha256` says from which figures the rules last proposed."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    figures_sha256 = models.CharField(max_length=64)
    examined_at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("-year",)
        constraints = (models.UniqueConstraint(fields=["agency", "year"], name="one_analysis_per_agency_and_year"),)

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year}"


class Finding(models.Model):
    """Something that the figures show, in a sentence: as the rule said it, and as the officer wants it said."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20, choices=FindingKind)
    instrument = models.CharField(max_length=4, blank=True)
    code = models.CharField(max_length=12, blank=True)
    topic = models.PositiveSmallIntegerField(null=True, blank=True)
    evidence = models.JSONField(default=dict)
    rule_text_th = models.CharField(max_length=LONGEST_TEXT, blank=True)
    text_th = models.CharField(max_length=LONGEST_TEXT)
    state = models.CharField(max_length=10, choices=FindingState, default=FindingState.PROPOSED)
    origin = models.CharField(max_length=10, choices=FindingOrigin, default=FindingOrigin.RULE)
    figures_changed = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """The order and what always holds."""

        ordering = ("analysis_id", "position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["analysis", "kind", "instrument", "code"],
                condition=Q(origin=FindingOrigin.RULE),
                name="a_rule_finds_a_thing_once",
            ),
            models.CheckConstraint(condition=Q(kind__in=FindingKind.values), name="finding_kind_is_known"),
            models.CheckConstraint(condition=Q(state__in=FindingState.values), name="finding_state_is_known"),
            models.CheckConstraint(condition=Q(origin__in=FindingOrigin.values), name="finding_origin_is_known"),
            models.CheckConstraint(condition=~Q(text_th=""), name="finding_says_something"),
            models.CheckConstraint(
                condition=Q(topic__isnull=True) | Q(topic__gte=1, topic__lte=7), name="finding_topic_is_one_of_seven"
            ),
        )

    def __str__(self) -> str:
        return self.text_th

    @property
    def is_reworded(self) -> bool:
        """Whether the sentence is no longer the rule's."""
        return self.text_th != self.rule_text_th


class TopicNote(models.Model):
    """What the officer writes on one of the seven topics."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="topic_notes")
    number = models.PositiveSmallIntegerField()
    text_th = models.CharField(max_length=LONGEST_TEXT)

    class Meta:
        """The order and what always holds."""

        ordering = ("analysis_id", "number")
        constraints = (
            models.UniqueConstraint(fields=["analysis", "number"], name="one_note_per_topic"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=7), name="note_topic_is_one_of_seven"),
        )

    def __str__(self) -> str:
        return f"{self.analysis_id} {self.number}"


class Constraint(models.Model):
    """What holds the agency back, by group; a line for each."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="held_back_by")
    group = models.CharField(max_length=20, choices=ConstraintGroup)
    text_th = models.CharField(max_length=LONGEST_TEXT)

    class Meta:
        """The order and what always holds."""

        ordering = ("analysis_id", "id")
        constraints = (
            models.UniqueConstraint(fields=["analysis", "group"], name="one_text_per_constraint_group"),
            models.CheckConstraint(condition=Q(group__in=ConstraintGroup.values), name="constraint_group_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.analysis_id} {self.group}"

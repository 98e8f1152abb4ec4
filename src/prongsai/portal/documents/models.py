"""The tables of papers: what is typed on them, the office's own words, and the versions that were approved."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

HASH_LENGTH = 64
LONGEST_TEXT = 6000


class PaperState(models.TextChoices):
    """How far a paper has come; an approved one is opened again to become the next version."""

    DRAFT = "draft", _("ร่าง")
    SUBMITTED = "submitted", _("รออนุมัติ")
    RETURNED = "returned", _("ส่งคืนให้แก้ไข")
    APPROVED = "approved", _("อนุมัติแล้ว")


class Digits(models.TextChoices):
    """How numbers are written in a paper."""

    THAI = "thai", _("เลขไทย")
    ARABIC = "arabic", _("เลขอารบิก")


class Order(models.TextChoices):
    """What one who signs orders."""

    NOTED = "noted", _("ทราบ")
    AGREED = "agreed", _("เห็นชอบ")
    APPROVED = "approved", _("อนุมัติ")


class Paper(models.Model):
    """A document of a kind that an agency writes for a fiscal year; what is typed on it here, its text elsewhere.

    `kind` is a name of the registry in `kinds`. `revision` counts every change, so that a form of yesterday is noticed.
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=40)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=PaperState, default=PaperState.DRAFT)
    return_reason = models.CharField(max_length=1000, blank=True)
    number = models.CharField(max_length=60, blank=True)
    dated = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    addressee = models.CharField(max_length=200, blank=True)
    digits = models.CharField(max_length=6, choices=Digits, default=Digits.THAI)
    revision = models.PositiveIntegerField(default=1)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("-year", "kind")
        constraints = (
            models.UniqueConstraint(fields=["agency", "year", "kind"], name="one_paper_of_a_kind_and_year"),
            models.CheckConstraint(condition=Q(state__in=PaperState.values), name="paper_state_is_known"),
            models.CheckConstraint(condition=Q(digits__in=Digits.values), name="paper_digits_are_known"),
            models.CheckConstraint(condition=~Q(kind=""), name="paper_has_a_kind"),
            models.CheckConstraint(condition=Q(year__gte=2500, year__lte=2699), name="paper_year_is_buddhist"),
            models.CheckConstraint(
                condition=(Q(state="returned") & ~Q(return_reason="")) | (~Q(state="returned") & Q(return_reason="")),
                name="paper_is_returned_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="submitted_paper_says_by_whom",
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} {self.kind}"

    @property
    def is_open(self) -> bool:
        """Whether it may be changed."""
        return self.state in {PaperState.DRAFT, PaperState.RETURNED}


class Signatory(models.Model):
    """One who signs, in the order of the chain; names are typed by the agency and printed, nothing more."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="chain")
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=60, blank=True)
    post = models.CharField(max_length=120, blank=True)
    name = models.CharField(max_length=120, blank=True)
    acting_for = models.CharField(max_length=160, blank=True)
    opinion = models.CharField(max_length=500, blank=True)
    order = models.CharField(max_length=8, choices=Order, blank=True)
    dated = models.DateField(null=True, blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["paper", "position"], name="one_signatory_at_a_position"),
            models.CheckConstraint(condition=~Q(role="") | ~Q(post=""), name="signatory_has_a_role_or_a_post"),
            models.CheckConstraint(condition=Q(order="") | Q(order__in=Order.values), name="signatory_order_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.position}"


class Wording(models.Model):
    """A passage in the office's own words; `written_over` is what stood there when she wrote them."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="wordings")
    key = models.CharField(max_length=80)
    text = models.TextField(max_length=LONGEST_TEXT)
    written_over = models.TextField(blank=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["paper", "key"], name="a_passage_is_reworded_once"),
            models.CheckConstraint(condition=~Q(text=""), name="wording_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} {self.key}"


class PaperVersion(models.Model):
    """A paper as it was approved, for ever: its two files by their hashes, what was typed, said and counted in it."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    head = models.JSONField()
    says = models.JSONField()
    figures = models.JSONField()
    figures_sha256 = models.CharField(max_length=HASH_LENGTH)
    pdf_sha256 = models.CharField(max_length=HASH_LENGTH)
    docx_sha256 = models.CharField(max_length=HASH_LENGTH)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["paper", "number"], name="paper_version_is_unique"),
            models.CheckConstraint(condition=Q(number__gte=1), name="paper_versions_count_from_one"),
            models.CheckConstraint(
                condition=~Q(figures_sha256="") & ~Q(pdf_sha256="") & ~Q(docx_sha256=""),
                name="paper_version_is_frozen_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.paper_id} v{self.number}"


class TemplatedPaper(models.TextChoices):
    """The papers that an agency's template can be laid over."""

    ANALYSIS = "analysis", _("รายงานการวิเคราะห์ผล")
    MEASURES = "measures", _("มาตรการ")
    REPORT = "report", _("รายงานผลการดำเนินการ")
    MEMO = "memo", _("บันทึกข้อความรายงานผล")
    ANNOUNCEMENT = "announcement", _("ประกาศ")
    ORDER = "order", _("คำสั่ง")


class AgencyTemplate(models.Model):
    """An agency's template for a paper: its file as it was brought and checked, and a logo that came with it."""

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    paper = models.CharField(max_length=12, choices=TemplatedPaper)
    name = models.CharField(max_length=200)
    file_name = models.CharField(max_length=120)
    text = models.TextField()
    logo_sha256 = models.CharField(max_length=HASH_LENGTH, blank=True)
    brought_at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("paper",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "paper"], name="one_template_of_an_agency_for_a_paper"),
            models.CheckConstraint(condition=Q(paper__in=TemplatedPaper.values), name="template_paper_is_known"),
            models.CheckConstraint(condition=~Q(text=""), name="template_says_something"),
        )

    def __str__(self) -> str:
        return self.name

"""An agency in a round: profile, units with staff, services with clients, and the copies that were confirmed."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from prongsai.portal.rounds.models.round import HASH_LENGTH, Round


class ParticipationState(models.TextChoices):
    """How far an agency has come with taking part."""

    DRAFTING = "drafting", _("กำลังกรอก")
    SUBMITTED = "submitted", _("รอผู้บริหารยืนยัน")
    RETURNED = "returned", _("ผู้บริหารส่งคืน")
    CONFIRMED = "confirmed", _("ยืนยันแล้ว")


class Size(models.TextChoices):
    """The size class by which some minimum samples differ."""

    SMALL = "S", _("เล็ก (S)")
    MEDIUM = "M", _("กลาง (M)")
    LARGE = "L", _("ใหญ่ (L)")


class Figures(models.Model):
    """What minimum samples follow from; `rule_type` is the agency's kind as the year's rules call it."""

    rule_type = models.CharField(_("กลุ่มของหน่วยงานตามเกณฑ์"), max_length=120, blank=True)
    size = models.CharField(_("ขนาดของหน่วยงาน"), max_length=1, choices=Size, blank=True)
    staff = models.PositiveIntegerField(_("บุคลากรที่ปฏิบัติงานมาแล้วไม่น้อยกว่า 1 ปี ทั้งหน่วยงาน"), null=True, blank=True)
    clients = models.PositiveIntegerField(_("ผู้รับบริการหรือผู้มาติดต่อในปีงบประมาณ"), null=True, blank=True)

    class Meta:
        """Columns of two tables."""

        abstract = True


class Participation(Figures):
    """An agency in a round, as its officer writes it now; `confirmed_copy` is what was confirmed last and counts."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="participations")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ParticipationState, default=ParticipationState.DRAFTING)
    return_reason = models.CharField(max_length=500, blank=True)
    website = models.URLField(_("เว็บไซต์หลักของหน่วยงาน"), max_length=300, blank=True)
    address = models.CharField(_("ที่อยู่ของหน่วยงาน"), max_length=500, blank=True)
    contact_phone = models.CharField(_("โทรศัพท์ติดต่อเรื่อง ITA"), max_length=40, blank=True)
    confirmed_copy = models.OneToOneField(
        "rounds.ConfirmedCopy", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        """The order and what always holds."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["round", "agency"], name="an_agency_takes_part_once"),
            models.CheckConstraint(
                condition=Q(state__in=ParticipationState.values), name="participation_state_is_known"
            ),
            models.CheckConstraint(
                condition=(Q(state="returned") & ~Q(return_reason="")) | (~Q(state="returned") & Q(return_reason="")),
                name="participation_is_returned_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(confirmed_copy__isnull=False), name="confirmed_means_a_copy_is_kept"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["submitted", "confirmed"])
                | Q(staff__isnull=False, staff__gte=1, clients__isnull=False, clients__gte=1),
                name="participation_is_submitted_with_its_numbers",
            ),
            models.CheckConstraint(condition=Q(size__in=["", *Size.values]), name="participation_size_is_known"),
        )
        indexes = (models.Index(fields=["round", "state"], name="participations_by_state"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.agency_id}"


class ConfirmedCopy(Figures):
    """What an executive confirmed, word for word, with its hash. Never changed, never deleted."""

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="copies")
    version = models.PositiveSmallIntegerField()
    contents = models.JSONField()
    sha256 = models.CharField(max_length=HASH_LENGTH)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        """The order and what always holds."""

        ordering = ("-version",)
        constraints = (
            models.UniqueConstraint(fields=["participation", "version"], name="copy_version_is_unique"),
            models.CheckConstraint(
                condition=Q(version__gte=1, staff__isnull=False, staff__gte=1, clients__isnull=False, clients__gte=1)
                & ~Q(sha256="")
                & ~Q(by=""),
                name="copy_is_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.participation_id} v{self.version}"


class TakingUnit(models.Model):
    """A unit of the agency with its staff of at least one year."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey("agencies.Unit", on_delete=models.PROTECT, related_name="+")
    staff = models.PositiveIntegerField(_("บุคลากร"))

    class Meta:
        """The order and what always holds."""

        ordering = ("unit__position", "unit_id")
        constraints = (models.UniqueConstraint(fields=["participation", "unit"], name="a_unit_takes_part_once"),)

    def __str__(self) -> str:
        return f"{self.participation_id} {self.unit_id}"


class Service(models.Model):
    """A service of the agency with the clients who used it in the fiscal year."""

    participation = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="services")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("งานบริการ"), max_length=200)
    clients = models.PositiveIntegerField(_("ผู้รับบริการ"), validators=[MinValueValidator(0)])

    class Meta:
        """The order and what always holds."""

        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["participation", "name"], name="a_service_is_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="service_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name

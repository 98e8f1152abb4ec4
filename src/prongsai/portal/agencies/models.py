"""The agencies' table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgencyType(models.TextChoices):
    """What kind of body an agency is; results are compared within a type."""

    SUBDISTRICT_ORGANISATION = "subdistrict-organisation", _("องค์การบริหารส่วนตำบล (อบต.)")
    SUBDISTRICT_MUNICIPALITY = "subdistrict-municipality", _("เทศบาลตำบล (ทต.)")
    TOWN_MUNICIPALITY = "town-municipality", _("เทศบาลเมือง (ทม.)")
    CITY_MUNICIPALITY = "city-municipality", _("เทศบาลนคร (ทน.)")
    PROVINCIAL_ORGANISATION = "provincial-organisation", _("องค์การบริหารส่วนจังหวัด (อบจ.)")
    SPECIAL_LOCAL = "special-local", _("องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ")
    DEPARTMENT = "department", _("กรมหรือเทียบเท่า")
    PROVINCE = "province", _("จังหวัด")
    STATE_ENTERPRISE = "state-enterprise", _("รัฐวิสาหกิจ")
    PUBLIC_ORGANISATION = "public-organisation", _("องค์การมหาชนหรือหน่วยงานของรัฐอื่น")
    UNIVERSITY = "university", _("สถาบันอุดมศึกษา")
    INDEPENDENT = "independent", _("องค์กรอิสระ ศาล หรืออัยการ")


class Agency(models.Model):
    """A body that takes part in the assessment. `sort_key` and `search_text` follow from the names."""

    code = models.SlugField(max_length=60)
    name_th = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    type = models.CharField(max_length=30, choices=AgencyType)
    province = models.CharField(max_length=60, blank=True, db_index=True)
    district = models.CharField(max_length=60, blank=True)
    is_fictional = models.BooleanField(default=False)
    sort_key = models.CharField(max_length=300)
    search_text = models.CharField(max_length=600)

    class Meta:
        """The order and what always holds."""

        ordering = ("sort_key", "id")
        constraints = (
            models.UniqueConstraint(fields=["code"], name="agency_code_is_unique"),
            models.CheckConstraint(
                condition=~models.Q(code="") & ~models.Q(name_th=""), name="agency_has_code_and_name"
            ),
            models.CheckConstraint(condition=models.Q(type__in=AgencyType.values), name="agency_type_is_known"),
            # below /office/ it is the place of those who work for all agencies
            models.CheckConstraint(condition=~models.Q(code="national"), name="agency_is_not_called_national"),
        )
        indexes = (models.Index(fields=["sort_key", "id"], name="agencies_in_thai_order"),)

    def __str__(self) -> str:
        return self.name_th


class Unit(models.Model):
    """A part of an agency that can be made responsible: กอง, สำนัก. Closed, never deleted."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(_("ชื่อสำนัก/กอง"), max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        """The order and what always holds."""

        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["agency", "name"], name="unit_name_is_unique_in_its_agency"),
            models.CheckConstraint(condition=~models.Q(name=""), name="unit_has_a_name"),
        )

    def __str__(self) -> str:
        return self.name

"""From when the data of an item must be, in words."""

import re

from django.utils.translation import gettext as _

COVERS, HALF = "covers ", " first half"


def period_words(period: str) -> str:
    """ "2568 first half" as a person reads it, in the page's language."""
    if period == "current":
        return _("ข้อมูลปัจจุบัน")
    years = {"year": " / ".join(re.findall(r"25\d\d", period))}
    if period.startswith(COVERS):
        return _("ครอบคลุมปี พ.ศ. %(year)s") % years
    if HALF in period:
        return _("ปีงบประมาณ พ.ศ. %(year)s รอบ 6 เดือนแรก") % years
    return _("ปีงบประมาณ พ.ศ. %(year)s") % years


def period_years(period: str) -> tuple[int, ...]:
    """The fiscal years of which the data must be; none where it must be of today."""
    return tuple(int(year) for year in re.findall(r"25\d\d", period))

"""Writes the agencies."""

from django.db import transaction

from prongsai.portal.agencies.models import Agency
from prongsai.portal.agencies.naming import searchable, sortable
from prongsai.portal.journal.actions import append_line


@transaction.atomic
def save_agency(
    *,
    actor: str,
    code: str,
    name_th: str,
    type: str,  # noqa: A002 - the column's name
    name_en: str = "",
    province: str = "",
    district: str = "",
    is_fictional: bool = False,
) -> Agency:
    """Add an agency or change one that exists; nothing is written when nothing changes."""
    stated = {
        "name_th": name_th,
        "name_en": name_en,
        "type": type,
        "province": province,
        "district": district,
        "is_fictional": is_fictional,
    }
    agency = Agency.objects.filter(code=code).first()
    if agency is not None and all(getattr(agency, name) == value for name, value in stated.items()):
        return agency
    verb = "agency.add" if agency is None else "agency.change"
    agency = agency or Agency(code=code)
    for name, value in stated.items():
        setattr(agency, name, value)
    agency.sort_key = sortable(name_th)
    agency.search_text = searchable(name_th, name_en, province, code)
    agency.full_clean()
    agency.save()
    append_line(actor=actor, verb=verb, object=f"agencies/{code}", detail=stated)
    return agency

"""Writes the agencies."""

from django.db import transaction

from prongsai.portal.agencies.models import Agency, Unit
from prongsai.portal.agencies.naming import searchable, sortable
from prongsai.portal.journal.actions import append_line
from prongsai.thai.spelling import normalize


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
    stated: dict[str, str | bool] = {
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


@transaction.atomic
def add_unit(*, actor: str, agency: Agency, name: str) -> Unit:
    """Add a unit at the end of the agency's order. Raises `ValidationError` where the name is taken or empty."""
    unit = Unit(agency=agency, name=normalize(name).strip(), position=Unit.objects.filter(agency=agency).count() + 1)
    unit.full_clean()
    unit.save()
    append_line(actor=actor, verb="unit.add", object=_place_of(agency, unit), detail={"name": unit.name})
    return unit


@transaction.atomic
def rename_unit(*, actor: str, unit: Unit, name: str) -> Unit:
    """Give a unit another name; what it answered for stays with it."""
    before, unit.name = unit.name, normalize(name).strip()
    if unit.name != before:
        unit.full_clean()
        unit.save()
        detail = {"name": unit.name, "before": before}
        append_line(actor=actor, verb="unit.rename", object=_place_of(unit.agency, unit), detail=detail)
    return unit


@transaction.atomic
def close_unit(*, actor: str, unit: Unit) -> Unit:
    """Close a unit: it keeps its past, and nothing new can be given to it."""
    if unit.is_active:
        unit.is_active = False
        unit.save()
        append_line(actor=actor, verb="unit.close", object=_place_of(unit.agency, unit), detail={"name": unit.name})
    return unit


def _place_of(agency: Agency, unit: Unit) -> str:
    """How the journal names a unit."""
    return f"agencies/{agency.code}/units/{unit.pk}"

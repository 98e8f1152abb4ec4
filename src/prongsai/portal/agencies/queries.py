"""Reads the agencies."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from prongsai.portal.agencies.models import Agency, AgencyType, Unit
from prongsai.portal.agencies.naming import searchable

__all__ = [
    "Agency",
    "Unit",
    "agencies_by_code",
    "every_unit_of",
    "find_agency",
    "find_unit",
    "ids_by_code",
    "list_agencies",
    "narrowed",
    "provinces",
    "provinces_of",
    "type_choices",
    "units_of",
]
"""The two tables are named here for annotations in other areas only."""


def find_agency(code: str) -> Agency | None:
    """The agency with this code."""
    return Agency.objects.filter(code=code).first()


def agencies_by_code() -> dict[str, Agency]:
    """Every agency by its code."""
    return {agency.code: agency for agency in Agency.objects.all()}


def narrowed(*, words: str = "", type: str = "", province: str = "", prefix: str = "") -> Q:  # noqa: A002 - the column's name
    """What a list is narrowed to by words of a name or place, a type, a province; `prefix` leads to the agency."""
    condition = Q()
    for word in searchable(words).split():
        condition &= Q(**{f"{prefix}search_text__contains": word})
    if type:
        condition &= Q(**{f"{prefix}type": type})
    if province:
        condition &= Q(**{f"{prefix}province": province})
    return condition


def list_agencies(narrowed_to: Q, *, among: Iterable[QuerySet[Any, Any]]) -> QuerySet[Agency]:
    """Agencies whose number is in one of the queries `among`, in Thai order, those that were made up last."""
    in_any = Q(pk__in=[])
    for numbers in among:
        in_any |= Q(pk__in=numbers)
    return Agency.objects.filter(in_any, narrowed_to).order_by("is_fictional", "sort_key", "pk")


def type_choices() -> list[tuple[str, str]]:
    """The types of agencies with their names in the page's language; no query."""
    return [(kind.value, str(kind.label)) for kind in AgencyType]


def provinces() -> list[str]:
    """The provinces that have agencies, in Thai order of the text."""
    return provinces_of(Agency.objects.all())


def provinces_of(agencies: QuerySet[Agency]) -> list[str]:
    """The provinces of these agencies, in the order of the text."""
    named = agencies.exclude(province="").order_by("province")
    return list(named.values_list("province", flat=True).distinct())


def units_of(agency_id: int) -> list[Unit]:
    """The agency's open units in its own order."""
    return list(Unit.objects.filter(agency_id=agency_id, is_active=True))


def every_unit_of(agency_id: int) -> list[Unit]:
    """The agency's units, closed ones too."""
    return list(Unit.objects.filter(agency_id=agency_id))


def find_unit(agency_id: int, unit_id: int) -> Unit | None:
    """A unit, if it is this agency's."""
    return Unit.objects.filter(agency_id=agency_id, pk=unit_id).first()


def ids_by_code(*, type: str = "", with_fictional: bool = True) -> dict[str, int]:  # noqa: A002 - the column's name
    """The agencies' numbers by code, of one type or of all; one query."""
    found = Agency.objects.filter(**{"type": type} if type else {})
    if not with_fictional:
        found = found.filter(is_fictional=False)
    return dict(found.values_list("code", "pk"))

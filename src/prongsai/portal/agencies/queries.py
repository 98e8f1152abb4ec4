"""Reads the agencies."""

from django.db.models import QuerySet

from prongsai.portal.agencies.models import Agency


def find_agency(code: str) -> Agency | None:
    """The agency with this code."""
    return Agency.objects.filter(code=code).first()


def agencies_by_code() -> dict[str, Agency]:
    """Every agency by its code."""
    return {agency.code: agency for agency in Agency.objects.all()}


def provinces() -> list[str]:
    """The provinces that have agencies, in Thai order of the text."""
    found: QuerySet[Agency, str] = (
        Agency.objects.exclude(province="").order_by("province").values_list("province", flat=True).distinct()
    )
    return list(found)

"""Reads agencies as far as something of them is public: a result, or what an executive confirmed to disclose."""

from django.db.models import Q, QuerySet

from prongsai.portal.agencies.queries import Agency, list_agencies, provinces_of
from prongsai.portal.disclosures.public.queries import public_agencies
from prongsai.portal.results.queries import published_agencies


def agencies_told(narrowed_to: Q | None = None) -> QuerySet[Agency]:
    """The agencies that the API tells of, in Thai order."""
    return list_agencies(narrowed_to or Q(), among=(published_agencies(), public_agencies()))


def provinces_told() -> list[str]:
    """Their provinces, in the order of the text; one query."""
    return provinces_of(agencies_told())

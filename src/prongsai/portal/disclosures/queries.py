"""Reads disclosures. Other areas get frozen facts from here, never tables."""

from prongsai.portal.disclosures.facts import ConfirmedDisclosure
from prongsai.portal.disclosures.freezing import confirmed_of
from prongsai.portal.disclosures.models import Disclosure


def confirmed_disclosure(round_id: int, agency_id: int) -> ConfirmedDisclosure | None:
    """What the executive confirmed last, if anything was; one query."""
    row = (
        Disclosure.objects.filter(round_id=round_id, agency_id=agency_id, confirmed_copy__isnull=False)
        .select_related("confirmed_copy")
        .first()
    )
    return None if row is None or row.confirmed_copy is None else confirmed_of(row, row.confirmed_copy)

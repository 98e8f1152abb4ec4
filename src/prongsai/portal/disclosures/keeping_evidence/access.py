"""Finds what was kept of an item's address, or says that it is not there."""

from django.http import Http404

from prongsai.portal.disclosures.answering.access import Answering, open_item
from prongsai.portal.disclosures.keeping_evidence.queries import find_capture
from prongsai.portal.disclosures.models import Capture


def open_evidence(here: Answering, item: str, capture_id: int) -> Capture:
    """A look at an address that the item has now, for a seat that sees the item."""
    open_item(here, item)
    found = find_capture(here.seat.agency.pk, capture_id)
    if found is None or found.url not in here.items[item].given.urls:
        raise Http404(f"no evidence {capture_id}")
    return found

"""Finds the draft that an address names, or says that it is not there."""

from django.http import Http404
from django.utils import timezone

from prongsai.portal.bringing.from_document.queries import find_draft
from prongsai.portal.bringing.models import ReadDraft
from prongsai.portal.people.access import Seat


def open_draft(seat: Seat, draft_id: int) -> ReadDraft:
    """A draft of the agency that has not expired."""
    found = find_draft(seat.agency.pk, draft_id, timezone.now())
    if found is None:
        raise Http404(f"no draft {draft_id}")
    return found

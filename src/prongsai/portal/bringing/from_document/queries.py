"""Reads the drafts that were read from documents and have not expired."""

from datetime import datetime

from django.db.models import QuerySet

from prongsai.portal.bringing.models import ReadDraft


def live_drafts(agency_id: int, now: datetime) -> QuerySet[ReadDraft]:
    """The agency's drafts, newest first, without what was read in them."""
    return ReadDraft.objects.filter(agency_id=agency_id, expires_at__gt=now).defer("reading")


def find_draft(agency_id: int, draft_id: int, now: datetime) -> ReadDraft | None:
    """A draft of the agency."""
    return ReadDraft.objects.filter(pk=draft_id, agency_id=agency_id, expires_at__gt=now).first()

"""Publishes and withdraws an agency's files: one transaction and one journal line each."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.models import UploadedFile
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.files.keeping import keep
from prongsai.portal.files.taking_in import StoredFile
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat

MOST_FILES = 500
"""So many files an agency may have here at a time; more would be a web site."""


@transaction.atomic
def publish_file(*, seat: Seat, file: StoredFile, at: datetime | None = None) -> UploadedFile:
    """Put a file before everybody; the same file under the same name comes back where it was withdrawn."""
    if UploadedFile.objects.filter(agency_id=seat.agency.pk, withdrawn_at=None).count() >= MOST_FILES:
        raise DisclosureRefusedError(_("เผยแพร่ไว้ครบ %(n)s แฟ้มแล้ว ถอนแฟ้มที่ไม่ใช้ก่อน") % {"n": MOST_FILES})
    row, is_new = UploadedFile.objects.get_or_create(
        agency_id=seat.agency.pk,
        sha256=keep(file.content),
        name=file.name,
        defaults={
            "media_type": file.kind.media_type,
            "size": len(file.content),
            "by": seat.actor,
            "at": at or timezone.now(),
        },
    )
    if not is_new and row.withdrawn_at is None:
        raise DisclosureRefusedError(_("แฟ้ม “%(name)s” เผยแพร่อยู่แล้ว") % {"name": file.name})
    row.withdrawn_at = None
    row.save(update_fields=["withdrawn_at"])
    _tell(seat, "file.publish", row)
    return row


@transaction.atomic
def publish_files(*, seat: Seat, files: Iterable[StoredFile]) -> None:
    """Put all files before everybody, or none where one is refused; a line in the journal for each."""
    for file in files:
        publish_file(seat=seat, file=file)


@transaction.atomic
def withdraw_file(*, seat: Seat, file_id: int, at: datetime | None = None) -> None:
    """Take a file back: its address answers no longer, its bytes stay as evidence."""
    row = UploadedFile.objects.select_for_update().filter(agency_id=seat.agency.pk, pk=file_id).first()
    if row is None or row.withdrawn_at is not None:
        raise DisclosureRefusedError(_("ไม่พบแฟ้มที่จะถอน"))
    row.withdrawn_at = at or timezone.now()
    row.save(update_fields=["withdrawn_at"])
    _tell(seat, "file.withdraw", row)


def _tell(seat: Seat, verb: str, row: UploadedFile) -> None:
    append_line(
        actor=seat.actor,
        verb=verb,
        object=f"agencies/{seat.agency.code}/files/{row.pk}",
        detail={"name": row.name, "sha256": row.sha256, "size": row.size},
    )

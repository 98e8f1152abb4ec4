"""Writes the journal."""

from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from prongsai.portal.journal.chain import Detail, line_hash
from prongsai.portal.journal.models import JournalLine
from prongsai.portal.journal.queries import last_hash

QUEUE_LOCK = 2_569_112_101
"""Any fixed number: on PostgreSQL all writers of the journal queue for this advisory lock."""


class NotInTransactionError(RuntimeError):
    """A journal line must stand or fall with the write it tells of."""


def append_line(
    *,
    actor: str,
    verb: str,
    object: str,  # noqa: A002 - the column's name
    detail: Detail | None = None,
    at: datetime | None = None,
) -> JournalLine:
    """Add a line in the transaction that the caller opened; call it last, it holds up other writers until the end."""
    if not connection.in_atomic_block:
        raise NotInTransactionError(f"{verb} {object}: open a transaction around the write and its journal line")
    _queue_up()
    at, detail = at or timezone.now(), dict(detail or {})
    previous_hash = last_hash()
    mark = line_hash(at=at, actor=actor, verb=verb, object=object, detail=detail, previous_hash=previous_hash)
    with transaction.atomic():
        return JournalLine.objects.create(
            at=at, actor=actor, verb=verb, object=object, detail=detail, previous_hash=previous_hash, hash=mark
        )


def _queue_up() -> None:
    """SQLite lets one writer in at a time (BEGIN IMMEDIATE); PostgreSQL needs to be told."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [QUEUE_LOCK])

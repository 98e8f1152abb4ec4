"""Reads the journal."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet

from prongsai.portal.journal.chain import BEGINNING, line_hash
from prongsai.portal.journal.models import JournalLine

__all__ = [
    "ChainReport",
    "JournalLine",
    "count_lines",
    "last_hash",
    "lines_about",
    "lines_at",
    "lines_of_agency",
    "lines_of_round",
    "newest_number",
    "verify_chain",
]
"""The table is named here for annotations in other areas only."""

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class ChainReport:
    """How many lines were read, and the id of the first that does not follow from the one before it."""

    lines: int
    broken_at: int | None
    last_hash: str

    @property
    def is_whole(self) -> bool:
        """Whether every line follows."""
        return self.broken_at is None


def last_hash() -> str:
    """The hash at the end of the chain."""
    newest = JournalLine.objects.order_by("-id").values_list("hash", flat=True).first()
    return newest or BEGINNING


def lines_about(object_name: str) -> Iterator[JournalLine]:
    """The lines about one object, oldest first."""
    return JournalLine.objects.filter(object=object_name).order_by("id").iterator(CHUNK)


def lines_of_agency(code: str) -> QuerySet[JournalLine]:
    """The lines about an agency and whatever belongs to it, newest first."""
    return lines_at(f"agencies/{code}")


def lines_at(*objects: str) -> QuerySet[JournalLine]:
    """The lines about the objects and whatever belongs to them, newest first."""
    about = Q()
    for name in objects:
        about |= Q(object=name) | _below(name)
    return JournalLine.objects.filter(about).order_by("-id")


def lines_of_round(slug: str) -> QuerySet[JournalLine]:
    """The lines about a round and whatever belongs to it, also what agencies do in it, newest first.

    Read them from the newest on without counting them: an agency writes one for each item that it answers.
    """
    of_agencies = Q(object__endswith=f"/rounds/{slug}") | Q(object__contains=f"/rounds/{slug}/")
    about = Q(object=f"rounds/{slug}") | _below(f"rounds/{slug}") | Q(object__startswith="agencies/") & of_agencies
    return JournalLine.objects.filter(about).order_by("-id")


def _below(name: str) -> Q:
    """What begins with the name and a slash, as each database finds it by its index; 0 follows the slash."""
    if connection.vendor == "sqlite":
        return Q(object__gt=f"{name}/", object__lt=f"{name}0")
    return Q(object__startswith=f"{name}/")


def newest_number() -> int:
    """The number of the newest line; it only grows, and PostgreSQL leaves gaps where a write was given up."""
    return JournalLine.objects.order_by("-id").values_list("id", flat=True).first() or 0


def count_lines() -> int:
    """How long the journal is."""
    return JournalLine.objects.count()


def verify_chain() -> ChainReport:
    """Walk the whole journal and recompute every hash."""
    expected, count = BEGINNING, 0
    for line in JournalLine.objects.order_by("id").iterator(CHUNK):
        count += 1
        if line.previous_hash != expected or line.hash != _recomputed(line):
            return ChainReport(count, line.pk, expected)
        expected = line.hash
    return ChainReport(count, None, expected)


def _recomputed(line: JournalLine) -> str:
    return line_hash(
        at=line.at,
        actor=line.actor,
        verb=line.verb,
        object=line.object,
        detail=line.detail,
        previous_hash=line.previous_hash,
    )

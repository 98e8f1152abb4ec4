"""Writes what was read from a document, and the figures that a person settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.papers.reading.found import Reading
from prongsai.portal.bringing.actions import LONGEST_NAME, LONGEST_NOTE, save_result
from prongsai.portal.bringing.from_document.keeping import as_json, storable
from prongsai.portal.bringing.models import ReadDraft
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SettledYear:
    """A year's figures to bring; `by_person` are those whose score a person gave, `left_out` those not brought."""

    year: int
    figures: tuple[Figure, ...]
    by_person: tuple[Place, ...] = ()
    left_out: tuple[Place, ...] = ()


@transaction.atomic
def keep_reading(*, seat: Seat, name: str, sha256: str, reading: Reading) -> ReadDraft:
    """Keep what was read for thirty days; the same document read before gives way, and so does whatever expired."""
    now = timezone.now()
    ReadDraft.objects.filter(expires_at__lte=now).delete()
    ReadDraft.objects.filter(agency_id=seat.agency.pk, sha256=sha256).delete()
    draft = ReadDraft.objects.create(
        agency_id=seat.agency.pk,
        read_by=seat.actor,
        read_at=now,
        expires_at=now + KEPT_FOR,
        name=storable(name)[-LONGEST_NAME:],
        sha256=sha256,
        reading=as_json(reading),
    )
    detail: Detail = {"name": draft.name, "sha256": sha256, "figures": len(reading.figures)}
    append_line(actor=seat.actor, verb="document.read", object=_path(seat, draft.pk), detail=detail)
    return draft


@transaction.atomic
def bring_document(*, seat: Seat, draft: ReadDraft, years: Sequence[SettledYear]) -> None:
    """Keep the settled years for the agency; what was read is then forgotten.

    A document with measures stays until it expires or is discarded: a plan may still take them over.
    """
    number = draft.pk
    if not draft.reading["measures"]:
        draft.delete()
    for entry in years:
        save_result(seat=seat, year=entry.year, figures=entry.figures, source_note=_note(draft, entry))
    detail: Detail = {
        "name": draft.name,
        "sha256": draft.sha256,
        "years": [entry.year for entry in years],
        "settled_by_person": [f"{entry.year} {place}" for entry in years for place in entry.by_person],
        "left_out": [f"{entry.year} {place}" for entry in years for place in entry.left_out],
    }
    append_line(actor=seat.actor, verb="document.bring", object=_path(seat, number), detail=detail)


@transaction.atomic
def discard_draft(*, seat: Seat, draft: ReadDraft) -> None:
    """Forget what was read."""
    number, detail = draft.pk, {"name": draft.name, "sha256": draft.sha256}
    draft.delete()
    append_line(actor=seat.actor, verb="document.discard", object=_path(seat, number), detail=detail)


def _note(draft: ReadDraft, entry: SettledYear) -> str:
    """Where the figures come from; which ones a person settled, or how many where all do not fit."""
    source = _("อ่านจากเอกสาร %(name)s (sha256 %(sha256)s)") % {"name": draft.name, "sha256": draft.sha256}
    if not entry.by_person:
        return source
    places = ", ".join(map(str, entry.by_person))
    whole = source + " " + _("เจ้าหน้าที่ตัดสินเอง: %(places)s") % {"places": places}
    if len(whole) <= LONGEST_NOTE:
        return whole
    return source + " " + _("เจ้าหน้าที่ตัดสินเอง %(count)s ค่า") % {"count": len(entry.by_person)}


def _path(seat: Seat, number: int) -> str:
    return f"agencies/{seat.agency.code}/read-documents/{number}"

"""Handing the answers in: one transaction and one journal line each."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.answering.access import ANSWERING, APPROVAL, WRITABLE
from prongsai.portal.disclosures.answering.handing_in.contents import answers_in_order
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.freezing import contents_of
from prongsai.portal.disclosures.keeping_evidence.enqueuing import enqueue
from prongsai.portal.disclosures.locking import lock_own, refuse_unless_open
from prongsai.portal.disclosures.models import CaptureReason, Disclosure, DisclosureCopy, DisclosureState
from prongsai.portal.disclosures.naming import disclosure_path
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

SUBMITTED, CONFIRMED = DisclosureState.SUBMITTED, DisclosureState.CONFIRMED


@transaction.atomic
def submit_disclosure(
    *, seat: Seat, round_id: int, accepted_gaps: Iterable[str] = (), at: datetime | None = None
) -> None:
    """Hand the answers to the executive. Items left empty must be named: what is forgotten is not handed in."""
    held, moment = lock_own(seat, round_id, *WRITABLE), at or timezone.now()
    refuse_unless_open(round_id, {ANSWERING}, moment)
    answers = answers_in_order(held)
    gaps = [answer.item for answer in answers if answer.is_empty]
    if forgotten := [item.upper() for item in gaps if item not in set(accepted_gaps)]:
        raise DisclosureRefusedError(
            _("ยังไม่ได้ตอบ %(items)s ตอบก่อน หรือทำเครื่องหมายว่าส่งโดยไม่มีข้อเหล่านี้") % {"items": ", ".join(forgotten)}
        )
    held.state, held.return_reason = SUBMITTED, ""
    held.save(update_fields=["state", "return_reason"])
    _keep_evidence(held, answers, moment)
    _tell(held, seat, "disclosure.submit", {"items": len(answers) - len(gaps), "gaps": gaps})


@transaction.atomic
def confirm_disclosure(*, seat: Seat, round_id: int, seen: str, at: datetime | None = None) -> str:
    """Keep what the executive saw as a copy for good; gives back its hash.

    `seen` is the hash of what the page showed: whatever changed since then is not confirmed unseen.
    """
    moment = at or timezone.now()
    held = lock_own(seat, round_id, SUBMITTED)
    refuse_unless_open(round_id, {APPROVAL}, moment)
    answers = answers_in_order(held)
    contents = contents_of(held, answers)
    sha256 = fingerprint_of(contents)
    if sha256 != seen:
        raise DisclosureRefusedError(_("ข้อมูลเปลี่ยนไปหลังจากที่ท่านเปิดดู อ่านอีกครั้งแล้วจึงยืนยัน"))
    copy = DisclosureCopy.objects.create(
        disclosure=held,
        version=held.copies.count() + 1,
        contents=contents,
        sha256=sha256,
        by=seat.actor,
        at=moment,
    )
    held.state, held.confirmed_copy = CONFIRMED, copy
    held.save(update_fields=["state", "confirmed_copy"])
    _keep_evidence(held, answers, moment)
    _tell(held, seat, "disclosure.confirm", {"version": copy.version, "sha256": sha256})
    return sha256


@transaction.atomic
def return_disclosure(*, seat: Seat, round_id: int, reason: str, at: datetime | None = None) -> None:
    """Send the answers back to the officer; a copy that was confirmed counts until another one is."""
    held, reason = lock_own(seat, round_id, SUBMITTED, CONFIRMED), reason.strip()
    refuse_unless_open(round_id, {APPROVAL}, at or timezone.now())
    if not reason:
        raise DisclosureRefusedError(_("การส่งคืนต้องมีเหตุผล"))
    held.state, held.return_reason = DisclosureState.RETURNED, reason
    held.save(update_fields=["state", "return_reason"])
    _tell(held, seat, "disclosure.return", {"reason": reason})


def _keep_evidence(held: Disclosure, answers: Iterable[AnsweredItem], at: datetime) -> None:
    """What is handed in is fetched and kept as soon as a worker is free."""
    urls = [url for answer in answers for url in answer.urls]
    enqueue(held.round_id, held.agency_id, urls, CaptureReason.SUBMISSION, at)


def _tell(held: Disclosure, seat: Seat, verb: str, detail: "Detail") -> None:
    path = disclosure_path(held.agency.code, held.round.slug)
    append_line(actor=seat.actor, verb=verb, object=path, detail=detail)

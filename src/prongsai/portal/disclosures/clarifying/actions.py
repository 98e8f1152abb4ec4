"""What an agency and an adjudicator do about a mark: one transaction and one journal line each."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.assessing.facts import SeatingFacts
from prongsai.portal.disclosures.assessing.queries import verdicts
from prongsai.portal.disclosures.clarifying.queries import is_correctable
from prongsai.portal.disclosures.keeping_evidence.enqueuing import enqueue
from prongsai.portal.disclosures.locking import lock_disclosure, refuse_unless_open
from prongsai.portal.disclosures.models import (
    CaptureReason,
    Disclosure,
    Erratum,
    Objection,
    ObjectionState,
    SeatKind,
)
from prongsai.portal.disclosures.naming import item_path
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import NationalSeat, Seat
from prongsai.portal.rounds.facts import RoundFacts

OBJECTING = frozenset({"clarification"})
"""The phase in which an agency objects."""

DECIDING = frozenset({"clarification", "final-scoring"})
"""Phases in which objections are decided."""


@transaction.atomic
def object_to_mark(
    *,
    seat: Seat,
    facts: RoundFacts,
    disclosure_id: int,
    item: str,
    text: str,
    urls: Sequence[str],
    at: datetime | None = None,
) -> None:
    """Say why an item is complete after all; once an item, and only against a "no"."""
    moment, held = at or timezone.now(), lock_disclosure(disclosure_id)
    refuse_unless_open(facts.id, OBJECTING, moment)
    verdict = verdicts(facts, seat.agency.pk).get(item)
    if verdict is None or verdict.is_complete is not False or held.agency_id != seat.agency.pk:
        raise DisclosureRefusedError(_("ชี้แจงได้เฉพาะข้อที่ผลตรวจเป็นไม่ครบถ้วน"))
    if held.objections.filter(item=item).exists():
        raise DisclosureRefusedError(_("ข้อนี้ชี้แจงไปแล้ว"))
    Objection.objects.create(disclosure=held, item=item, text=text.strip(), urls=list(urls), by=seat.actor, at=moment)
    _keep_evidence(held, urls, moment)
    append_line(actor=seat.actor, verb="oit.object", object=item_path(seat.agency.code, facts.slug, item))


def _keep_evidence(held: Disclosure, urls: Sequence[str], moment: datetime) -> None:
    """Let what an objection shows be kept; of what was handed in the evidence of that day stays the one that counts."""
    copy = held.confirmed_copy
    handed_in = {url for one in copy.contents["items"] for url in one["urls"]} if copy else set()
    others = [url for url in urls if url not in handed_in]
    enqueue(held.round_id, held.agency_id, others, CaptureReason.SUBMISSION, moment)


@transaction.atomic
def decide_objection(
    *,
    seat: NationalSeat,
    facts: RoundFacts,
    seating: SeatingFacts,
    item: str,
    is_granted: bool,
    decision: str,
    at: datetime | None = None,
) -> None:
    """Grant or refuse an objection, once and with a reason that the agency and the public read."""
    moment, decision = at or timezone.now(), decision.strip()
    held = lock_disclosure(seating.disclosure_id)
    refuse_unless_open(facts.id, DECIDING, moment)
    if seating.kind is not SeatKind.ADJUDICATOR:
        raise DisclosureRefusedError(_("เฉพาะผู้ชี้ขาดของหน่วยงานนี้เท่านั้นที่ตัดสินได้"))
    objection = held.objections.select_for_update().filter(item=item).first()
    if objection is None or objection.state != ObjectionState.OPEN:
        raise DisclosureRefusedError(_("ไม่มีคำชี้แจงที่รอตัดสินในข้อนี้"))
    if not decision:
        raise DisclosureRefusedError(_("ต้องเขียนเหตุผล"))
    objection.state = ObjectionState.GRANTED if is_granted else ObjectionState.REFUSED
    objection.decision, objection.person, objection.decided_at = decision, seat.person, moment
    objection.save()
    append_line(
        actor=seat.actor,
        verb="oit.decide-objection",
        object=item_path(held.agency.code, facts.slug, item),
        detail={"granted": is_granted},
    )


@transaction.atomic
def correct_verdict(
    *,
    seat: NationalSeat,
    facts: RoundFacts,
    disclosure_id: int,
    item: str,
    reason: str,
    was: bool | None = None,
    at: datetime | None = None,
) -> None:
    """Turn a verdict round after the results are out. What it was stays on the public page with the reason.

    `was` is what the page showed: what somebody turned round meanwhile is not turned back unseen.
    """
    moment, reason = at or timezone.now(), reason.strip()
    held = lock_disclosure(disclosure_id)
    if not is_correctable(facts):
        raise DisclosureRefusedError(_("แก้ไขแบบนี้ใช้หลังประกาศผลเท่านั้น ก่อนหน้านั้นใช้การชี้แจง"))
    verdict = verdicts(facts, held.agency_id).get(item)
    if verdict is None or verdict.is_complete is None:
        raise DisclosureRefusedError(_("ข้อนี้ยังไม่มีผลตรวจให้แก้ไข"))
    if was is not None and was != verdict.is_complete:
        raise DisclosureRefusedError(_("ผลตรวจของข้อนี้ถูกแก้ไขหลังจากที่ท่านเปิดดู ดูอีกครั้งแล้วจึงแก้"))
    if not reason:
        raise DisclosureRefusedError(_("ต้องเขียนเหตุผล"))
    Erratum.objects.create(
        disclosure=held,
        item=item,
        was_complete=verdict.is_complete,
        is_complete=not verdict.is_complete,
        reason=reason,
        by=seat.actor,
        at=moment,
    )
    append_line(
        actor=seat.actor,
        verb="oit.correct",
        object=item_path(held.agency.code, facts.slug, item),
        detail={"to": not verdict.is_complete, "reason": reason},
    )

"""What assessors and the office do with marks: one transaction and one journal line each.

No line says what was marked: the agency learns it when the clarification opens, the other assessor never.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.assessing import queries
from prongsai.portal.disclosures.assessing.facts import SeatingFacts
from prongsai.portal.disclosures.assessing.inputs import ElementInput
from prongsai.portal.disclosures.assessing.sharing import SharedOut, share_out
from prongsai.portal.disclosures.assessing.vacating import seat_people, vacate_places, withdraw
from prongsai.portal.disclosures.freezing import confirmed_of
from prongsai.portal.disclosures.locking import lock_disclosure, refuse_unless_open
from prongsai.portal.disclosures.models import (
    Adjudication,
    ConflictOfInterest,
    Disclosure,
    Mark,
    MarkedElement,
    Seating,
    SeatKind,
)
from prongsai.portal.disclosures.naming import marking_path
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.queries import names_in_national_role
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.locking import lock_round
from prongsai.portal.rounds.naming import round_path
from prongsai.portal.rounds.queries import instrument_of

MARKING = frozenset({"scoring"})
"""Phases in which assessors mark and adjudicators decide."""


@transaction.atomic
def share_agencies(*, seat: NationalSeat, facts: RoundFacts, seed: str) -> SharedOut:
    """Give the free places of every confirmed agency to the assessors of now; who sits already stays.

    Whoever is no assessor any more, or is tied to the agency by now, makes room (`vacating`).
    """
    lock_round(facts.id)
    people = names_in_national_role(Role.ASSESSOR)
    agencies, freed = vacate_places(facts, frozenset(people))
    shared = share_out(agencies, tuple(people), queries.conflicts_of(people), seed=seed)
    seat_people(shared.placed)
    append_line(
        actor=seat.actor,
        verb="oit.share",
        object=round_path(facts.slug),
        detail={"seed": seed, "placed": len(shared.placed), "unfilled": len(shared.unfilled), "freed": freed},
    )
    return shared


@transaction.atomic
def tell_conflict(
    *, seat: NationalSeat, person_id: int, agency_id: int | None = None, province: str = "", reason: str
) -> None:
    """Write down a tie; places already taken there become free, and what was marked there while scoring runs goes."""
    reason = _reason(reason)
    if (agency_id is None) == (province == ""):
        raise DisclosureRefusedError(_("เลือกหน่วยงานหรือจังหวัดอย่างใดอย่างหนึ่ง"))
    here = Q(agency_id=agency_id) if agency_id else Q(province=province)
    if ConflictOfInterest.objects.filter(here, person_id=person_id).exists():
        raise DisclosureRefusedError(_("บันทึกส่วนได้เสียนี้ไว้แล้ว"))
    ConflictOfInterest.objects.create(person_id=person_id, agency_id=agency_id, province=province, reason=reason)
    there = Q(disclosure__agency_id=agency_id) if agency_id else Q(disclosure__agency__province=province)
    freed = withdraw(Seating.objects.filter(there, person_id=person_id))
    append_line(
        actor=seat.actor,
        verb="oit.conflict",
        object=f"people/{person_id}",
        detail={"agency": agency_id, "province": province, "freed": freed},
    )


@transaction.atomic
def save_mark(
    *,
    seat: NationalSeat,
    facts: RoundFacts,
    seating: SeatingFacts,
    item: str,
    elements: Sequence[ElementInput],
    at: datetime | None = None,
) -> None:
    """Write an assessor's mark, in the place of her earlier one; the item is complete if every element is there."""
    moment = at or timezone.now()
    held = _markable(facts, seating, item, moment)
    if held.adjudications.filter(version=seating.version, item=item).exists():
        raise DisclosureRefusedError(_("ผู้ชี้ขาดตัดสินข้อนี้แล้ว จึงแก้ผลตรวจไม่ได้"))
    _refuse_incomplete(facts, item, elements)
    Mark.objects.filter(seating_id=seating.id, version=seating.version, item=item).delete()
    mark = Mark.objects.create(
        seating_id=seating.id,
        version=seating.version,
        item=item,
        is_complete=all(element.is_there for element in elements),
        at=moment,
    )
    MarkedElement.objects.bulk_create(
        MarkedElement(
            mark=mark,
            number=number,
            is_there=element.is_there,
            reason="" if element.is_there else element.reason.strip(),
        )
        for number, element in enumerate(elements, 1)
    )
    append_line(actor=seat.actor, verb="oit.mark", object=marking_path(facts.slug, seating.agency_code, item))


@transaction.atomic
def adjudicate(
    *,
    seat: NationalSeat,
    facts: RoundFacts,
    seating: SeatingFacts,
    item: str,
    is_complete: bool,
    reason: str,
    at: datetime | None = None,
) -> None:
    """Decide an item on which the two marks differ; once, and with a reason."""
    moment, reason = at or timezone.now(), _reason(reason)
    if seating.kind is not SeatKind.ADJUDICATOR:
        raise DisclosureRefusedError(_("เฉพาะผู้ชี้ขาดของหน่วยงานนี้เท่านั้นที่ตัดสินได้"))
    held = _confirmed_as(seating)
    refuse_unless_open(facts.id, MARKING, moment)
    found = queries.findings(held.pk).get(item)
    if found is None or found.first is None or found.second is None or found.first == found.second:
        raise DisclosureRefusedError(_("ผู้ประเมินทั้งสองยังไม่ได้เห็นต่างกันในข้อนี้"))
    if found.adjudicated is not None:
        raise DisclosureRefusedError(_("ข้อนี้ตัดสินไปแล้ว"))
    Adjudication.objects.create(
        disclosure=held,
        version=seating.version,
        item=item,
        is_complete=is_complete,
        reason=reason,
        person=seat.person,
        at=moment,
    )
    append_line(actor=seat.actor, verb="oit.adjudicate", object=marking_path(facts.slug, seating.agency_code, item))


def _markable(facts: RoundFacts, seating: SeatingFacts, item: str, moment: datetime) -> Disclosure:
    if seating.kind is SeatKind.ADJUDICATOR:
        raise DisclosureRefusedError(_("ผู้ชี้ขาดไม่ตรวจเอง แต่ตัดสินข้อที่ผู้ประเมินเห็นต่างกัน"))
    held = _confirmed_as(seating)
    refuse_unless_open(facts.id, MARKING, moment)
    assert held.confirmed_copy is not None  # noqa: S101 - a seating is found only where a copy was confirmed
    answer = confirmed_of(held, held.confirmed_copy).items.get(item)
    if answer is None or answer.is_empty:
        raise DisclosureRefusedError(_("หน่วยงานไม่ได้ตอบข้อนี้ จึงไม่ต้องตรวจ"))
    return held


def _confirmed_as(seating: SeatingFacts) -> Disclosure:
    """The disclosure, if the copy that the assessor has before her is still the one that counts."""
    held = lock_disclosure(seating.disclosure_id)
    if held.confirmed_copy is None or held.confirmed_copy.version != seating.version:
        raise DisclosureRefusedError(_("หน่วยงานยืนยันคำตอบฉบับใหม่แล้ว เปิดข้อนี้อีกครั้งแล้วตรวจฉบับใหม่"))
    return held


def _refuse_incomplete(facts: RoundFacts, item: str, elements: Sequence[ElementInput]) -> None:
    required = instrument_of(facts).items[item].must_show_th
    if len(elements) != len(required):
        raise DisclosureRefusedError(_("ข้อนี้มีองค์ประกอบ %(n)s รายการ ต้องตรวจทุกรายการ") % {"n": len(required)})
    if any(not element.is_there and not element.reason.strip() for element in elements):
        raise DisclosureRefusedError(_("องค์ประกอบที่ไม่พบทุกรายการต้องมีเหตุผล"))


def _reason(text: str) -> str:
    if not text.strip():
        raise DisclosureRefusedError(_("ต้องเขียนเหตุผล"))
    return text.strip()

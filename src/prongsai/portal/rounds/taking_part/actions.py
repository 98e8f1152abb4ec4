"""What an agency does in a round: one transaction and one journal line each."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.journal.actions import append_line
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.agency_types import rule_types
from prongsai.portal.rounds.locking import lock_participation, refuse_unless_open
from prongsai.portal.rounds.models import ConfirmedCopy, Participation, ParticipationState, Service, TakingUnit
from prongsai.portal.rounds.naming import participation_path
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.rounds.reading import round_of
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.states import APPROVAL, TAKING_PART
from prongsai.portal.rounds.taking_part.checking import problems_of
from prongsai.portal.rounds.taking_part.freezing import contents_of
from prongsai.portal.rounds.taking_part.inputs import ProfileInput

if TYPE_CHECKING:
    from prongsai.portal.journal.chain import Detail

DRAFTING, RETURNED = ParticipationState.DRAFTING, ParticipationState.RETURNED
SUBMITTED, CONFIRMED = ParticipationState.SUBMITTED, ParticipationState.CONFIRMED


@transaction.atomic
def save_profile(*, seat: Seat, round_id: int, entry: ProfileInput, at: datetime | None = None) -> None:
    """Write what the agency brings in, whole; units that are not named and services that are not listed go."""
    held = lock_participation(round_id, seat.agency.pk, DRAFTING, RETURNED)
    refuse_unless_open(round_id, TAKING_PART, at or timezone.now())
    _refuse_foreign(seat, entry)
    for name in ("website", "address", "contact_phone", "rule_type", "size", "staff", "clients"):
        setattr(held, name, getattr(entry, name))
    held.full_clean(exclude=["round", "agency", "confirmed_copy"])
    held.save()
    _write_units(held, entry)
    _write_services(held, entry)
    detail: Detail = {
        "staff": held.staff,
        "clients": held.clients,
        "units": len(entry.units),
        "services": len(entry.services),
    }
    append_line(actor=seat.actor, verb="participation.save", object=_path(held), detail=detail)


@transaction.atomic
def submit_participation(*, seat: Seat, round_id: int, at: datetime | None = None) -> None:
    """Hand it to the executive; refused with everything that is still missing."""
    held = lock_participation(round_id, seat.agency.pk, DRAFTING, RETURNED)
    refuse_unless_open(round_id, TAKING_PART, at or timezone.now())
    problems = problems_of(held, instrument_of(round_of(held.round)))
    if problems:
        raise RoundRefusedError(" · ".join(problem.text for problem in problems))
    held.state, held.return_reason = SUBMITTED, ""
    held.save(update_fields=["state", "return_reason"])
    detail: Detail = {"staff": held.staff, "clients": held.clients}
    append_line(actor=seat.actor, verb="participation.submit", object=_path(held), detail=detail)


@transaction.atomic
def confirm_participation(*, seat: Seat, round_id: int, seen: str, at: datetime | None = None) -> str:
    """Keep what the executive saw as a copy for good; gives back its hash.

    `seen` is the hash of what the page showed: whatever changed since then is not confirmed unseen.
    """
    moment = at or timezone.now()
    held = lock_participation(round_id, seat.agency.pk, SUBMITTED)
    refuse_unless_open(round_id, frozenset({APPROVAL}), moment)
    contents = contents_of(held, instrument_of(round_of(held.round)))
    sha256 = fingerprint_of(contents)
    if sha256 != seen:
        raise RoundRefusedError(_("ข้อมูลเปลี่ยนไปหลังจากที่ท่านเปิดดู อ่านอีกครั้งแล้วจึงยืนยัน"))
    copy = ConfirmedCopy.objects.create(
        participation=held,
        version=held.copies.count() + 1,
        contents=contents,
        sha256=sha256,
        by=seat.actor,
        at=moment,
        **{name: contents[name] for name in ("rule_type", "size", "staff", "clients")},
    )
    held.state, held.confirmed_copy = CONFIRMED, copy
    held.save(update_fields=["state", "confirmed_copy"])
    detail: Detail = {"version": copy.version, "sha256": sha256}
    append_line(actor=seat.actor, verb="participation.confirm", object=_path(held), detail=detail)
    return sha256


@transaction.atomic
def return_participation(*, seat: Seat, round_id: int, reason: str, at: datetime | None = None) -> None:
    """Send it back to the officer with a reason; a copy that was confirmed counts until another one is."""
    held, reason = lock_participation(round_id, seat.agency.pk, SUBMITTED, CONFIRMED), reason.strip()
    refuse_unless_open(round_id, frozenset({APPROVAL}), at or timezone.now())
    if not reason:
        raise RoundRefusedError(_("การส่งคืนต้องมีเหตุผล"))
    held.state, held.return_reason = RETURNED, reason
    held.save(update_fields=["state", "return_reason"])
    append_line(actor=seat.actor, verb="participation.return", object=_path(held), detail={"reason": reason})


def _refuse_foreign(seat: Seat, entry: ProfileInput) -> None:
    own = {unit.pk for unit in units_of(seat.agency.pk)}
    if any(unit not in own for unit, _staff in entry.units):
        raise RoundRefusedError(_("มีสำนัก/กองที่ไม่ใช่ของหน่วยงาน หรือปิดไปแล้ว"))
    if entry.rule_type and entry.rule_type not in rule_types(seat.agency.type):
        raise RoundRefusedError(_("กลุ่มของหน่วยงานที่เลือกไม่ใช่ของหน่วยงานประเภทนี้"))


def _write_units(held: Participation, entry: ProfileInput) -> None:
    held.units.all().delete()
    TakingUnit.objects.bulk_create(
        TakingUnit(participation=held, unit_id=unit, staff=staff) for unit, staff in entry.units
    )


def _write_services(held: Participation, entry: ProfileInput) -> None:
    held.services.all().delete()
    Service.objects.bulk_create(
        Service(participation=held, position=position, name=service.name, clients=service.clients)
        for position, service in enumerate(entry.services, 1)
    )


def _path(held: Participation) -> str:
    return participation_path(held.agency.code, held.round.slug)

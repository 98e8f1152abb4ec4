"""Takes a disclosure for writing and sees that its round still allows it."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.models import Disclosure, DisclosureState
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.queries import is_open, participation


def lock_disclosure(disclosure_id: int) -> Disclosure:
    """The disclosure as it is now, held until the transaction ends."""
    return _locked().get(pk=disclosure_id)


def lock_own(seat: Seat, round_id: int, *states: DisclosureState) -> Disclosure:
    """The answers of the seat's agency, held likewise; begun where there were none.

    Raises `DisclosureRefusedError` in a state that is not among those given.
    """
    if participation(round_id, seat.agency.pk) is None:
        raise DisclosureRefusedError(_("หน่วยงานไม่ได้เข้าร่วมรอบนี้"))
    Disclosure.objects.get_or_create(round_id=round_id, agency_id=seat.agency.pk)
    held = _locked().get(round_id=round_id, agency_id=seat.agency.pk)
    if held.state not in states:
        raise DisclosureRefusedError(
            _("คำตอบ OIT อยู่ในสถานะ “%(state)s” จึงทำขั้นตอนนี้ไม่ได้") % {"state": held.get_state_display()}
        )
    return held


def refuse_unless_open(round_id: int, keys: Collection[str], at: datetime) -> None:
    """Raise `DisclosureRefusedError` unless one of the phases runs at this moment."""
    if not any(is_open(round_id, key, at) for key in sorted(keys)):
        raise DisclosureRefusedError(_("ขณะนี้ไม่อยู่ในช่วงเวลาที่ทำขั้นตอนนี้ได้ ดูกำหนดการของรอบ หรือขอให้ส่วนกลางขยายเวลา"))


def _locked() -> QuerySet[Disclosure]:
    return Disclosure.objects.select_for_update(of=("self",)).select_related("agency", "round", "confirmed_copy")

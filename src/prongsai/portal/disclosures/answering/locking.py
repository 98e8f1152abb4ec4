"""Takes an agency's answers for writing and sees that they may be written."""

from datetime import datetime

from django.utils.translation import gettext as _

from prongsai.portal.disclosures.models import Disclosure, DisclosureState
from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.queries import is_open, participation


def lock_disclosure(seat: Seat, round_id: int, *states: DisclosureState) -> Disclosure:
    """The agency's answers as they are now, held until the transaction ends; begun where there were none.

    Raises `DisclosureRefusedError` in a state that is not among those given.
    """
    if participation(round_id, seat.agency.pk) is None:
        raise DisclosureRefusedError(_("หน่วยงานไม่ได้เข้าร่วมรอบนี้"))
    Disclosure.objects.get_or_create(round_id=round_id, agency_id=seat.agency.pk)
    rows = Disclosure.objects.select_for_update(of=("self",)).select_related("agency", "round", "confirmed_copy")
    held = rows.get(round_id=round_id, agency_id=seat.agency.pk)
    if held.state not in states:
        raise DisclosureRefusedError(
            _("คำตอบ OIT อยู่ในสถานะ “%(state)s” จึงทำขั้นตอนนี้ไม่ได้") % {"state": held.get_state_display()}
        )
    return held


def refuse_unless_runs(round_id: int, phase: str, at: datetime) -> None:
    """Raise `DisclosureRefusedError` unless the phase runs at this moment."""
    if not is_open(round_id, phase, at):
        raise DisclosureRefusedError(_("ขณะนี้ไม่อยู่ในช่วงเวลาที่ทำขั้นตอนนี้ได้ ดูกำหนดการของรอบ หรือขอให้ส่วนกลางขยายเวลา"))

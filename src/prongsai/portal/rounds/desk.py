"""What this area puts on an agency's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.models import ParticipationState
from prongsai.portal.rounds.queries import states_at_agency
from prongsai.portal.rounds.states import TAKING_PART, lets
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The rounds in which the agency takes part; nothing before it was invited to one."""
    standing = states_at_agency(seat.agency.pk)
    if not standing:
        return []
    waiting = {state for state, round_state in standing if any(lets(round_state, key) for key in TAKING_PART)}
    return [
        Card(
            title=_("การเข้าร่วมรอบประเมิน"),
            text=_("ข้อมูลหน่วยงาน จำนวนบุคลากรและผู้รับบริการ จำนวนตัวอย่างขั้นต่ำ และกำหนดการ"),
            href=reverse("rounds:rounds", args=[seat.agency.code]),
            position=5,
            note=" · ".join(_notes(seat, waiting)),
        )
    ]


def _notes(seat: Seat, states: set[ParticipationState]) -> Iterator[str]:
    """What waits for this seat."""
    if seat.may(Permission.TAKE_PART) and ParticipationState.RETURNED in states:
        yield _("ผู้บริหารส่งคืน ดูเหตุผลแล้วแก้ไข")
    if seat.may(Permission.TAKE_PART) and ParticipationState.DRAFTING in states:
        yield _("มีข้อมูลที่ต้องกรอกและส่ง")
    if seat.may(Permission.CONFIRM_PARTICIPATION) and ParticipationState.SUBMITTED in states:
        yield _("มีข้อมูลรอท่านยืนยัน")

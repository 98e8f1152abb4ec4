"""What this area puts on the national desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.roles import Permission
from prongsai.portal.ui.cards import Card


def cards(seat: NationalSeat) -> list[Card]:
    """The rounds, for those who run or watch them."""
    if not seat.may(Permission.WATCH_ROUNDS):
        return []
    return [
        Card(
            title=_("รอบการประเมิน"),
            text=_("เปิดรอบ กำหนดการ สถานะ และหน่วยงานที่เข้าร่วม"),
            href=reverse("national-rounds:rounds"),
            position=10,
        )
    ]

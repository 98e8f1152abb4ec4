"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access, queries
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The plans, with the steps that are overdue; for heads of units also what waits for an answer."""
    overdue = queries.count_overdue(seat.agency.pk, timezone.localdate(), units=access.units_seen(seat))
    plans = Card(
        title=_("แผนมาตรการ"),
        text=_("มาตรการจากผลคะแนน ขั้นตอน ผู้รับผิดชอบ ความคืบหน้า และผลที่เกิดขึ้น"),
        href=reverse("plans:plans", args=[seat.agency.code]),
        position=30,
        note=_("%(count)s ขั้นตอนเกินกำหนด") % {"count": overdue} if overdue else "",
    )
    return [plans, *_assigned(seat)]


def _assigned(seat: Seat) -> list[Card]:
    if not seat.may(Permission.ANSWER_ASSIGNMENT):
        return []
    measures = queries.assigned_measures(seat.agency.pk, access.headed_units(seat))
    waiting = sum(measure.answer == "waiting" for measure in measures)
    return [
        Card(
            title=_("มาตรการที่มอบให้สำนัก/กองของฉัน"),
            text=_("ตอบรับ หรือส่งคืนพร้อมเหตุผล"),
            href=reverse("plans:assigned", args=[seat.agency.code]),
            position=20,
            note=_("%(count)s มาตรการรอคำตอบ") % {"count": waiting} if waiting else "",
        )
    ]

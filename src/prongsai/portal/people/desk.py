"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.people.roles import Permission
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """People, units and the journal, for those who may open them."""
    code = seat.agency.code
    found = [
        Card(
            title=_("ผู้ปฏิบัติงาน"),
            text=_("ใครทำงานในหน่วยงานนี้ ในบทบาทใด"),
            href=reverse("people:people", args=[code]),
            position=80,
        )
    ]
    if seat.may(Permission.MANAGE_PEOPLE):
        found.append(
            Card(
                title=_("สำนักและกอง"),
                text=_("ส่วนราชการที่รับผิดชอบมาตรการและขั้นตอน"),
                href=reverse("people:units", args=[code]),
                position=82,
            )
        )
    if seat.may(Permission.READ_JOURNAL):
        found.append(
            Card(
                title=_("บันทึกการใช้งาน"),
                text=_("ใครทำอะไรเมื่อใด แก้ย้อนหลังไม่ได้"),
                href=reverse("office:journal", args=[code]),
                position=90,
            )
        )
    return found

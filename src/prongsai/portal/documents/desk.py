"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The agency's papers."""
    return [
        Card(
            title=_("เอกสารของหน่วยงาน"),
            text=_("รายงานการวิเคราะห์ แผนมาตรการ และรายงานผล พร้อมลงนาม"),
            href=reverse("documents:documents", args=[seat.agency.code]),
            position=60,
        )
    ]

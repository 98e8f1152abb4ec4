"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The analyses."""
    href = reverse("analyses:years", args=[seat.agency.code])
    text = _("จุดแข็ง จุดที่ควรพัฒนา และสิ่งที่จะยกระดับผล พร้อมหลักฐาน")
    return [Card(title=_("วิเคราะห์ผล"), text=text, href=href, position=20)]

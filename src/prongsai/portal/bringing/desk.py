"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The agency's results."""
    href = reverse("bringing:years", args=[seat.agency.code])
    text = _("กรอกหรือนำเข้าตัวเลขของแต่ละปี ระบบตรวจการคำนวณให้")
    return [Card(title=_("ผลการประเมินของเรา"), text=text, href=href, position=10)]

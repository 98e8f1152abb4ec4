"""What this area puts on an agency's desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import Seat
from prongsai.portal.rounds.queries import rounds_of_agency
from prongsai.portal.rounds.states import has_let
from prongsai.portal.surveys.access import PHASE
from prongsai.portal.ui.cards import Card


def cards(seat: Seat) -> list[Card]:
    """The surveys of the newest round that has come to collecting."""
    begun = [facts for facts in rounds_of_agency(seat.agency.pk) if has_let(facts.state, PHASE)]
    return [
        Card(
            title=_("แบบวัด IIT และ EIT"),
            text=_("ลิงก์ ป้าย ใบรหัส และจำนวนผู้ตอบเทียบกับขั้นต่ำ"),
            href=reverse("collecting:surveys", args=[seat.agency.code, facts.slug]),
            position=6,
            note=facts.name,
        )
        for facts in begun[:1]
    ]

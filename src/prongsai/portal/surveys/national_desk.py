"""What this area puts on the national desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import has_let
from prongsai.portal.surveys.access import PHASE
from prongsai.portal.ui.cards import Card


def cards(seat: NationalSeat) -> list[Card]:
    """How the surveys of the newest round get on that has come to collecting."""
    if not seat.may(Permission.WATCH_ROUNDS):
        return []
    begun = [facts for facts in rounds_in_order() if has_let(facts.state, PHASE)]
    return [
        Card(
            title=_("จำนวนผู้ตอบแบบวัด"),
            text=_("เทียบกับขั้นต่ำรายหน่วยงานและจังหวัด คาดการณ์ เตือน และพิจารณาคำตอบ"),
            href=reverse("national-surveys:progress", args=[facts.slug]),
            position=20,
            note=facts.name,
        )
        for facts in begun[:1]
    ]

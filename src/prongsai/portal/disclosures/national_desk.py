"""What this area puts on the national desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.disclosures.assessing.queries import objections_waiting_for, queue_of
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.ui.cards import Card


def cards(seat: NationalSeat) -> list[Card]:
    """The own marking for assessors, everybody's for the office, of each round whose OIT is being scored."""
    rounds = [facts for facts in rounds_in_order() if facts.has_reached(RoundState.COLLECTING)]
    found: list[Card] = []
    if seat.may(Permission.ASSESS):
        found += [card for facts in rounds if (card := _own_card(seat, facts))]
    if seat.may(Permission.RUN_ROUNDS):
        found += [_round_card(facts) for facts in rounds]
    return found


def _own_card(seat: NationalSeat, facts: RoundFacts) -> Card | None:
    lines = queue_of(seat.person.pk, facts.id)
    if not lines:
        return None
    waiting = sum(len(line.waiting) for line in lines) + len(objections_waiting_for(seat.person.pk, facts.id))
    return Card(
        title=_("ตรวจให้คะแนน OIT"),
        text=facts.name,
        href=reverse("oit-assessing:queue", args=[facts.slug]),
        position=15 if waiting else 19,
        note=_("รอท่าน %(n)s ข้อ") % {"n": waiting} if waiting else "",
    )


def _round_card(facts: RoundFacts) -> Card:
    return Card(
        title=_("การตรวจให้คะแนน OIT"),
        text=facts.name,
        href=reverse("oit-assessing:round", args=[facts.slug]),
        position=16,
    )

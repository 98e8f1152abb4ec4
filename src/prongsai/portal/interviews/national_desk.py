"""What this area puts on the national desk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.portal.interviews.facts import Progress
from prongsai.portal.interviews.queries import own_counts
from prongsai.portal.people.access import NationalSeat
from prongsai.portal.people.roles import Permission
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import rounds_in_order
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.ui.cards import Card


def cards(seat: NationalSeat) -> list[Card]:
    """The own interviews for interviewers, everybody's for supervisors, of each round that collects."""
    found: list[Card] = []
    if not (seat.may(Permission.INTERVIEW) or seat.may(Permission.SUPERVISE_INTERVIEWS)):
        return found
    rounds = [facts for facts in rounds_in_order() if _collects(facts)]
    if seat.may(Permission.INTERVIEW):
        mine = own_counts(seat.person.pk)
        found += [_own_card(facts, mine[facts.id]) for facts in rounds if facts.id in mine]
    if seat.may(Permission.SUPERVISE_INTERVIEWS):
        found += [_review_card(facts) for facts in rounds]
    return found


def _collects(facts: RoundFacts) -> bool:
    return facts.has_reached(RoundState.COLLECTING) and not facts.has_reached(RoundState.CONFIRMED)


def _own_card(facts: RoundFacts, progress: Progress) -> Card:
    return Card(
        title=_("สัมภาษณ์ EIT ส่วนที่ 2"),
        text=facts.name,
        href=reverse("interviews:calling", args=[facts.slug]),
        position=20,
        note=_("ต้องสัมภาษณ์ %(n)s ราย") % {"n": progress.open},
    )


def _review_card(facts: RoundFacts) -> Card:
    return Card(
        title=_("ดูแลการสัมภาษณ์ EIT ส่วนที่ 2"),
        text=facts.name,
        href=reverse("interview-review:round", args=[facts.slug]),
        position=21,
    )

"""Answers that an executive confirmed and the assessors who mark them, beside the cast and the rounds.

`answered` is the agency's disclosure in a round whose OIT is being scored (`scoring`): o1 and o2 have addresses, o3 is
said not to apply, everything else was left empty. `first`, `second` and `third` are assessors with the places of that
order; `.national` is the seat from which each acts. `mark(first, "o2", complete=False)` marks. `clarification` is the
round when the agency may object: o1 is complete, o2 is not, o3 is marked by one only.
"""

import pytest
from django.utils import timezone

from prongsai.portal.disclosures.assessing.actions import save_mark
from prongsai.portal.disclosures.assessing.inputs import ElementInput
from prongsai.portal.disclosures.assessing.queries import seating_of
from prongsai.portal.disclosures.facts import AnsweredItem
from prongsai.portal.disclosures.freezing import contents_of
from prongsai.portal.disclosures.models import Disclosure, DisclosureCopy, DisclosureState, Seating, SeatKind
from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.people.access import take_national_seat
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.states import RoundState
from tests.rounds import move_to

__all__ = ["answered", "clarification", "first", "mark", "scoring", "seat_assessor", "second", "third"]

THERE = ElementInput(is_there=True)
MISSING = ElementInput(is_there=False, reason="ไม่พบในหน้าเว็บ")
GIVEN = (
    AnsweredItem("o1", ("https://town.example/structure", "https://town.example/powers"), "หน้าโครงสร้าง"),
    AnsweredItem("o2", ("https://town.example/executives",)),
    AnsweredItem("o3", not_applicable="หน่วยงานไม่มีหน้าที่ส่วนนี้"),
    AnsweredItem("o4"),
)


def confirm_copy(disclosure, answers=GIVEN):
    """Another version of the copy, confirmed."""
    contents = contents_of(disclosure, answers)
    copy = DisclosureCopy.objects.create(
        disclosure=disclosure,
        version=disclosure.copies.count() + 1,
        contents=contents,
        sha256=fingerprint_of(contents),
        by="person/1",
        at=timezone.now(),
    )
    Disclosure.objects.filter(pk=disclosure.pk).update(state=DisclosureState.CONFIRMED, confirmed_copy=copy)
    return copy


@pytest.fixture
def answered(collecting, agency):
    disclosure = Disclosure.objects.create(round_id=collecting.id, agency=agency)
    confirm_copy(disclosure)
    move_to(collecting.id, RoundState.DISCLOSURE_SCORING)
    return disclosure


@pytest.fixture
def scoring(answered, collecting):
    """The round as it is now."""
    return find_round(collecting.slug)


@pytest.fixture
def seat_assessor(hire, answered):
    def act(name, kind):
        player = hire(name, None, Role.ASSESSOR)
        player.national = take_national_seat(player.person)
        Seating.objects.create(disclosure=answered, kind=kind, person=player.person)
        return player

    return act


@pytest.fixture
def first(seat_assessor):
    return seat_assessor("first", SeatKind.FIRST)


@pytest.fixture
def second(seat_assessor):
    return seat_assessor("second", SeatKind.SECOND)


@pytest.fixture
def third(seat_assessor):
    return seat_assessor("third", SeatKind.ADJUDICATOR)


@pytest.fixture
def mark(scoring):
    """Marks an item for an assessor: all there, or the first element missing."""

    def act(player, item="o1", *, complete=True):
        seating = seating_of(player.person.pk, scoring.id, "town")
        required = len(instrument_of(scoring).items[item].must_show_th)
        elements = [THERE if complete else MISSING, *[THERE] * (required - 1)]
        save_mark(seat=player.national, facts=scoring, seating=seating, item=item, elements=elements)

    return act


@pytest.fixture
def clarification(mark, first, second, third, collecting):
    """The round when the agency may object: o1 is complete, o2 is not, o3 is marked by one only."""
    for player in (first, second):
        mark(player)
        mark(player, "o2", complete=False)
    mark(first, "o3")
    move_to(collecting.id, RoundState.CLARIFICATION)
    return find_round(collecting.slug)

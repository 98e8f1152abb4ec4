"""An agency whose OIT is being marked, and one that may object, for the world of the permission tests."""

from prongsai.portal.disclosures.assessing.actions import save_mark
from prongsai.portal.disclosures.assessing.queries import seating_of
from prongsai.portal.disclosures.clarifying.actions import object_to_mark
from prongsai.portal.disclosures.models import Disclosure, Seating, SeatKind
from prongsai.portal.people.access import take_national_seat
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.states import RoundState
from tests.marking import MISSING, THERE, confirm_copy
from tests.rounds import move_to

Place = dict[str, object]


def marking_places(stages: dict[str, RoundFacts], *, officer, assessor, hire_assessor) -> dict[str, Place]:
    """`assessor` is the first to mark in the one round, and decides on the objection to o2 in the other."""
    marked, objected = stages["marked"], stages["objected"]
    first = _answered(marked, officer.seat.agency)
    Seating.objects.create(disclosure=first, kind=SeatKind.FIRST, person=assessor.person)
    second = _answered(objected, officer.seat.agency)
    Seating.objects.create(disclosure=second, kind=SeatKind.ADJUDICATOR, person=assessor.person)
    for kind in (SeatKind.FIRST, SeatKind.SECOND):
        _mark_missing(second, objected, hire_assessor(kind.value), kind)
    move_to(objected.id, RoundState.CLARIFICATION)
    object_to_mark(seat=officer.seat, facts=objected, disclosure_id=second.pk, item="o2", text="มีอยู่แล้ว", urls=())
    places = {"marked round": marked.slug, "objected round": objected.slug}
    common = {"code": officer.seat.agency.code, "assessor_id": assessor.person.pk}
    return {
        "marked round": common | {"slug": places["marked round"], "item": "o1"},
        "objected round": common | {"slug": places["objected round"], "item": "o2"},
        "objected round, other item": common | {"slug": places["objected round"], "item": "o4"},
    }


def _answered(facts: RoundFacts, agency) -> Disclosure:
    disclosure = Disclosure.objects.create(round_id=facts.id, agency_id=agency.pk)
    confirm_copy(disclosure)
    move_to(facts.id, RoundState.CONFIRMATION, RoundState.COLLECTING, RoundState.DISCLOSURE_SCORING)
    return disclosure


def _mark_missing(disclosure: Disclosure, facts: RoundFacts, player, kind: SeatKind) -> None:
    Seating.objects.create(disclosure=disclosure, kind=kind, person=player.person)
    seating = seating_of(player.person.pk, facts.id, disclosure.agency.code)
    required = len(instrument_of(facts).items["o2"].must_show_th)
    elements = [MISSING, *[THERE] * (required - 1)]
    seat = take_national_seat(player.person)
    save_mark(seat=seat, facts=find_round(facts.slug), seating=seating, item="o2", elements=elements)

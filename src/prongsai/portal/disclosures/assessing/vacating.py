"""Places that have to be given to others: of those who are tied to the agency by now, or are no assessors any more.

What a tied person found, and a decision that rested on it, does not count while OIT is being scored; after that it has
become part of a verdict that the agency has read, and stays. What somebody found who only went away counts, and whoever
comes next goes on from there.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import Q, QuerySet

from prongsai.portal.disclosures.assessing.queries import BLIND, conflicts_of, to_share
from prongsai.portal.disclosures.assessing.sharing import Conflicts, Placed, ToShare
from prongsai.portal.disclosures.models import Adjudication, Mark, Seating, SeatKind
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.states import ORDER, RoundState

STILL_OPEN = ORDER[: ORDER.index(RoundState.CLARIFICATION)]
"""States of a round in which marks have come to nothing yet."""


def withdraw(seatings: QuerySet[Seating]) -> int:
    """Free the places of somebody who must not have them; gives back how many."""
    for place in seatings.filter(disclosure__round__state__in=STILL_OPEN):
        marks = Mark.objects.filter(seating=place)
        rests_on_it = Q(person_id=place.person_id) | Q(item__in=list(marks.values_list("item", flat=True)))
        Adjudication.objects.filter(rests_on_it, disclosure_id=place.disclosure_id).delete()
        marks.delete()
    numbers = list(seatings.filter(marks__isnull=True).values_list("pk", flat=True))
    Seating.objects.filter(pk__in=numbers).delete()
    return len(numbers)


def vacate_places(facts: RoundFacts, people: Collection[int]) -> tuple[list[ToShare], int]:
    """The agencies to share out with those who keep their places, and how many places tied people lost.

    `people` are the assessors of now.
    """
    agencies = to_share(facts.id)
    ties = conflicts_of({person for agency in agencies for person in agency.seated.values()})
    is_over = facts.has_reached(RoundState.CLARIFICATION)
    left, freed = [], 0
    for agency in agencies:
        tied = [person for person in agency.seated.values() if _is_tied(agency, person, ties)]
        if tied:
            freed += withdraw(Seating.objects.filter(disclosure_id=agency.disclosure_id, person_id__in=tied))
        staying = {
            kind: person
            for kind, person in agency.seated.items()
            if (is_over and kind in BLIND) or (person in people and person not in tied)
        }
        left.append(replace(agency, seated=staying))
    return left, freed


def seat_people(placed: Iterable[Placed]) -> None:
    """Give people their places; where somebody went away they take hers, with what was marked from it."""
    wanted = {(one.disclosure_id, one.kind): one.person_id for one in placed}
    for place in _held({disclosure for disclosure, _kind in wanted}):
        person = wanted.pop((place.disclosure_id, SeatKind(place.kind)), None)
        if person is not None:
            Seating.objects.filter(pk=place.pk).update(person_id=person)
    Seating.objects.bulk_create(
        Seating(disclosure_id=disclosure, kind=kind, person_id=person) for (disclosure, kind), person in wanted.items()
    )


def _held(disclosures: Collection[int]) -> list[Seating]:
    return list(Seating.objects.filter(disclosure_id__in=disclosures))


def _is_tied(agency: ToShare, person: int, ties: dict[int, Conflicts]) -> bool:
    return ties.get(person, Conflicts()).with_agency(agency.agency_id, agency.province)

"""Shares agencies out to assessors: evenly, without conflicts of interest, the same for the same seed. Pure."""

import hashlib
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.portal.disclosures.models import SeatKind


@dataclass(frozen=True, slots=True)
class ToShare:
    """An agency to mark: the disclosure's number, its province, and who sits there already."""

    disclosure_id: int
    agency_id: int
    province: str
    seated: Mapping[SeatKind, int]


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The ties of one person."""

    agencies: frozenset[int] = frozenset()
    provinces: frozenset[str] = frozenset()

    def with_agency(self, agency_id: int, province: str) -> bool:
        """Whether the person must not mark it."""
        return agency_id in self.agencies or province in self.provinces


@dataclass(frozen=True, slots=True)
class Placed:
    """A person who is given a place at an agency."""

    disclosure_id: int
    kind: SeatKind
    person_id: int


@dataclass(frozen=True, slots=True)
class SharedOut:
    """What was given to whom, and the places for which nobody was left."""

    placed: tuple[Placed, ...]
    unfilled: tuple[tuple[int, SeatKind], ...]


def share_out(
    agencies: Iterable[ToShare],
    people: Collection[int],
    conflicts: Mapping[int, Conflicts],
    *,
    seed: str,
) -> SharedOut:
    """Fill the free places, each with the person who has the fewest agencies to mark, or to adjudicate, so far.

    Agencies come in an order drawn from the seed; ties fall to the order of people drawn for the agency, so that no
    pair of assessors always sits together.
    """
    every = sorted(agencies, key=lambda agency: _drawn(seed, agency.disclosure_id))
    loads = _loads(every, people)
    placed: list[Placed] = []
    unfilled: list[tuple[int, SeatKind]] = []
    for agency in every:
        taken = set(agency.seated.values())
        for kind in (one for one in SeatKind if one not in agency.seated):
            barred = {
                one for one in people if conflicts.get(one, Conflicts()).with_agency(agency.agency_id, agency.province)
            } | taken
            person = _least_loaded(loads[kind], barred, f"{seed}:{agency.disclosure_id}")
            if person is None:
                unfilled.append((agency.disclosure_id, kind))
            else:
                loads[kind][person] += 1
                taken.add(person)
                placed.append(Placed(agency.disclosure_id, kind, person))
    return SharedOut(tuple(placed), tuple(unfilled))


def _loads(agencies: Sequence[ToShare], people: Collection[int]) -> dict[SeatKind, dict[int, int]]:
    """How many agencies each has; the first and the second place are the same work."""
    marking, deciding = dict.fromkeys(people, 0), dict.fromkeys(people, 0)
    loads = {SeatKind.FIRST: marking, SeatKind.SECOND: marking, SeatKind.ADJUDICATOR: deciding}
    for agency in agencies:
        for kind, person in agency.seated.items():
            if person in loads[kind]:
                loads[kind][person] += 1
    return loads


def _least_loaded(load: Mapping[int, int], barred: Container[int], seed: str) -> int | None:
    free = [person for person in load if person not in barred]
    return min(free, key=lambda one: (load[one], _drawn(seed, one)), default=None)


def _drawn(seed: str, number: int) -> str:
    return hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()

"""Brings a year that is not the newest to where its OIT is marked: taking part, answers, assessors, their marks.

What everybody does is done at a moment inside the phase in which it may be done, so that the calendar holds.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from prongsai.portal.agencies.queries import units_of
from prongsai.portal.demonstration.accounts import ACCOUNTS, SITES
from prongsai.portal.demonstration.disclosures import Page, answer_and_hand_in
from prongsai.portal.demonstration.rehearsal import seat_of
from prongsai.portal.disclosures.assessing.actions import save_mark, share_agencies
from prongsai.portal.disclosures.assessing.facts import SeatingFacts
from prongsai.portal.disclosures.assessing.inputs import ElementInput
from prongsai.portal.disclosures.assessing.queries import seating_of
from prongsai.portal.people.access import NationalSeat, take_national_seat
from prongsai.portal.people.queries import find_person, names_in_national_role
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.bangkok import start_of
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round, instrument_of
from prongsai.portal.rounds.taking_part.actions import confirm_participation, save_profile, submit_participation
from prongsai.portal.rounds.taking_part.freezing import confirmable_hash
from prongsai.portal.rounds.taking_part.inputs import ProfileInput, ServiceInput

YEAR = 2568
STAFF = (38, 21, 34, 26, 18)
SERVICES = (("ชำระภาษีและค่าธรรมเนียม", 1400), ("ทะเบียนราษฎร", 900))
LEFT_EMPTY = ("o18", "o22", "o26")
NOT_SEEN = ElementInput(is_there=False, reason="หน้าที่ให้ไว้ไม่แสดงรายการนี้")
SEEN = ElementInput(is_there=True)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One of the three who mark an agency, at their place there."""

    seat: NationalSeat
    place: SeatingFacts


@dataclass(frozen=True, slots=True)
class Bench:
    """The three who mark an agency."""

    first: Sitting
    second: Sitting
    judge: Sitting


def day_of(today: date, days: int) -> datetime:
    """Ten in the morning so many days from a day."""
    return start_of(today + timedelta(days=days)) + timedelta(hours=10)


def now_of(facts: RoundFacts) -> RoundFacts:
    """The round as it is now."""
    found = find_round(facts.slug)
    assert found is not None  # noqa: S101 - opened by whoever asks
    return found


def national_seats(role: Role) -> list[NationalSeat]:
    """The seats of the accounts that hold a national role."""
    people = [find_person(account.email) for account in ACCOUNTS if account.role is role]
    return [seat for person in people if person and (seat := take_national_seat(person))]


def assessors_are_ours() -> bool:
    """Whether nobody else assesses here: agencies are shared out to all who do, and then marked in their names."""
    ours = {seat.person.pk for seat in national_seats(Role.ASSESSOR)}
    return len(ours) == len(fields(Bench)) and set(names_in_national_role(Role.ASSESSOR)) == ours


def take_part(*, facts: RoundFacts, code: str, at: datetime) -> None:
    """Let an agency write its profile and its executive confirm it."""
    officer, executive = seat_of(code, Role.OFFICER), seat_of(code, Role.EXECUTIVE)
    units = tuple((unit.pk, staff) for unit, staff in zip(units_of(officer.agency.pk), STAFF, strict=False))
    entry = ProfileInput(
        website=f"{SITES[code]}/",
        address="ข้อมูลสมมติ",
        contact_phone="0 0000 0000",
        size="M",
        staff=sum(staff for _unit, staff in units),
        clients=sum(clients for _name, clients in SERVICES),
        units=units,
        services=tuple(ServiceInput(name, clients) for name, clients in SERVICES),
    )
    save_profile(seat=officer, round_id=facts.id, entry=entry, at=at)
    submit_participation(seat=officer, round_id=facts.id, at=at)
    seen = confirmable_hash(facts, executive.agency.pk)
    confirm_participation(seat=executive, round_id=facts.id, seen=seen, at=at)


def disclose(*, facts: RoundFacts, code: str, at: datetime) -> dict[str, list[Page]]:
    """Let an agency answer all but a few items; gives back what it showed, by item."""
    officer, executive = seat_of(code, Role.OFFICER), seat_of(code, Role.EXECUTIVE)
    pages = answer_and_hand_in(facts=facts, officer=officer, executive=executive, left_empty=LEFT_EMPTY, at=at)
    return {item: shown for item, shown in pages.items() if item not in LEFT_EMPTY}


def sit_down(*, facts: RoundFacts, code: str) -> Bench:
    """Share the round's agencies out, and find who marks the one."""
    [office] = national_seats(Role.OFFICE)
    share_agencies(seat=office, facts=facts, seed=facts.slug)
    found = {}
    for seat in national_seats(Role.ASSESSOR):
        place = seating_of(seat.person.pk, facts.id, code)
        if place is not None:
            found[place.kind.value] = Sitting(seat, place)
    return Bench(found["first"], found["second"], found["adjudicator"])


def mark(
    *, facts: RoundFacts, sitting: Sitting, items: Collection[str], missed: Collection[str], at: datetime | None = None
) -> None:
    """Mark items; in those that are missed the last required element is not there."""
    required: Mapping[str, int] = {code: len(item.must_show_th) for code, item in instrument_of(facts).items.items()}
    for item in items:
        last = NOT_SEEN if item in missed else SEEN
        elements = [*[SEEN] * (required[item] - 1), last]
        save_mark(seat=sitting.seat, facts=facts, seating=sitting.place, item=item, elements=elements, at=at)

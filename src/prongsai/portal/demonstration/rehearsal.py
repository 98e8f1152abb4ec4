"""A rehearsal round of the newest year in the middle of collecting, dated around the day on which it is loaded."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from prongsai.portal.agencies.queries import find_agency, units_of
from prongsai.portal.demonstration.accounts import ACCOUNTS, NEIGHBOUR, SITES, TOWN
from prongsai.portal.people.access import Seat, take_seat
from prongsai.portal.people.queries import find_person
from prongsai.portal.people.roles import Role
from prongsai.portal.rounds.bangkok import end_of, start_of
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running.actions import invite_agencies, move_round, open_round, set_phase
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.actions import confirm_participation, save_profile, submit_participation
from prongsai.portal.rounds.taking_part.freezing import confirmable_hash
from prongsai.portal.rounds.taking_part.inputs import ProfileInput, ServiceInput

YEAR = 2569
SLUG = f"rehearsal-{YEAR}"
DAYS = {
    "assessment": (-60, 215),
    "framework": (-60, -46),
    "registration": (-45, 120),
    "population": (-45, 120),
    "population-approval": (-45, 120),
    "surveys": (-14, 150),
    "disclosure": (-14, 120),
    "disclosure-approval": (-7, 130),
    "scoring": (131, 160),
    "clarification": (161, 175),
    "final-scoring": (176, 190),
    "processing": (191, 210),
}
"""First and last day of each phase, counted from the day of loading; long, so that whoever tries it finds it open."""

STAFF = (38, 21, 34, 26, 18)
SERVICES = (("ชำระภาษีและค่าธรรมเนียม", 5200), ("ทะเบียนราษฎร", 3900), ("ขออนุญาตก่อสร้าง", 410), ("สาธารณสุข", 2600))


def load_rehearsal(*, actor: str, codes: Iterable[str], today: date) -> None:
    """Open the round, let the town take part with figures made up for it, and its neighbour begin; once only."""
    if find_round(SLUG) is not None:
        return
    names = f"ซักซ้อมการประเมิน ปีงบประมาณ พ.ศ. {YEAR}", f"Rehearsal of fiscal year {YEAR}"
    facts = begin_round(actor=actor, year=YEAR, names=names, today=today, days=DAYS, codes=codes)
    _confirm_town(facts)
    save_profile(seat=seat_of(NEIGHBOUR, Role.OFFICER), round_id=facts.id, entry=_half_a_profile())
    for state in (RoundState.CONFIRMATION, RoundState.COLLECTING):
        move_round(actor=actor, round_id=facts.id, to=state)


def begin_round(
    *,
    actor: str,
    year: int,
    names: tuple[str, str],
    today: date,
    days: Mapping[str, tuple[int, int]],
    codes: Iterable[str],
    is_rehearsal: bool = True,
) -> RoundFacts:
    """Open a round, date its phases (the first and last day of each, counted from `today`) and let agencies register.

    `names` are its Thai and English name. One that is no rehearsal is of agencies that were made up.
    """
    facts = open_round(actor=actor, year=year, is_rehearsal=is_rehearsal, name_th=names[0], name_en=names[1])
    for key, (first, last) in days.items():
        set_phase(
            actor=actor,
            round_id=facts.id,
            key=key,
            opens_at=start_of(today + timedelta(days=first)),
            closes_at=end_of(today + timedelta(days=last)),
        )
    invite_agencies(
        actor=actor, round_id=facts.id, codes=tuple(codes), how="demonstration", is_made_up=not is_rehearsal
    )
    return move_round(actor=actor, round_id=facts.id, to=RoundState.REGISTRATION)


def _confirm_town(facts: RoundFacts) -> None:
    officer, executive = seat_of(TOWN, Role.OFFICER), seat_of(TOWN, Role.EXECUTIVE)
    save_profile(seat=officer, round_id=facts.id, entry=_profile(officer))
    submit_participation(seat=officer, round_id=facts.id)
    seen = confirmable_hash(facts, executive.agency.pk)
    confirm_participation(seat=executive, round_id=facts.id, seen=seen)


def _profile(officer: Seat) -> ProfileInput:
    units = [unit.pk for unit in units_of(officer.agency.pk)]
    return ProfileInput(
        website=f"{SITES[TOWN]}/",
        address="ข้อมูลสมมติสำหรับซักซ้อม",
        contact_phone="0 0000 0000",
        staff=sum(STAFF) + 5,
        clients=8400,
        units=tuple(zip(units, STAFF, strict=False)),
        services=tuple(ServiceInput(name, clients) for name, clients in SERVICES),
    )


def _half_a_profile() -> ProfileInput:
    return ProfileInput(address="ข้อมูลสมมติสำหรับซักซ้อม", size="M", staff=46)


def seat_of(agency_code: str, role: Role) -> Seat:
    """The seat of the account that works there in this role."""
    [account] = [account for account in ACCOUNTS if (account.agency, account.role) == (agency_code, role)]
    person, agency = find_person(account.email), find_agency(agency_code)
    seat = take_seat(person, agency) if person and agency else None
    assert seat is not None  # noqa: S101 - `load_accounts` made it
    return seat

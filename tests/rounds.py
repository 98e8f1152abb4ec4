"""Rounds to play in, beside the cast: import both in a conftest (`from tests.rounds import *`).

`rehearsal` is a rehearsal round of 2569 in registration, `agency` and `other_agency` invited; `collecting` is the same
round in collecting, with `agency` confirmed: `clerk_office` has 14 staff, `treasury` 9, the agency 25 in all (two belong
to no unit), 1200 clients, two services. Every phase is open from yesterday for thirty days. Each gives `RoundFacts`.
`profile` is what the officer of `agency` hands in.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.rounds.queries import calendar, find_round
from prongsai.portal.rounds.running.actions import invite_agencies, move_round, open_round, set_phase
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.actions import confirm_participation, save_profile, submit_participation
from prongsai.portal.rounds.taking_part.freezing import confirmable_hash
from prongsai.portal.rounds.taking_part.inputs import ProfileInput, ServiceInput

__all__ = ["collecting", "confirm", "profile", "rehearsal"]

ACTOR = "tester"


def move_to(round_id: int, *states: RoundState) -> None:
    """Through the states, one by one."""
    for state in states:
        move_round(actor=ACTOR, round_id=round_id, to=state)


def date_every_phase(facts: RoundFacts, *, days: int = 30) -> None:
    """From yesterday on, all at once."""
    opens_at = timezone.now() - timedelta(days=1)
    for phase in calendar(facts):
        set_phase(
            actor=ACTOR,
            round_id=facts.id,
            key=phase.key,
            opens_at=opens_at,
            closes_at=opens_at + timedelta(days=days),
        )


def confirm(officer, executive, facts: RoundFacts, entry: ProfileInput) -> str:
    """Save, submit and confirm; gives back the copy's hash."""
    save_profile(seat=officer.seat, round_id=facts.id, entry=entry)
    submit_participation(seat=officer.seat, round_id=facts.id)
    return confirm_participation(
        seat=executive.seat, round_id=facts.id, seen=confirmable_hash(facts, officer.seat.agency.pk)
    )


@pytest.fixture
def profile(clerk_office, treasury) -> ProfileInput:
    return ProfileInput(
        website="https://town.example/",
        address="1 ถนนตัวอย่าง",
        contact_phone="0 2000 0000",
        staff=25,
        clients=1200,
        units=((clerk_office.pk, 14), (treasury.pk, 9)),
        services=(ServiceInput("ชำระภาษีที่ดิน", 700), ServiceInput("ทะเบียนราษฎร", 650)),
    )


@pytest.fixture
def rehearsal(agency, other_agency) -> RoundFacts:
    facts = open_round(actor=ACTOR, year=2569, is_rehearsal=True, name_th="ซักซ้อมปี 2569", name_en="Rehearsal 2569")
    date_every_phase(facts)
    invite_agencies(actor=ACTOR, round_id=facts.id, codes=[agency.code, other_agency.code], how="all")
    move_to(facts.id, RoundState.REGISTRATION)
    return find_round(facts.slug)


@pytest.fixture
def collecting(rehearsal, officer, executive, profile) -> RoundFacts:
    confirm(officer, executive, rehearsal, profile)
    move_to(rehearsal.id, RoundState.CONFIRMATION, RoundState.COLLECTING)
    return find_round(rehearsal.slug)

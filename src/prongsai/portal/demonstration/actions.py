"""Loads the demonstration; every agency and year goes through the same actions as in earnest."""

from datetime import UTC, datetime
from itertools import chain

from django.db import transaction
from django.utils import timezone

from prongsai.portal.agencies.actions import add_unit, save_agency
from prongsai.portal.agencies.queries import agencies_by_code, every_unit_of, units_of
from prongsai.portal.demonstration.accounts import ACCOUNTS, PASSWORD, TOWN, UNITS
from prongsai.portal.demonstration.answers import load_answers
from prongsai.portal.demonstration.disclosures import load_disclosures
from prongsai.portal.demonstration.fictional import fictional_agencies, stated_years
from prongsai.portal.demonstration.finished_round import load_finished_round
from prongsai.portal.demonstration.interviews import load_interviews
from prongsai.portal.demonstration.made_up_nation import load_made_up_nation
from prongsai.portal.demonstration.marked_rehearsal import load_marked_rehearsal
from prongsai.portal.demonstration.marking import assessors_are_ours
from prongsai.portal.demonstration.papers import load_papers
from prongsai.portal.demonstration.plans import load_plans
from prongsai.portal.demonstration.published import published_agencies, published_years
from prongsai.portal.demonstration.rehearsal import SLUG as REHEARSAL
from prongsai.portal.demonstration.rehearsal import load_rehearsal, seat_of
from prongsai.portal.people.actions import add_person, grant_role
from prongsai.portal.people.queries import find_person
from prongsai.portal.people.roles import Role
from prongsai.portal.results.actions import publish_result
from prongsai.portal.rounds.queries import find_round

ACTOR = "demonstration"
ANNOUNCED_MONTH = 8
BUDDHIST_ERA_OFFSET = 543


@transaction.atomic
def load_demonstration(*, actor: str = ACTOR) -> int:
    """Save the demonstration's agencies and publish their results; gives back how many agencies there are.

    Safe to repeat: what already stands is left as it is.
    """
    agencies = tuple(chain(published_agencies(), fictional_agencies()))
    for agency in agencies:
        save_agency(
            actor=actor,
            code=agency.code,
            name_th=agency.name_th,
            name_en=agency.name_en,
            type=agency.type,
            province=agency.province,
            district=agency.district,
            is_fictional=agency.is_fictional,
        )
    for entry in chain(published_years(), stated_years()):
        publish_result(
            actor=actor,
            agency=entry.agency,
            year=entry.year,
            figures=entry.figures,
            source_note=entry.source_note,
            published_at=datetime(entry.year - BUDDHIST_ERA_OFFSET, ANNOUNCED_MONTH, 31, 3, tzinfo=UTC),
        )
    load_accounts(actor=actor)
    load_rehearsal(actor=actor, codes=[agency.code for agency in agencies], today=timezone.localdate())
    town, facts = agencies_by_code()[TOWN], find_round(REHEARSAL)
    if facts is not None:
        load_answers(actor=actor, facts=facts, agency_id=town.pk, agency_code=town.code)
        load_interviews(actor=actor, facts=facts, agency_id=town.pk, today=timezone.localdate())
        officer, executive = seat_of(TOWN, Role.OFFICER), seat_of(TOWN, Role.EXECUTIVE)
        load_disclosures(facts=facts, officer=officer, executive=executive, now=timezone.localtime())
    if assessors_are_ours():
        load_marked_rehearsal(actor=actor, today=timezone.localdate())
        load_finished_round(actor=actor, now=timezone.localtime())
    load_made_up_nation(actor=actor, today=timezone.localdate())
    load_papers(agency=town)
    load_plans()
    return len(agencies)


@transaction.atomic
def load_accounts(*, actor: str = ACTOR) -> None:
    """Make the units and the accounts to try the office with; those that exist stay as they are."""
    agencies = agencies_by_code()
    for code, names in UNITS.items():
        present = {unit.name for unit in every_unit_of(agencies[code].pk)}
        for name in names:
            if name not in present:
                add_unit(actor=actor, agency=agencies[code], name=name)
    for account in ACCOUNTS:
        if find_person(account.email) is None:
            agency = agencies[account.agency] if account.agency else None
            units = [unit for unit in units_of(agency.pk) if unit.name in account.units] if agency else []
            person = add_person(actor=actor, email=account.email, display_name=account.display_name, password=PASSWORD)
            grant_role(actor=actor, person=person, agency=agency, role=account.role, units=units)


def sign_in_lines() -> list[str]:
    """What to sign in with, in lines to print; none where the demonstration was not loaded."""
    present = [account for account in ACCOUNTS if find_person(account.email) is not None]
    lines = [f"  {account.email:<42} {account.display_name} · {account.agency or 'national'}" for account in present]
    return [f"Demonstration accounts, password {PASSWORD}:", *lines] if lines else []

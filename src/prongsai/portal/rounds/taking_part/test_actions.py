"""What an agency can and cannot do in a round."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from tests.rounds import ACTOR, confirm

from prongsai.portal.agencies.actions import save_agency
from prongsai.portal.agencies.queries import type_choices
from prongsai.portal.files.fingerprints import fingerprint_of
from prongsai.portal.journal.queries import lines_about
from prongsai.portal.rounds.agency_types import rule_type, rule_types
from prongsai.portal.rounds.models import ConfirmedCopy, Participation
from prongsai.portal.rounds.queries import participation
from prongsai.portal.rounds.refusals import RoundRefusedError
from prongsai.portal.rounds.running.actions import move_round
from prongsai.portal.rounds.states import RoundState
from prongsai.portal.rounds.taking_part.actions import (
    confirm_participation,
    return_participation,
    save_profile,
    submit_participation,
)
from prongsai.portal.rounds.taking_part.freezing import confirmable_hash
from prongsai.portal.rounds.taking_part.inputs import ProfileInput, ServiceInput
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.loading import agency_types, known_years, load_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(rehearsal, officer, profile):
    save_profile(seat=officer.seat, round_id=rehearsal.id, entry=profile)
    submit_participation(seat=officer.seat, round_id=rehearsal.id)
    return rehearsal


def journal():
    return [line.verb for line in lines_about("agencies/town/rounds/rehearsal-2569")]


def refused_with(officer, rehearsal, entry):
    save_profile(seat=officer.seat, round_id=rehearsal.id, entry=entry)
    with pytest.raises(RoundRefusedError) as refusal:
        submit_participation(seat=officer.seat, round_id=rehearsal.id)
    return str(refusal.value)


def test_a_draft_may_be_incomplete(rehearsal, officer, agency):
    save_profile(seat=officer.seat, round_id=rehearsal.id, entry=ProfileInput(website="https://town.example/"))
    assert participation(rehearsal.id, agency.pk).website == "https://town.example/"
    assert journal() == ["participation.save"]


def test_saving_again_replaces_what_stood(rehearsal, officer, agency, profile, treasury):
    save_profile(seat=officer.seat, round_id=rehearsal.id, entry=profile)
    less = replace(profile, units=((treasury.pk, 9),), services=(ServiceInput("ทะเบียนราษฎร", 650),))
    save_profile(seat=officer.seat, round_id=rehearsal.id, entry=less)
    facts = participation(rehearsal.id, agency.pk)
    assert [unit.name for unit in facts.units] == ["กองคลัง"]
    assert [service.name for service in facts.services] == ["ทะเบียนราษฎร"]


def test_another_agencys_unit_is_refused(rehearsal, officer, village_office, profile):
    with pytest.raises(RoundRefusedError, match="สำนัก/กอง"):
        save_profile(seat=officer.seat, round_id=rehearsal.id, entry=replace(profile, units=((village_office.pk, 3),)))
    assert journal() == []


def test_a_group_that_is_not_of_the_agencys_type_is_refused(rehearsal, officer, profile):
    with pytest.raises(RoundRefusedError, match="กลุ่ม"):
        save_profile(seat=officer.seat, round_id=rehearsal.id, entry=replace(profile, rule_type="สถาบันอุดมศึกษา"))


def test_a_broken_website_is_refused(rehearsal, officer, profile):
    with pytest.raises(ValidationError):
        save_profile(seat=officer.seat, round_id=rehearsal.id, entry=replace(profile, website="not a site"))


def test_submitting_names_everything_that_is_missing(rehearsal, officer):
    text = refused_with(officer, rehearsal, ProfileInput())
    for word in ("เว็บไซต์", "ที่อยู่", "โทรศัพท์", "บุคลากร", "ผู้รับบริการ", "สำนัก/กอง", "งานบริการ"):
        assert word in text


def test_units_cannot_have_more_staff_than_the_agency(rehearsal, officer, profile):
    assert "มากกว่าทั้งหน่วยงานอยู่ 3 คน" in refused_with(officer, rehearsal, replace(profile, staff=20))


def test_a_service_cannot_have_more_clients_than_the_agency(rehearsal, officer, profile):
    assert "“ชำระภาษีที่ดิน”" in refused_with(officer, rehearsal, replace(profile, clients=690))


def test_what_is_submitted_can_no_longer_be_written(submitted, officer, profile):
    with pytest.raises(RoundRefusedError, match="รอผู้บริหารยืนยัน"):
        save_profile(seat=officer.seat, round_id=submitted.id, entry=profile)


def test_confirming_keeps_a_copy_with_its_hash(submitted, executive, agency):
    sha256 = confirm_participation(
        seat=executive.seat, round_id=submitted.id, seen=confirmable_hash(submitted, agency.pk)
    )
    copy = ConfirmedCopy.objects.get()
    assert copy.sha256 == sha256 == fingerprint_of(copy.contents)
    assert copy.contents["staff"] == 25
    assert copy.contents["minimums"][0] == {"part": "IIT", "minimum": 25, "confidence": "low"}
    assert copy.contents["is_rehearsal"] is True
    assert copy.by == executive.seat.actor
    assert journal()[-1] == "participation.confirm"


def test_only_what_was_seen_is_confirmed(submitted, executive):
    with pytest.raises(RoundRefusedError, match="เปลี่ยนไป"):
        confirm_participation(seat=executive.seat, round_id=submitted.id, seen="0" * 64)
    assert not ConfirmedCopy.objects.exists()


def test_a_draft_is_not_confirmed(rehearsal, executive, agency):
    with pytest.raises(RoundRefusedError, match="กำลังกรอก"):
        confirm_participation(seat=executive.seat, round_id=rehearsal.id, seen=confirmable_hash(rehearsal, agency.pk))


def test_returning_takes_a_reason_and_opens_it_again(submitted, officer, executive, profile):
    with pytest.raises(RoundRefusedError, match="เหตุผล"):
        return_participation(seat=executive.seat, round_id=submitted.id, reason=" ")
    return_participation(seat=executive.seat, round_id=submitted.id, reason="จำนวนกองคลังไม่ตรง")
    assert Participation.objects.get(agency=executive.seat.agency).return_reason == "จำนวนกองคลังไม่ตรง"
    confirm(officer, executive, submitted, profile)
    row = Participation.objects.get(agency=executive.seat.agency)
    assert (row.state, row.return_reason) == ("confirmed", "")
    assert journal()[2:4] == ["participation.return", "participation.save"]


def test_the_last_confirmed_copy_counts_until_another_is(submitted, officer, executive, agency, profile):
    confirm_participation(seat=executive.seat, round_id=submitted.id, seen=confirmable_hash(submitted, agency.pk))
    return_participation(seat=executive.seat, round_id=submitted.id, reason="ย้ายคนออกสองคน")
    save_profile(seat=officer.seat, round_id=submitted.id, entry=replace(profile, staff=23))
    facts = participation(submitted.id, agency.pk)
    assert (facts.state, facts.is_confirmed, facts.version, facts.staff) == ("returned", True, 1, 25)
    submit_participation(seat=officer.seat, round_id=submitted.id)
    confirm_participation(seat=executive.seat, round_id=submitted.id, seen=confirmable_hash(submitted, agency.pk))
    facts = participation(submitted.id, agency.pk)
    assert (facts.version, facts.staff, facts.minimums[Instrument.IIT].minimum) == (2, 23, 23)
    assert [copy.contents["staff"] for copy in ConfirmedCopy.objects.order_by("version")] == [25, 23]


def test_a_unit_renamed_later_keeps_its_name_in_the_copy(submitted, executive, agency, clerk_office):
    from prongsai.portal.agencies.actions import rename_unit

    confirm_participation(seat=executive.seat, round_id=submitted.id, seen=confirmable_hash(submitted, agency.pk))
    rename_unit(actor=ACTOR, unit=clerk_office, name="สำนักใหม่")
    assert participation(submitted.id, agency.pk).units[0].name == "สำนักปลัดเทศบาล"


@pytest.mark.parametrize("days", [-2, 40])
def test_outside_the_dates_nothing_is_written(rehearsal, officer, profile, days):
    with pytest.raises(RoundRefusedError, match="ช่วงเวลา"):
        save_profile(seat=officer.seat, round_id=rehearsal.id, entry=profile, at=timezone.now() + timedelta(days=days))


def test_outside_the_dates_nothing_is_judged(submitted, executive, agency):
    late = timezone.now() + timedelta(days=40)
    with pytest.raises(RoundRefusedError, match="ช่วงเวลา"):
        confirm_participation(
            seat=executive.seat, round_id=submitted.id, seen=confirmable_hash(submitted, agency.pk), at=late
        )
    with pytest.raises(RoundRefusedError, match="ช่วงเวลา"):
        return_participation(seat=executive.seat, round_id=submitted.id, reason="ช้าไป", at=late)


def test_once_scoring_has_begun_nothing_is_written(collecting, stranger, profile):
    move_round(actor=ACTOR, round_id=collecting.id, to=RoundState.DISCLOSURE_SCORING)
    with pytest.raises(RoundRefusedError, match="ช่วงเวลา"):
        save_profile(seat=stranger.seat, round_id=collecting.id, entry=ProfileInput())


def test_the_database_keeps_submitted_numbers_and_confirmed_copies(submitted):
    row = Participation.objects.filter(state="submitted")
    with pytest.raises(IntegrityError, match="submitted_with_its_numbers"), transaction.atomic():
        row.update(staff=None)
    with pytest.raises(IntegrityError, match="confirmed_means_a_copy"), transaction.atomic():
        row.update(state="confirmed")
    with pytest.raises(IntegrityError, match="returned_with_a_reason"), transaction.atomic():
        row.update(state="returned")


def test_a_size_is_asked_where_the_minimum_depends_on_it(rehearsal, stranger, village_office):
    entry = ProfileInput(
        website="https://village.example/",
        address="2 ถนนตัวอย่าง",
        contact_phone="0 2000 0001",
        staff=40,
        clients=900,
        units=((village_office.pk, 40),),
        services=(ServiceInput("จดทะเบียน", 900),),
    )
    assert "เลือกขนาด" in refused_with(stranger, rehearsal, entry)
    save_profile(seat=stranger.seat, round_id=rehearsal.id, entry=replace(entry, size="M"))
    submit_participation(seat=stranger.seat, round_id=rehearsal.id)
    facts = participation(rehearsal.id, stranger.seat.agency.pk)
    assert {part: sample.minimum for part, sample in facts.minimums.items()} == {"IIT": 30, "EIT1": 40, "EIT2": None}


def test_every_group_of_the_rules_belongs_to_a_type_and_every_type_is_listed():
    named = {rule.agency_type for year in known_years() for rule in load_year(year).round.samples} - {""}
    mapped = {group for kind, _label in type_choices() for group in rule_types(kind)}
    assert named == mapped
    assert set(agency_types()) == {kind for kind, _label in type_choices()}


def test_where_a_type_is_several_groups_the_choice_counts():
    policy, serving = rule_types("department")
    assert rule_type("department") == ""
    assert rule_type("department", serving) == serving
    assert rule_type("department", "สถาบันอุดมศึกษา") == ""
    assert rule_type("university") == "สถาบันอุดมศึกษา"
    assert policy != serving


def test_a_department_says_which_group_it_is(rehearsal, hire):
    from prongsai.portal.people.roles import Role
    from prongsai.portal.rounds.running.actions import invite_agencies

    office = save_agency(actor=ACTOR, code="dept", name_th="กรมตัวอย่าง", type="department")
    invite_agencies(actor=ACTOR, round_id=rehearsal.id, codes=["dept"], how="all")
    player = hire("dept-officer", office, Role.OFFICER)
    assert "เลือกกลุ่มของหน่วยงาน" in refused_with(player, rehearsal, ProfileInput())
    chosen = rule_types("department")[1]
    save_profile(seat=player.seat, round_id=rehearsal.id, entry=ProfileInput(rule_type=chosen, staff=100, clients=9000))
    facts = participation(rehearsal.id, office.pk)
    assert (facts.rule_type, facts.minimums[Instrument.EIT1].minimum) == (chosen, 400)

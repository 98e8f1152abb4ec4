import pytest
from django.contrib.auth.models import AnonymousUser

from prongsai.portal.people import actions
from prongsai.portal.people.access import may, take_seat
from prongsai.portal.people.roles import NATIONAL_PERMISSIONS, ROLE_PERMISSIONS, Permission, Role

pytestmark = pytest.mark.django_db


def test_every_role_is_in_the_table():
    assert set(ROLE_PERMISSIONS) == set(Role)


def test_national_roles_open_no_agency(assessor, national_office, agency):
    for player in (assessor, national_office):
        assert take_seat(player.person, agency) is None
        assert not any(may(player.person, permission, agency.pk) for permission in Permission)


def test_nobody_may_nothing(agency):
    assert not any(may(AnonymousUser(), permission, agency.pk) for permission in Permission)


@pytest.mark.parametrize(
    ("who", "granted"),
    [
        (
            "officer",
            set(Permission)
            - NATIONAL_PERMISSIONS
            - {
                Permission.APPROVE_PLAN,
                Permission.APPROVE_PAPERS,
                Permission.ANSWER_ASSIGNMENT,
                Permission.CONFIRM_PARTICIPATION,
                Permission.CONFIRM_DISCLOSURE,
            },
        ),
        (
            "executive",
            {
                Permission.SEE_AGENCY,
                Permission.APPROVE_PLAN,
                Permission.APPROVE_PAPERS,
                Permission.CONFIRM_PARTICIPATION,
                Permission.CONFIRM_DISCLOSURE,
                Permission.READ_JOURNAL,
            },
        ),
        (
            "unit_head",
            {
                Permission.SEE_AGENCY,
                Permission.ANSWER_ASSIGNMENT,
                Permission.REPORT_STEP,
                Permission.CHECK_STEP,
                Permission.ANSWER_ITEMS,
            },
        ),
        ("contributor", {Permission.SEE_AGENCY, Permission.REPORT_STEP, Permission.ANSWER_ITEMS}),
        ("auditor", {Permission.SEE_AGENCY, Permission.READ_JOURNAL}),
    ],
)
def test_a_role_may_what_is_granted_and_nothing_else(request, agency, other_agency, who, granted):
    person = request.getfixturevalue(who).person
    assert {permission for permission in Permission if may(person, permission, agency.pk)} == granted
    assert not any(may(person, permission, other_agency.pk) for permission in Permission)


def test_a_unit_sees_only_its_own_and_an_officer_works_in_all(
    officer, executive, unit_head, other_unit_head, clerk_office, treasury
):
    assert officer.seat.works_in(clerk_office.pk)
    assert officer.seat.sees(treasury.pk)
    assert unit_head.seat.works_in(clerk_office.pk)
    assert not unit_head.seat.sees(treasury.pk)
    assert not other_unit_head.seat.works_in(clerk_office.pk)
    assert executive.seat.sees(treasury.pk)
    assert not executive.seat.works_in(treasury.pk)


def test_a_head_of_one_unit_who_reports_for_another_checks_only_the_one(unit_head, agency, clerk_office, treasury):
    actions.grant_role(actor="tester", person=unit_head.person, agency=agency, role=Role.CONTRIBUTOR, units=[treasury])
    seat = unit_head.seat
    assert seat.unit_ids == {clerk_office.pk, treasury.pk}
    assert seat.may_in(Permission.CHECK_STEP, clerk_office.pk)
    assert seat.may_in(Permission.REPORT_STEP, treasury.pk)
    assert not seat.may_in(Permission.CHECK_STEP, treasury.pk)


def test_a_role_for_the_whole_agency_holds_in_every_unit(officer, auditor, treasury):
    assert officer.seat.may_in(Permission.CHECK_STEP, treasury.pk)
    assert not auditor.seat.may_in(Permission.CHECK_STEP, treasury.pk)


def test_an_ended_membership_and_a_closed_account_have_no_seat(officer, colleague, agency):
    [held] = officer.person.memberships.all()
    actions.end_membership(actor="tester", membership=held)
    assert officer.seat is None
    colleague.person.is_active = False
    assert colleague.seat is None


def test_the_journal_knows_a_person_by_number(officer):
    assert officer.seat.actor == f"person/{officer.person.pk}"


def test_a_seat_takes_two_queries(officer, agency, django_assert_num_queries):
    with django_assert_num_queries(2):
        take_seat(officer.person, agency)

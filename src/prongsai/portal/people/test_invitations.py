import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from prongsai.portal.journal.queries import JournalLine
from prongsai.portal.people.actions import RoleError, grant_role, invite_person
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.roles import Role

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
NEW = {"display_name": "ผู้อำนวยการกองช่าง", "password": PASSWORD, "language": "th"}


@pytest.fixture
def invite(officer, agency):
    def act(email="new@cast.example", role="auditor", **typed):
        answer = officer.post(f"/office/{agency.code}/people/invite/", {"email": email, "role": role, **typed})
        found = re.search(r'value="http://testserver(/account/invitation/[^"]+)"', answer.content.decode())
        return found[1] if found else None

    return act


def test_an_invited_person_makes_an_account_and_sits_down(invite, visitor, agency, treasury, mailoutbox):
    address = invite(role="unit-head", units=[treasury.pk])
    assert address in mailoutbox[0].body
    assert mailoutbox[0].to == ["new@cast.example"]
    assert "กองคลัง" in visitor.get(address).content.decode()
    assert visitor.post(address, NEW)["Location"] == "/office/town/"
    assert visitor.get("/office/town/").status_code == 200
    held = Membership.objects.get(person__email="new@cast.example")
    assert (held.role, list(held.units.all())) == ("unit-head", [treasury])


def test_a_link_works_once(invite, visitor):
    address = invite()
    visitor.post(address, NEW)
    assert Client().get(address).status_code == 404


def test_only_the_hash_of_a_token_is_kept(invite):
    address = invite()
    token = address.rstrip("/").rsplit("/", 1)[1]
    assert token not in str(Invitation.objects.values_list().get())


@pytest.mark.parametrize("field", ["expires_at", "withdrawn_at"])
def test_an_invitation_that_ran_out_or_was_withdrawn_opens_nothing(invite, visitor, field):
    address = invite()
    Invitation.objects.update(**{field: timezone.now() - timedelta(seconds=1)})
    assert visitor.get(address).status_code == 404
    assert visitor.post(address, NEW).status_code == 404


def test_somebody_with_an_account_signs_in_to_accept(invite, stranger, visitor, agency):
    address = invite(email="STRANGER@cast.example")
    assert visitor.get(address)["Location"].startswith("/account/sign-in/?next=/account/invitation/")
    assert stranger.get(f"/office/{agency.code}/").status_code == 404
    stranger.post(address)
    assert stranger.get(f"/office/{agency.code}/").status_code == 200
    assert stranger.get("/office/").content.decode().count('class="card"') == 2


def test_an_invitation_is_not_for_somebody_else(invite, stranger, auditor):
    address = invite(email="stranger@cast.example")
    assert auditor.get(address).status_code == 403
    assert auditor.post(address).status_code == 403
    assert not Invitation.objects.exclude(accepted_at=None).exists()


def test_inviting_again_makes_the_lost_link_useless(invite, visitor):
    first, second = invite(), invite()
    assert visitor.get(first).status_code == 404
    assert visitor.get(second).status_code == 200


def test_withdrawing(invite, officer, visitor, agency):
    address = invite()
    number = Invitation.objects.get().pk
    assert "new@cast.example" in officer.get("/office/town/people/").content.decode()
    officer.post(f"/office/town/people/invitations/{number}/withdraw/")
    assert visitor.get(address).status_code == 404
    assert officer.post(f"/office/town/people/invitations/{number}/withdraw/").status_code == 404


def test_an_officer_of_another_agency_cannot_withdraw(invite, stranger, other_agency):
    invite()
    number = Invitation.objects.get().pk
    assert stranger.post(f"/office/{other_agency.code}/people/invitations/{number}/withdraw/").status_code == 404


@pytest.mark.parametrize("typed", [{"role": "office"}, {"role": "king"}, {"role": "unit-head"}, {"email": "no email"}])
def test_what_cannot_be_invited_is_refused_in_words(officer, agency, clerk_office, typed):
    asked = {"email": "new@cast.example", "role": "auditor"} | typed
    response = officer.post("/office/town/people/invite/", asked)
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert not Invitation.objects.exists()


def test_a_unit_of_another_agency_is_refused(officer, agency, village_office):
    asked = {"email": "new@cast.example", "role": "unit-head", "units": [village_office.pk]}
    assert 'role="alert"' in officer.post("/office/town/people/invite/", asked).content.decode()
    with pytest.raises(RoleError, match="another agency"):
        invite_person(
            actor="tester",
            invited_by=officer.person,
            agency=agency,
            email="new@cast.example",
            role=Role.UNIT_HEAD,
            units=[village_office],
        )


@pytest.mark.parametrize("password", ["short", "password1234"])
def test_an_easy_password_is_refused(invite, visitor, password):
    response = visitor.post(invite(), NEW | {"password": password})
    assert 'role="alert"' in response.content.decode()
    assert not Person.objects.filter(email="new@cast.example").exists()


def test_the_journal_holds_no_names_and_no_emails(invite, visitor):
    visitor.post(invite(), NEW)
    written = str(list(JournalLine.objects.values_list("actor", "verb", "object", "detail")))
    assert "cast.example" not in written
    assert NEW["display_name"] not in written
    assert {"invitation.send", "invitation.accept", "membership.grant"} <= set(
        JournalLine.objects.values_list("verb", flat=True)
    )


def test_national_roles_are_held_without_an_agency(officer, agency):
    with pytest.raises(RoleError):
        grant_role(actor="tester", person=officer.person, agency=agency, role=Role.OFFICE)
    with pytest.raises(RoleError):
        grant_role(actor="tester", person=officer.person, agency=None, role=Role.OFFICER)

"""When two people use, withdraw or end the same thing at the same moment, one has done it and the other is told."""

import pytest
from django.test import Client
from tests.at_once import at_once, refused

from prongsai.portal.journal.queries import JournalLine, verify_chain
from prongsai.portal.people.actions import (
    InvitationError,
    LastOfficerError,
    accept_as_new_person,
    accept_invitation,
    end_membership,
    invite_person,
    renew_invitation,
    withdraw_invitation,
)
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)

NEW = {"display_name": "ผู้อำนวยการ", "password": "a long enough password", "language": "th"}


@pytest.fixture
def invite(officer):
    """Invites `who` to an agency, the officer's by itself."""

    def act(email="new@cast.example", to=None):
        return invite_person(
            actor="tester", invited_by=officer.person, agency=to or officer.agency, email=email, role=Role.AUDITOR
        )

    return act


def lines(verb):
    return JournalLine.objects.filter(verb=verb).count()


def test_a_new_person_who_accepts_twice_gets_one_account(invite):
    invitation = invite().invitation
    answers = at_once(*(lambda: accept_as_new_person(invitation=invitation, **NEW) for _ in range(2)))
    assert "no longer open" in refused(answers, InvitationError)
    assert Person.objects.filter(email="new@cast.example").count() == 1
    assert Membership.objects.filter(person__email="new@cast.example").count() == 1
    assert lines("invitation.accept") == 1
    assert verify_chain().is_whole


def test_two_clicks_on_accept_make_an_account_and_say_what_to_do(invite):
    address = f"/account/invitation/{invite().token}/"
    answers = at_once(*(lambda: Client().post(address, NEW) for _ in range(2)))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    told = next(answer for answer in answers if answer.status_code == 409)
    assert "ถ้าท่านเพิ่งตอบรับ เข้าสู่ระบบได้เลย" in told.content.decode()


def test_somebody_with_an_account_who_accepts_twice_holds_the_role_once(invite, stranger, agency):
    invitation = invite("stranger@cast.example").invitation
    answers = at_once(*(lambda: accept_invitation(invitation=invitation, person=stranger.person) for _ in range(2)))
    refused(answers, InvitationError)
    assert Membership.objects.filter(person=stranger.person, agency=agency).count() == 1


def test_two_agencies_that_invited_the_same_new_person_give_one_account(invite, other_agency):
    invitations = [invite().invitation, invite(to=other_agency).invitation]
    answers = at_once(*(lambda i=i: accept_as_new_person(invitation=i, **NEW) for i in invitations))
    assert "sign in to accept" in refused(answers, InvitationError)
    assert Person.objects.filter(email="new@cast.example").count() == 1
    assert Invitation.objects.filter(accepted_at=None).count() == 1


def test_an_invitation_is_accepted_or_withdrawn_but_never_both(invite):
    invitation = invite().invitation
    answers = at_once(
        lambda: accept_as_new_person(invitation=invitation, **NEW),
        lambda: withdraw_invitation(actor="tester", invitation=invitation),
    )
    refused(answers, InvitationError)
    assert lines("invitation.accept") + lines("invitation.withdraw") == 1


def test_an_invitation_is_not_accepted_while_its_link_is_renewed(invite):
    invitation = invite().invitation
    at_once(
        lambda: accept_as_new_person(invitation=invitation, **NEW),
        lambda: renew_invitation(actor="tester", invitation=invitation),
    )
    stands = Invitation.objects.get()
    assert (stands.accepted_at is None) == (not Person.objects.filter(email="new@cast.example").exists())


def test_inviting_twice_leaves_one_way_in(invite):
    answers = at_once(invite, invite)
    if any(isinstance(answer, Exception) for answer in answers):
        assert "at this moment" in refused(answers, InvitationError)
    assert Invitation.objects.filter(accepted_at=None, withdrawn_at=None).count() == 1


def test_two_officers_cannot_end_each_other(officer, colleague):
    members = {m.person_id: m for m in Membership.objects.select_related("agency", "person")}
    first, second = members[officer.person.pk], members[colleague.person.pk]
    answers = at_once(
        lambda: end_membership(actor=officer.seat.actor, membership=second),
        lambda: end_membership(actor=colleague.seat.actor, membership=first),
    )
    refused(answers, LastOfficerError)
    assert Membership.objects.filter(role=Role.OFFICER, ended_at=None).count() == 1

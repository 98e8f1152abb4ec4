"""Whoever invites is told whether the e-mail went out, and can send it again."""

import re
import smtplib

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

from prongsai.portal.journal.queries import JournalLine
from prongsai.portal.people import invitation_mail
from prongsai.portal.people.models import Invitation

pytestmark = pytest.mark.django_db

ASKED = {"email": "new@cast.example", "role": "auditor"}
INVITE, PEOPLE = "/office/town/people/invite/", "/office/town/people/"


class Down(BaseEmailBackend):
    """A mail server that cannot be reached."""

    def send_messages(self, email_messages):  # noqa: ARG002 - Django's signature
        raise ConnectionRefusedError("mail.example refuses")


class Refusing(BaseEmailBackend):
    """A mail server that does not take the address."""

    def send_messages(self, email_messages):  # noqa: ARG002 - Django's signature
        raise smtplib.SMTPRecipientsRefused({"new@cast.example": (550, b"unknown")})


@pytest.fixture
def server(settings):
    def act(backend):
        name = backend if isinstance(backend, str) else f"{__name__}.{backend.__name__}"
        settings.EMAIL_BACKEND = name

    return act


def link(response):
    return re.search(r'value="http://testserver(/account/invitation/[^"]+)"', response.content.decode())[1]


def verbs():
    return [line.verb for line in JournalLine.objects.filter(verb__startswith="invitation.")]


@pytest.mark.parametrize(
    ("backend", "problem"), [(Down, "ConnectionRefusedError"), (Refusing, "SMTPRecipientsRefused")]
)
def test_a_mail_that_does_not_go_out_is_said_and_written_down_and_the_link_still_works(
    officer, server, visitor, backend, problem
):
    server(backend)
    response = officer.post(INVITE, ASKED)
    text = response.content.decode()
    assert response.status_code == 200
    assert "สร้างคำเชิญแล้ว แต่อีเมลยังไม่ไป" in text
    assert "ส่งอีเมลถึง new@cast.example ไม่สำเร็จ" in text
    assert "ส่งอีเมลถึง new@cast.example แล้ว" not in text
    assert verbs() == ["invitation.send", "invitation.mail-failed"]
    line = JournalLine.objects.get(verb="invitation.mail-failed")
    assert line.detail == {"problem": problem}
    assert "cast.example" not in str(line.detail)
    assert (Invitation.objects.get().mailed_at, Invitation.objects.get().mail_problem) == (None, problem)
    assert visitor.get(link(response)).status_code == 200
    assert "อีเมลยังไม่ไป" in officer.get(PEOPLE).content.decode()


def test_a_mail_that_goes_out_is_written_down(officer, mailoutbox):
    assert "ส่งอีเมลถึง new@cast.example แล้ว" in officer.post(INVITE, ASKED).content.decode()
    assert verbs() == ["invitation.send", "invitation.mail"]
    assert Invitation.objects.get().mailed_at is not None
    assert "อีเมลยังไม่ไป" not in officer.get(PEOPLE).content.decode()


def test_without_a_mail_server_nobody_is_told_that_a_mail_went_out(officer, server):
    server(invitation_mail.PRINTED_ONLY)
    text = officer.post(INVITE, ASKED).content.decode()
    assert "ยังไม่ได้ตั้งเซิร์ฟเวอร์อีเมล" in text
    assert "ส่งอีเมลอีกครั้ง" not in text
    assert Invitation.objects.get().mail_problem == "no-mail-server"


def test_sending_again_gives_a_new_link_and_makes_the_old_one_useless(officer, server, visitor, mailoutbox, settings):
    usual = settings.EMAIL_BACKEND
    server(Down)
    first = link(officer.post(INVITE, ASKED))
    server(usual)
    invitation = Invitation.objects.get()
    again = officer.post(f"{PEOPLE}invitations/{invitation.pk}/resend/")
    assert "ส่งอีเมลถึง new@cast.example แล้ว" in again.content.decode()
    assert link(again) in mailoutbox[0].body
    assert visitor.get(first).status_code == 404
    assert visitor.get(link(again)).status_code == 200
    invitation.refresh_from_db()
    assert (invitation.mail_problem, invitation.mailed_at is not None) == ("", True)
    assert verbs()[-2:] == ["invitation.renew", "invitation.mail"]


def test_an_invitation_that_ran_out_is_open_again_after_it_was_sent_again(officer, visitor, mailoutbox):
    officer.post(INVITE, ASKED)
    Invitation.objects.update(expires_at="2020-01-01T00:00Z")
    assert (
        visitor.get(link(officer.post(f"{PEOPLE}invitations/{Invitation.objects.get().pk}/resend/"))).status_code == 200
    )


@pytest.mark.parametrize(
    ("who", "status"), [("executive", 403), ("auditor", 403), ("unit_head", 403), ("stranger", 404)]
)
def test_only_who_manages_people_sends_again(request, officer, mailoutbox, who, status):
    officer.post(INVITE, ASKED)
    address = f"{PEOPLE}invitations/{Invitation.objects.get().pk}/resend/"
    assert request.getfixturevalue(who).post(address).status_code == status
    assert officer.get(address).status_code == 405
    assert Client().post(address).status_code in {302, 404}
    assert len(mailoutbox) == 1


def test_another_agencys_invitation_cannot_be_sent_again(officer, stranger, mailoutbox):
    officer.post(INVITE, ASKED)
    number = Invitation.objects.get().pk
    assert stranger.post(f"/office/village/people/invitations/{number}/resend/").status_code == 404


def test_what_was_accepted_meanwhile_is_not_sent_again(officer, visitor, mailoutbox):
    address = link(officer.post(INVITE, ASKED))
    visitor.post(address, {"display_name": "ใหม่", "password": "a long enough password", "language": "th"})
    number = Invitation.objects.get().pk
    assert officer.post(f"{PEOPLE}invitations/{number}/resend/").status_code == 404

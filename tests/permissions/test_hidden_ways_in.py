"""Ways in that no page offers: redirects, other methods, other bodies, tokens, sessions, roles given to oneself."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from prongsai.portal.people.actions import (
    OwnRoleError,
    add_person,
    change_role,
    end_membership,
    grant_role,
    invite_person,
)
from prongsai.portal.people.models import Invitation, Membership, Person
from prongsai.portal.people.roles import Role
from tests.permissions.expectations import NATIONAL, OFFICE
from tests.permissions.walking import changed_tables, every_address, fingerprint

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
ADDRESSES = every_address()
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "https:evil.example",
    "http://testserver@evil.example/",
    "https://testserver.evil.example/",
    "javascript:alert(1)",
    " https://evil.example/",
    "\x00//evil.example/",
    "/office/\r\nSet-Cookie: x=1",
]


@pytest.fixture
def person(db):
    return add_person(actor="tester", email="kim@cast.example", display_name="kim", password=PASSWORD)


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_signing_in_and_out_lead_to_no_other_site(person, wanted):
    browser = Client()
    signed_in = browser.post("/account/sign-in/", {"login": person.email, "password": PASSWORD, "next": wanted})
    again = browser.get("/account/sign-in/", {"next": wanted})
    signed_out = browser.post("/account/sign-out/", {"next": wanted})
    for answer in (signed_in, again, signed_out):
        assert answer.status_code == 302
        assert re.match(r"/(office/[^\r\n]*)?$", answer["Location"]), answer["Location"]


def test_the_sign_in_is_asked_to_lead_back_to_this_portal_only(visitor):
    for path in ("/office/town/?x=//evil.example", "/office/town/%0d%0aX:1/", "/en/office/town/people/"):
        answer = visitor.get(path)
        if answer.status_code == 302:
            assert answer["Location"].startswith("/")
            assert not answer["Location"].startswith("//")
            assert "\n" not in answer["Location"]


@pytest.mark.parametrize("host", ["evil.example", "town.evil.example", "testserver:80@evil.example", "a/b"])
def test_another_host_name_is_refused(visitor, host):
    assert visitor.get("/account/password/reset/", HTTP_HOST=host).status_code == 400


HEADERS = [
    {"HTTP_X_HTTP_METHOD_OVERRIDE": "POST"},
    {"HTTP_X_METHOD_OVERRIDE": "POST"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "content"},
    {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"},
    {"HTTP_X_ORIGINAL_URL": "/office/village/", "HTTP_X_REWRITE_URL": "/office/village/"},
    {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_FORWARDED": "for=127.0.0.1;host=evil.example"},
    {"REMOTE_USER": "officer@cast.example", "HTTP_AUTHORIZATION": "Basic b2ZmaWNlcjpvZmZpY2Vy"},
]


def test_no_header_opens_what_is_shut(auditor, visitor, town):
    before = fingerprint()
    for named in HEADERS:
        assert auditor.get("/office/town/people/invite/", {"_method": "POST"}, **named).status_code == 403
        assert auditor.post("/office/town/units/", {"name": "x", "_method": "GET"}, **named).status_code == 403
        assert auditor.get("/office/village/", **named).status_code == 404
        assert visitor.get("/office/town/", **named).status_code == 302
    assert changed_tables(before) == []


def test_a_part_of_a_page_is_refused_as_the_page_is(auditor, stranger, town):
    assert auditor.post("/office/town/results/2568/check/?part=1", {"all-1": "90"}).status_code == 403
    assert stranger.get("/office/town/analysis/2568/lift/answer/").status_code == 404


BODIES = [
    (json.dumps({"name": "กองช่าง", "role": "executive"}), "application/json"),
    ("<name>กองช่าง</name>", "text/xml"),
    ("name=กองช่าง", "text/plain"),
    ("garbage", "multipart/form-data; boundary=x"),
    ("garbage", "multipart/form-data"),
    ("name=x", "application/x-www-form-urlencoded; charset=utf-16"),
]


def test_a_body_that_is_no_form_writes_nothing(officer, town):
    before = fingerprint()
    for body, kind in BODIES:
        for page in ("units/", "people/invite/", f"people/members/{town.member.pk}/", "results/2568/save/"):
            answer = officer.generic("POST", f"/office/town/{page}", body, kind)
            assert answer.status_code in {200, 400, 422}, (body, page)
    assert changed_tables(before) == []


def test_every_write_asks_for_the_form_s_own_token(request, whole_town, national_office, blank_pages):
    """A form from another site, or from nowhere: refused before anything is read of it."""
    faults, before = {}, fingerprint()
    for name, rule in [*OFFICE.items(), *NATIONAL.items()]:
        for who in sorted(rule.writes)[:1]:
            player = request.getfixturevalue(who)
            player.handler.enforce_csrf_checks = True
            address = ADDRESSES[name].to(whole_town.numbers_of(rule.of))
            if player.post(address, HTTP_ORIGIN="https://evil.example").status_code != 403:
                faults[name] = who
    assert faults == {}
    assert changed_tables(before) == []


@pytest.mark.parametrize("page", ["/account/sign-in/", "/account/password/reset/", "/account/sign-out/"])
def test_the_doors_ask_for_the_form_s_own_token_too(officer, page):
    for browser in (officer, Client(enforce_csrf_checks=True)):
        browser.handler.enforce_csrf_checks = True
        assert browser.post(page, {"login": "a", "email": "a@b.example"}).status_code == 403


def test_a_session_ends_with_the_role(contributor, town):
    own = f"/office/town/plans/2569/steps/{town.step.pk}/"
    assert contributor.get(own).status_code == 200
    end_membership(actor="tester", membership=town.member)
    assert contributor.get(own).status_code == 404
    assert contributor.get(f"/office/town/plans/evidence/{town.evidence.pk}/").status_code == 404
    assert contributor.post(f"{own}report/", {"text": "ทำต่อ"}).status_code == 404
    assert contributor.get("/office/").status_code == 200


def test_a_session_ends_with_the_account(contributor, town):
    Person.objects.filter(pk=contributor.person.pk).update(is_active=False)
    assert contributor.get("/office/").status_code == 302


def test_a_new_password_ends_every_session(person):
    browser = Client()
    browser.post("/account/sign-in/", {"login": person.email, "password": PASSWORD})
    assert browser.get("/office/").status_code == 200
    person.set_password("another long password")
    person.save()
    assert browser.get("/office/").status_code == 302


def test_signing_in_makes_a_new_session(person):
    browser = Client()
    browser.get("/account/sign-in/")
    browser.session["planted"] = "yes"
    browser.session.save()
    planted = browser.session.session_key
    browser.post("/account/sign-in/", {"login": person.email, "password": PASSWORD})
    assert browser.session.session_key != planted


NEW = {"display_name": "ผู้รายงานใหม่", "password": PASSWORD, "language": "th"}


def test_a_token_opens_once_and_never_after_its_week(visitor, town):
    address = f"/account/invitation/{town.token}/"
    assert visitor.post(address, NEW).status_code == 302
    assert Client().get(address).status_code == 404
    assert Client().post(address, NEW).status_code == 404
    Invitation.objects.update(accepted_at=None, expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(address).status_code == 404
    assert Client().post(address, NEW).status_code == 404


def test_a_token_is_exact_and_not_guessed(visitor, town):
    token, kept = town.token, town.invitation.token_hash
    near = [token.upper(), token.lower(), token[:-1], f"{token}%20", kept]
    for guess in (*near, "0", "%00", "..%2f..%2foffice", "' OR 1=1 --", "ก" * 500):
        assert guess != token
        assert visitor.get(f"/account/invitation/{guess}/").status_code == 404, guess


def test_a_second_click_on_an_invitation_is_answered_in_words(visitor, town, monkeypatch):
    """Both clicks found it open; the first has used it when the second comes to write."""
    from prongsai.portal.people import invitation_views

    find = invitation_views.open_invitation_by_token

    def find_before_the_other_click(token):
        found = find(token)
        Invitation.objects.filter(pk=found.pk).update(accepted_at=timezone.now())
        return found

    monkeypatch.setattr(invitation_views, "open_invitation_by_token", find_before_the_other_click)
    assert visitor.post(f"/account/invitation/{town.token}/", NEW).status_code in {302, 409}
    assert not Person.objects.filter(email=town.invitation.email).exists()


@pytest.mark.parametrize("role", ["executive", "unit-head"])
def test_an_officer_gives_herself_no_word_of_others(officer, colleague, clerk_office, role):
    """She drafts; the heads answer and the executive approves. Another officer may give her such a role."""
    held = Membership.objects.get(person=officer.person)
    sent = {"role": role, "units": clerk_office.pk}
    page = officer.post(f"/office/town/people/members/{held.pk}/", sent)
    assert "แก่ตนเองไม่ได้" in page.content.decode()
    page = officer.post("/office/town/people/invite/", sent | {"email": "OFFICER@cast.example"})
    assert "แก่ตนเองไม่ได้" in page.content.decode()
    assert officer.seat.roles == {Role.OFFICER}
    assert not Invitation.objects.exists()
    assert colleague.post(f"/office/town/people/members/{held.pk}/", sent)["Location"] == "/office/town/people/"


def test_an_officer_may_step_down_and_leave_while_another_stays(officer, colleague, agency):
    held = Membership.objects.get(person=officer.person)
    assert officer.post(f"/office/town/people/members/{held.pk}/", {"role": "auditor"}).status_code == 302
    assert officer.seat.roles == {Role.AUDITOR}
    last = Membership.objects.get(person=colleague.person)
    colleague.post(f"/office/town/people/members/{last.pk}/end/")
    colleague.post(f"/office/town/people/members/{last.pk}/", {"role": "auditor"})
    assert colleague.seat.roles == {Role.OFFICER}


def test_an_officer_who_heads_a_unit_gives_herself_no_second_one(officer, colleague, agency, clerk_office, treasury):
    own = grant_role(
        actor=colleague.seat.actor, person=officer.person, agency=agency, role=Role.UNIT_HEAD, units=[clerk_office]
    )
    both = [clerk_office, treasury]
    with pytest.raises(OwnRoleError):
        change_role(actor=officer.seat.actor, membership=own, role=Role.UNIT_HEAD, units=both)
    with pytest.raises(OwnRoleError):
        invite_person(
            actor=officer.seat.actor,
            invited_by=officer.person,
            agency=agency,
            email="officer@cast.example",
            role=Role.UNIT_HEAD,
            units=[treasury],
        )
    assert officer.seat.unit_ids == {clerk_office.pk}


def test_what_a_colleague_invited_her_to_she_may_accept(officer, colleague, agency):
    sent = invite_person(
        actor=colleague.seat.actor,
        invited_by=colleague.person,
        agency=agency,
        email="officer@cast.example",
        role=Role.EXECUTIVE,
    )
    assert officer.post(f"/account/invitation/{sent.token}/").status_code == 302
    assert officer.seat.roles == {Role.OFFICER, Role.EXECUTIVE}


def test_nobody_but_an_officer_touches_roles(town, everybody_here):
    before, asked = fingerprint(), {"role": "officer", "email": "a@b.example"}
    for who in ("executive", "unit-head", "other-unit-head", "contributor", "auditor"):
        player = everybody_here[who]
        own = Membership.objects.get(person=player.person).pk
        invitation = f"invitations/{town.invitation.pk}"
        for page in (f"members/{own}/", f"members/{own}/end/", "invite/", f"{invitation}/withdraw/"):
            assert player.post(f"/office/town/people/{page}", asked).status_code == 403, (who, page)
    assert changed_tables(before) == []


def test_there_is_no_way_to_a_national_role(officer, town):
    before = fingerprint()
    for role in ("office", "assessor", "superuser", "", "officer\x00"):
        for page in (f"members/{town.member.pk}/", "invite/"):
            answer = officer.post(f"/office/town/people/{page}", {"role": role, "email": "a@b.example"})
            assert answer.status_code == 200, (role, page)
    assert changed_tables(before) == []

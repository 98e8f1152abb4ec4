import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from prongsai.portal.people.actions import add_person

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
SIGN_IN = "/account/sign-in/"


@pytest.fixture
def person(db):
    return add_person(actor="tester", email="Somebody@Cast.example", display_name="somebody", password=PASSWORD)


def sign_in(client, email="somebody@cast.example", password=PASSWORD, **named):
    return client.post(SIGN_IN, {"login": email, "password": password, **named})


def test_an_email_in_any_case_and_the_password_open_the_office(person, client):
    response = sign_in(client, email="SOMEBODY@cast.EXAMPLE")
    assert (response.status_code, response["Location"]) == (302, "/office/")
    assert client.get("/office/").status_code == 200


def test_after_signing_in_the_wanted_page_opens_but_never_another_site(person, client):
    assert sign_in(client, next="/office/town/people/")["Location"] == "/office/town/people/"
    assert sign_in(Client(), next="https://evil.example/")["Location"] == "/office/"


def test_a_wrong_password_says_nothing_about_the_account(person, client):
    known = sign_in(client, password="wrong password").content.decode()
    unknown = sign_in(client, email="nobody@cast.example", password="wrong password").content.decode()
    assert "อีเมลหรือรหัสผ่านไม่ถูกต้อง" in known
    assert "อีเมลหรือรหัสผ่านไม่ถูกต้อง" in unknown


def test_after_six_wrong_passwords_even_the_right_one_waits(person, client):
    answers = [sign_in(client, password="wrong password").status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    response = sign_in(client)
    assert response.status_code == 429
    assert "30 นาที" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_lockout_shuts_out_one_email_not_the_house(person, client):
    for _ in range(7):
        sign_in(client, email="nobody@cast.example", password="wrong password")
    assert sign_in(client)["Location"] == "/office/"


def test_passwords_are_kept_with_argon2(person):
    assert get_user_model().objects.get().password.startswith("argon2")


def test_a_closed_account_does_not_open(person, client):
    get_user_model().objects.update(is_active=False)
    assert sign_in(client).status_code in {200, 302}
    assert client.get("/office/").status_code == 302


def test_nobody_signs_up(client):
    assert client.get("/account/signup/").status_code == 404
    assert client.post("/account/signup/").status_code == 404


def test_signing_out_needs_a_post(officer):
    assert officer.get("/account/sign-out/").status_code == 200
    assert officer.get("/office/").status_code == 302
    assert officer.get("/office/")["Location"] == "/office/town/"
    assert officer.post("/account/sign-out/")["Location"] == "/"
    assert officer.get("/office/")["Location"].startswith(SIGN_IN)


def test_a_session_lasts_twelve_hours_and_scripts_cannot_read_it(person, client, settings):
    cookie = sign_in(client).cookies["sessionid"]
    assert cookie["max-age"] == 12 * 60 * 60
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_a_forgotten_password_is_replaced_by_email(person, client, mailoutbox):
    response = client.post("/account/password/reset/", {"email": "somebody@cast.example"}, follow=True)
    assert "ตรวจอีเมลของท่าน" in response.content.decode()
    [mail] = mailoutbox
    address = re.search(r"http://testserver(/account/password/reset/\S+)", mail.body)[1]
    page = client.get(address, follow=True)
    new = {"password1": "another long password", "password2": "another long password"}
    done = client.post(page.redirect_chain[-1][0], new, follow=True)
    assert "เปลี่ยนรหัสผ่านแล้ว" in done.content.decode()
    assert sign_in(Client(), password="another long password")["Location"] == "/office/"
    assert "ใช้ไม่ได้แล้ว" in Client().get(address, follow=True).content.decode()


def test_an_unknown_email_gets_the_same_answer_and_no_mail(db, client, mailoutbox):
    response = client.post("/account/password/reset/", {"email": "nobody@cast.example"}, follow=True)
    assert "ตรวจอีเมลของท่าน" in response.content.decode()
    assert mailoutbox == []


def test_with_a_second_factor_the_password_alone_opens_nothing(person, client):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    def code(secret):
        return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))

    sign_in(client)
    assert client.get("/account/2fa/on/")["Location"].startswith("/account/again/")
    page = client.post("/account/again/?next=/account/2fa/on/", {"password": PASSWORD}, follow=True)
    content = page.content.decode()
    assert "<svg" in content
    assert "data:" not in content
    secret = page.context["form"].secret
    answer = client.post("/account/2fa/on/", {"code": code(secret)}, follow=True)
    spare = answer.context["unused_codes"][0]
    again = Client()
    assert sign_in(again)["Location"].startswith("/account/2fa/code/")
    assert again.get("/office/").status_code == 302
    assert "รหัสไม่ถูกต้อง" in again.post("/account/2fa/code/", {"code": "000000"}).content.decode()
    assert again.post("/account/2fa/code/", {"code": spare})["Location"] == "/office/"
    assert again.get("/office/").status_code == 200


@pytest.mark.parametrize("page", [SIGN_IN, "/account/password/reset/", "/account/sign-out/", "/account/2fa/"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_policy_allows_nothing_inline(person, client, page, prefix):
    if "2fa" in page or "out" in page:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    response = client.get(f"{prefix}{page}")
    content = response.content.decode()
    assert response.status_code == 200
    assert "unsafe" not in response["Content-Security-Policy"]
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", content)
    assert content.count("<h1") == 1

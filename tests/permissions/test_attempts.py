"""Guessing: passwords, codes, which e-mails have an account, and from where it is tried."""

import pytest
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from prongsai.portal.people.actions import add_person

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
WRONG = "wrong password"
SIGN_IN, FORGOTTEN, CODE = "/account/sign-in/", "/account/password/reset/", "/account/2fa/code/"


@pytest.fixture
def person(db):
    return add_person(actor="tester", email="kim@cast.example", display_name="kim", password=PASSWORD)


def sign_in(email="kim@cast.example", password=WRONG, **named):
    return Client().post(SIGN_IN, {"login": email, "password": password}, **named)


def test_a_claimed_address_starts_no_new_count(person):
    answers = [sign_in(HTTP_X_FORWARDED_FOR=f"10.0.0.{number}").status_code for number in range(6)]
    assert answers == [200] * 5 + [429]


def test_behind_a_proxy_of_ones_own_the_browser_s_address_counts(person, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    answers = [sign_in(HTTP_X_FORWARDED_FOR=f"1.2.3.{number}, 10.0.0.7").status_code for number in range(6)]
    assert answers == [200] * 5 + [429]
    assert sign_in(password=PASSWORD, HTTP_X_FORWARDED_FOR="10.0.0.8").status_code == 302


@pytest.mark.parametrize("spelling", ["KIM@cast.example", " kim@cast.example ", "\u212aim@cast.example"])
def test_another_spelling_of_an_email_starts_no_new_count(person, spelling):
    for _ in range(5):
        sign_in()
    assert sign_in(spelling).status_code == 429


def test_many_emails_from_one_address_are_slowed_down_in_words(db):
    answers = [sign_in(f"somebody{number}@cast.example") for number in range(31)]
    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    said = answers[-1].content.decode()
    assert 'lang="th"' in said
    assert "ลองหลายครั้งเกินไป" in said


@pytest.mark.parametrize("email", ["a\x00b@cast.example", "x" * 300 + "@cast.example", "x" * 5000, "", "ก@ข.ค", "'--"])
def test_an_email_that_is_none_is_answered_like_a_wrong_one(db, email):
    assert sign_in(email).status_code == 200
    assert Client().post(FORGOTTEN, {"email": email}).status_code in {200, 302}


def test_codes_of_a_second_factor_are_counted(person):
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    browser = Client()
    assert browser.post(SIGN_IN, {"login": person.email, "password": PASSWORD})["Location"].startswith(CODE)
    guessed = [browser.post(CODE, {"code": f"{number:06d}"}).content.decode() for number in range(6)]
    assert "รหัสไม่ถูกต้อง" in guessed[4]
    assert "ลองหลายครั้งเกินไป" in guessed[5]
    right = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    assert browser.post(CODE, {"code": right}).status_code == 200
    assert browser.get("/office/").status_code == 302


def test_a_code_opens_once(person):
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    opened = []
    for browser in (Client(), Client()):
        browser.post(SIGN_IN, {"login": person.email, "password": PASSWORD})
        browser.post(CODE, {"code": code})
        opened.append(browser.get("/office/").status_code)
    assert opened == [200, 302]


def test_the_password_is_not_guessed_where_it_is_asked_again(person):
    browser = Client()
    browser.post(SIGN_IN, {"login": person.email, "password": PASSWORD})
    answers = [browser.post("/account/again/", {"password": "wrong"}).status_code for _ in range(7)]
    assert answers[-1] == 429


def without_the_email(answer, email):
    return answer.status_code, answer.get("Location"), answer.content.decode().replace(email, "")


def test_a_forgotten_password_tells_nobody_which_emails_have_an_account(person, mailoutbox):
    known, unknown = (Client().post(FORGOTTEN, {"email": email}) for email in (person.email, "nobody@cast.example"))
    assert without_the_email(known, person.email) == without_the_email(unknown, "nobody@cast.example")
    assert [mail.to for mail in mailoutbox] == [[person.email]]


def test_a_mail_server_that_is_down_tells_nobody_either(person, monkeypatch):
    def refuse(*_given, **_named):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", refuse)
    known, unknown = (Client().post(FORGOTTEN, {"email": email}) for email in (person.email, "nobody@cast.example"))
    assert without_the_email(known, person.email) == without_the_email(unknown, "nobody@cast.example")


def test_forgotten_passwords_do_not_flood_a_mailbox(person, mailoutbox):
    for _ in range(9):
        Client().post(FORGOTTEN, {"email": person.email})
    assert len(mailoutbox) == 5


@pytest.mark.parametrize("email", ["kim@cast.example\r\nBcc: all@evil.example", "kim@cast.example,all@evil.example"])
def test_no_mail_goes_to_two_at_once(person, officer, agency, mailoutbox, email):
    Client().post(FORGOTTEN, {"email": email})
    officer.post("/office/town/people/invite/", {"email": email, "role": "auditor"})
    assert mailoutbox == []

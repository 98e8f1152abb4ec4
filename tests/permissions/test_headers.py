"""What stands around every page: headers, cookies, caches, search engines, and the pages that say no."""

import json
import os
import re
import subprocess
import sys

import pytest
from django.db import IntegrityError
from django.test import Client

from tests.permissions.expectations import DOORS, OFFICE, PUBLIC
from tests.permissions.walking import every_address

pytestmark = pytest.mark.django_db

ADDRESSES = every_address()
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def assert_is_guarded(answer, name):
    headers = answer.headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert {key: policy.get(key) for key in POLICY} == POLICY, name
    assert "unsafe" not in headers["Content-Security-Policy"], name
    assert headers["X-Frame-Options"] == "DENY", name
    assert headers["X-Content-Type-Options"] == "nosniff", name
    assert headers["Referrer-Policy"] == "same-origin", name
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin", name
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin", name
    assert "camera=()" in headers["Permissions-Policy"], name
    assert "Server" not in headers, name
    assert "X-Powered-By" not in headers, name


def assert_is_private(answer, name):
    kept = set(answer["Cache-Control"].replace(" ", "").split(","))
    assert {"no-store", "private"} <= kept, name
    assert "public" not in kept, name
    assert answer["X-Robots-Tag"] == "noindex, nofollow", name


def test_every_page_of_the_office_is_guarded_and_kept_by_nobody(officer, whole_town):
    for name, rule in OFFICE.items():
        address = ADDRESSES[name].to(whole_town.numbers_of(rule.of))
        for answer in (officer.get(address), Client().get(address)):
            assert_is_private(answer, name)
            if name not in {"plans:evidence", "oit:evidence-file"}:  # these are locked up further
                assert_is_guarded(answer, name)
            for close in answer._resource_closers:
                close()


def test_every_door_is_guarded_and_kept_by_nobody(officer, visitor, town):
    numbers = town.numbers | {"uidb36": "1", "key": "abc-def"}
    for name in sorted(DOORS, key="account_logout".__eq__):
        for browser in (visitor, officer):
            for answer in (browser.get(ADDRESSES[name].to(numbers, "en")), browser.post(ADDRESSES[name].to(numbers))):
                assert_is_private(answer, name)
                assert_is_guarded(answer, name)


def test_public_pages_are_guarded_and_may_be_found(visitor, officer, whole_town):
    for name, rule in PUBLIC.items():
        address = ADDRESSES[name].to(whole_town.numbers_of(rule.of))
        for browser in (visitor, officer):
            answer = browser.get(address)
            assert_is_guarded(answer, name)
            assert "X-Robots-Tag" not in answer, name
            assert not answer.cookies, f"{name}: a page that may be kept for all must not carry one person's cookie"


def test_a_public_page_is_the_same_for_everybody(visitor, officer, town, blank_papers):
    officer.post("/office/town/plans/2569/publish/", {"public": "yes"})  # leaves a message for the next page
    for address in ("/agencies/town/2568/", "/agencies/town/plans/2569/", "/open-data/", "/"):
        assert officer.get(address).content == visitor.get(address).content


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/en/nowhere/", "/agencies/none/2568/", "/s%00", "/static/../settings.py"]
)
def test_what_is_not_there_is_guarded_too(visitor, address):
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert_is_guarded(answer, address)


def test_search_engines_are_asked_to_leave_the_office_alone(visitor):
    answer = visitor.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /office/",
        "Disallow: /account/",
        "Disallow: /en/office/",
        "Disallow: /en/account/",
    ]


def fault(*_given, **_named):
    raise ZeroDivisionError


def clash(*_given, **_named):
    raise IntegrityError("UNIQUE constraint failed: secret_table.secret_column")


@pytest.fixture
def errors(officer, auditor, agency, visitor, monkeypatch):
    """Asks for each page that says no, in a language: `errors("en")` gives the answers by status."""
    officer.raise_request_exception = False

    def act(language):
        prefix = "" if language == "th" else f"/{language}"
        officer.handler.enforce_csrf_checks = True
        expired = officer.post(f"{prefix}/office/town/units/", {"name": "x"})
        officer.handler.enforce_csrf_checks = False
        big = {"CONTENT_LENGTH": "2000000"}
        found = [
            visitor.get(f"{prefix}/", {"x": "1"}, HTTP_HOST="evil.example"),
            auditor.get(f"{prefix}/office/town/units/"),
            expired,
            officer.get(f"{prefix}/office/nowhere/"),
            visitor.post(f"{prefix}/account/sign-in/", {"login": "x"}, **big),
        ]
        with monkeypatch.context() as patched:
            patched.setattr("prongsai.portal.people.views.add_unit", clash)
            found.append(officer.post(f"{prefix}/office/town/units/", {"name": "กองช่าง"}))
            patched.setattr("prongsai.portal.people.views.every_unit_of", fault)
            found.append(officer.get(f"{prefix}/office/town/units/"))
        tries = [
            visitor.post(f"{prefix}/account/sign-in/", {"login": f"{n}@a.example", "password": "x"}) for n in range(31)
        ]
        return [*found, tries[-1]]

    return act


SAID = {
    "th": {
        400: ["คำขอไม่ถูกต้อง"],
        403: ["ไม่มีสิทธิ์เข้าถึง", "แบบฟอร์มหมดอายุ"],
        404: ["ไม่พบหน้านี้"],
        409: ["มีผู้บันทึกพร้อมกัน"],
        413: ["ส่งข้อมูลใหญ่เกินไป"],
        429: ["ลองหลายครั้งเกินไป"],
        500: ["ระบบขัดข้อง"],
    },
    "en": {
        400: ["not valid"],
        403: ["Not allowed", "expired"],
        404: ["not here"],
        409: ["at the same time"],
        413: ["Too large"],
        429: ["Too many attempts"],
        500: ["went wrong"],
    },
}


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_no_is_said_in_the_page_s_language_and_design(errors, language):
    answers = errors(language)
    assert sorted({answer.status_code for answer in answers}) == [400, 403, 404, 409, 413, 429, 500]
    for answer in answers:
        page, status = answer.content.decode(), answer.status_code
        [heading] = re.findall(r"<h1[^>]*>\s*(.+?)\s*</h1>", page)
        assert any(words in heading for words in SAID[language][status]), (status, heading)
        assert f'<html lang="{language}">' in page
        assert 'class="site-head"' in page
        assert not re.search(r"\sstyle=|<style|<script", page)
        for inside in ("Traceback", "ZeroDivisionError", "secret_table", "csrfmiddlewaretoken missing", "/src/"):
            assert inside not in page
        assert_is_guarded(answer, status)


def test_a_page_that_says_no_asks_the_database_nothing(visitor, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert visitor.get("/nowhere/").status_code == 404


def test_an_answer_to_a_question_is_no_clash(officer, agency, monkeypatch):
    """A constraint that fails while reading is a fault of the portal and must be found as one."""
    monkeypatch.setattr("prongsai.portal.people.views.every_unit_of", clash)
    with pytest.raises(IntegrityError):
        officer.get("/office/town/units/")


ASK = """
import json
from django.conf import settings
names = (
    "SESSION_COOKIE_SECURE SESSION_COOKIE_HTTPONLY SESSION_COOKIE_SAMESITE CSRF_COOKIE_SECURE CSRF_COOKIE_HTTPONLY "
    "CSRF_COOKIE_SAMESITE SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS SECURE_CONTENT_TYPE_NOSNIFF DEBUG "
    "ALLOWED_HOSTS ALLAUTH_TRUSTED_PROXY_COUNT EMAIL_TIMEOUT"
).split()
print(json.dumps({name: getattr(settings, name) for name in names} | {"cache": settings.CACHES["default"]["BACKEND"]}))
"""


@pytest.fixture
def settings_of(tmp_path):
    """The settings in a process of its own: `settings_of(PRONGSAI_HTTPS="1")`."""

    def act(**surroundings):
        told = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": str(tmp_path), **surroundings}
        told["DJANGO_SETTINGS_MODULE"] = "prongsai.portal.config.settings"
        told["PYTHONPATH"] = os.pathsep.join(sys.path)
        done = subprocess.run([sys.executable, "-c", ASK], env=told, text=True, capture_output=True, check=True)
        return json.loads(done.stdout)

    return act


def test_behind_https_cookies_and_addresses_stay_there(settings_of):
    found = settings_of(PRONGSAI_HTTPS="1", PRONGSAI_ALLOWED_HOSTS="ita.example.go.th", PRONGSAI_PROXIES="1")
    for cookie in ("SESSION_COOKIE", "CSRF_COOKIE"):
        assert (found[f"{cookie}_SECURE"], found[f"{cookie}_HTTPONLY"], found[f"{cookie}_SAMESITE"]) == (
            True,
            True,
            "Lax",
        )
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SECURE_CONTENT_TYPE_NOSNIFF"]
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert found["ALLOWED_HOSTS"] == ["ita.example.go.th"]
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


def test_without_being_told_nothing_is_open_to_the_world(settings_of):
    found = settings_of()
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0
    assert found["EMAIL_TIMEOUT"] > 0
    assert "locmem" not in found["cache"], "each worker process would count attempts for itself"

"""What must hold on every page."""

import re
from pathlib import Path

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PAGES = ("/", "/agencies/don/2567/", "/agencies/don/2567/arithmetic/", "/open-data/", "/nothing-here/")
EVERYWHERE = [*PAGES, *(f"/en{page}" for page in PAGES)]
STYLESHEET = Path(__file__).parent / "static" / "ui" / "portal.css"


@pytest.mark.parametrize("page", EVERYWHERE)
def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline(client, don, page):
    policy = client.get(page)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("page", EVERYWHERE)
def test_other_headers_that_protect_visitors(client, don, page):
    headers = client.get(page).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("page", EVERYWHERE)
def test_no_page_names_another_site_or_carries_style_or_script(client, don, page):
    content = client.get(page).content.decode()
    addresses = set(re.findall(r"https?://[^\s\"'<>)]+", content)) - {"http://www.w3.org/2000/svg"}
    assert addresses == set()
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", content)


@pytest.mark.parametrize("page", EVERYWHERE)
def test_landmarks_skip_link_and_one_heading(client, don, page):
    content = client.get(page).content.decode()
    for mark in ("<header", "<nav", '<main id="content"', "<footer", 'href="#content"'):
        assert mark in content
    assert content.count("<h1") == 1
    assert "<th>" not in content.replace('<th scope="', "")


@pytest.mark.parametrize("page", PAGES[:-1])
def test_each_language_leads_to_the_same_page_in_the_other(client, don, page):
    thai, english = (" ".join(client.get(address).content.decode().split()) for address in (page, f"/en{page}"))
    assert f'href="/en{page}" lang="en"' in thai
    assert f'href="{page}" lang="th"' in english


def test_the_way_to_the_other_language_keeps_the_question(client, don):
    assert 'href="/en/?q=don&amp;year=2567"' in client.get("/?q=don&year=2567").content.decode()


def test_english_pages_have_no_thai_but_what_has_no_english(client, don):
    content = client.get("/en/agencies/don/2567/").content.decode()
    body = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", content, flags=re.DOTALL)
    thai = set(re.findall(r"[\u0e00-\u0e7f]+", body))
    assert thai <= {"ไทย", "ปัตตานี", "แฟ้มทดสอบ", "ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"}


def test_the_stylesheet_names_no_other_site():
    assert "http" not in STYLESHEET.read_text("utf-8")
    assert "@import" not in STYLESHEET.read_text("utf-8")


def test_a_failure_is_a_thai_page_without_the_database(don, monkeypatch):
    def fail(*_args, **_named):
        raise RuntimeError("broken")

    monkeypatch.setattr("prongsai.portal.results.queries.published_years", fail)
    response = Client(raise_request_exception=False).get("/open-data/")
    assert response.status_code == 500
    assert "ระบบขัดข้อง" in response.content.decode()


def test_a_strange_host_is_a_thai_400(don):
    response = Client(headers={"host": "evil.example"}).get("/")
    assert response.status_code == 400
    assert "คำขอไม่ถูกต้อง" in response.content.decode()

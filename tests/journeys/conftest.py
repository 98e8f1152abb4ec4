"""A real browser on the demonstration; every page that a journey visits is checked for accessibility."""

import os
import re
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connection
from django.utils.translation import gettext, override
from playwright.sync_api import sync_playwright

from prongsai.portal.config.serving import build_assets
from prongsai.portal.demonstration.accounts import PASSWORD
from prongsai.portal.demonstration.actions import load_demonstration

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 780}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REMARKS = ("status of 409", "status of 422", "ERR_INTERNET_DISCONNECTED")
"""What the browser says of a form that comes back, as another was quicker or with what is wrong, and of a cut network."""
AXE_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": True}},
    "resultTypes": ["violations"],
}
SHAPE = """() => {
  const told = (one) => [...one.attributes].map((given) => given.name).filter((name) => name !== "value").sort();
  const shown = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility());
  const kinds = shown.map((one) => `${one.parentElement.tagName}>${one.tagName}.${one.className}[${told(one)}]${one.role}`);
  const heads = shown.map((one) => one.tagName).filter((tag) => /^(H[1-6]|MAIN|NAV|HEADER|FOOTER)$/.test(tag));
  return [document.title ? "" : "untitled", innerWidth, ...new Set(kinds), ...heads.filter((tag, at) => tag !== heads[at - 1])].join();
}"""
"""What kinds of things stand on a page: axe need not look again where a journey comes by the same ones once more."""
looked_at = set()
PICTURES = os.environ.get("PRONGSAI_PICTURES", "")
"""A folder: every page that a journey looks at is kept there as a picture."""
numbers = count(1)


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session", autouse=True)
def assets():
    """Fonts and translations as `make setup` builds them."""
    build_assets()


@pytest.fixture(scope="package")
def chromium():
    """The browser; closed with the last journey, for no other test can run a loop of its own beside Playwright's."""
    path = os.environ.get("PRONGSAI_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "the journeys need Chromium: install it or set PRONGSAI_CHROMIUM to its path"
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in this thread
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Someone at a browser: goes to pages, and never leaves the portal's own address."""

    page: object
    home: str
    language: str = "th"
    is_dark: bool = False
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def say(self, thai, **parts):
        """A text of the portal in the visitor's language."""
        with override(self.language):
            return gettext(thai) % parts if parts else gettext(thai)

    def go(self, path):
        prefix = "" if self.language == "th" else f"/{self.language}"
        response = self.page.goto(f"{self.home}{prefix}{path}")
        assert response.status == 200, f"{path} answered {response.status}"
        self.check()

    def check(self):
        """Nothing inaccessible, nothing wider than the screen, nothing from outside, nothing in the console."""
        shape = (self.is_dark, self.page.evaluate(SHAPE))
        if shape not in looked_at:
            found = Axe().run(self.page, options=AXE_RULES).response["violations"]
            shown = [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]
            assert not shown, f"{self.page.url}: {shown}"
            looked_at.add(shape)
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, f"{self.page.url} is {width} px wider than the screen"
        assert not self.outside, f"{self.page.url} asked {self.outside}"
        assert not self.complaints, f"{self.page.url} complained: {self.complaints}"
        if PICTURES:
            place = re.sub(r"[^a-z0-9]+", "-", self.page.url.removeprefix(self.home)).strip("-") or "home"
            self.page.screenshot(path=Path(PICTURES, f"{next(numbers):03}-{place[:80]}.png"), full_page=True)

    def sees(self, thai, **parts):
        wanted, shown = self.say(thai, **parts), self.text()
        assert wanted in shown, f"{self.page.url} does not say {wanted}"

    def field(self, label):
        return self.page.get_by_label(self.say(label), exact=True)

    def press(self, name):
        """Press a button and see that the page it leads to is in order."""
        self.page.get_by_role("button", name=self.named(name)).first.click()
        self.page.wait_for_load_state()
        self.check()

    def named(self, name):
        return self.say(name) if isinstance(name, str) else name

    def text(self):
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())

    def save_in_another_tab(self, change, button):
        """The same page once more, changed and saved while this one is still open."""
        other = self.page.context.new_page()
        other.goto(self.page.url)
        change(other)
        other.get_by_role("button", name=self.named(button)).click()
        other.wait_for_load_state()
        other.close()

    def follow(self, name):
        self.page.get_by_role("link", name=self.named(name)).first.click()
        self.page.wait_for_load_state()
        self.check()


def open_browser(chromium, home, screen, language="th", **others):
    """Someone new at a browser of their own."""
    context = chromium.new_context(
        viewport=screen, locale="th-TH", accept_downloads=True, reduced_motion="reduce", **others
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    someone = Visitor(page, home, language, others.get("color_scheme") == "dark")
    page.on(
        "request", lambda asked: asked.url.startswith((home, "data:", "blob:")) or someone.outside.append(asked.url)
    )
    page.on(
        "console",
        lambda line: (
            line.type == "error"
            and not any(remark in line.text for remark in REMARKS)
            and someone.complaints.append(line.text)
        ),
    )
    page.on("pageerror", lambda error: someone.complaints.append(str(error)))
    return someone


@pytest.fixture
def sign_in(chromium, live_server):
    """Sign a demonstration account in, at the desk of its agency."""
    opened = []

    def enter(account, screen=DESKTOP):
        someone = open_browser(chromium, live_server.url, screen)
        opened.append(someone)
        someone.go("/office/")
        someone.page.get_by_label("อีเมล").fill(f"{account}@demo.prongsai.example")
        someone.page.locator("input[type=password]").fill(PASSWORD)
        someone.page.locator("main button[type=submit]").first.click()
        someone.page.wait_for_url("**/office/**")
        return someone

    yield enter
    for someone in opened:
        someone.page.context.close()


@pytest.fixture
def at_browser(chromium, live_server):
    """Opens a browser for somebody of the cast who has signed in, or for a passer-by (`None`)."""
    opened = []

    def act(player, screen=PHONE, language="th", **others):
        someone = open_browser(chromium, live_server.url, screen, language, **others)
        opened.append(someone)
        if player is not None:
            cookie = {"name": "sessionid", "value": player.cookies["sessionid"].value, "url": live_server.url}
            someone.page.context.add_cookies([cookie])
        return someone

    yield act
    for someone in opened:
        someone.page.context.close()


@pytest.fixture(params=["desktop", "phone"])
def screen(request):
    return {"desktop": DESKTOP, "phone": PHONE}[request.param]


@pytest.fixture
def visitor(chromium, live_server, screen):
    someone = open_browser(chromium, live_server.url, screen)
    yield someone
    someone.page.context.close()


@pytest.fixture(scope="session")
def kept_copy():
    """A copy of the loaded demonstration, for all journeys after the first: copying takes a blink, loading many."""
    with closing(sqlite3.connect(":memory:", check_same_thread=False)) as copy:
        yield copy


@pytest.fixture
def demonstration(transactional_db, kept_copy):
    connection.ensure_connection()
    is_kept = kept_copy.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 0
    if is_kept:
        kept_copy.backup(connection.connection)
    else:
        load_demonstration()
        connection.connection.backup(kept_copy)

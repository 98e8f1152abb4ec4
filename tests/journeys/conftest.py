"""A real browser on the demonstration; every page that a journey visits is checked for accessibility."""

import os
import re
import shutil
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
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
AXE_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session", autouse=True)
def assets():
    """Fonts and translations as `make setup` builds them."""
    build_assets()


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("PRONGSAI_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "the journeys need Chromium: install it or set PRONGSAI_CHROMIUM to its path"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Someone at a browser: goes to pages, and never leaves the portal's own address."""

    page: object
    home: str
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path):
        response = self.page.goto(f"{self.home}{path}")
        assert response.status == 200, f"{path} answered {response.status}"
        self.check()

    def check(self):
        """Nothing inaccessible, nothing wider than the screen, nothing from outside, nothing in the console."""
        found = Axe().run(self.page, options=AXE_RULES).response["violations"]
        shown = [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]
        assert not shown, f"{self.page.url}: {shown}"
        width = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert width <= 0, f"{self.page.url} is {width} px wider than the screen"
        assert not self.outside, f"{self.page.url} asked {self.outside}"
        assert not self.complaints, f"{self.page.url} complained: {self.complaints}"

    def press(self, name):
        """Press a button and see that the page it leads to is in order."""
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state()
        self.check()

    def text(self):
        return re.sub(r"\s+", " ", self.page.locator("main").inner_text())

    def follow(self, name):
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()
        self.check()


def open_browser(chromium, home, screen):
    """Someone new at a browser of their own."""
    context = chromium.new_context(viewport=screen, locale="th-TH", accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    someone = Visitor(page, home)
    page.on(
        "request", lambda asked: asked.url.startswith((home, "data:", "blob:")) or someone.outside.append(asked.url)
    )
    page.on("console", lambda line: someone.complaints.append(line.text) if line.type == "error" else None)
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


@pytest.fixture(params=["desktop", "phone"])
def screen(request):
    return {"desktop": DESKTOP, "phone": PHONE}[request.param]


@pytest.fixture
def visitor(chromium, live_server, screen):
    someone = open_browser(chromium, live_server.url, screen)
    yield someone
    someone.page.context.close()


@pytest.fixture
def demonstration(transactional_db):
    load_demonstration()

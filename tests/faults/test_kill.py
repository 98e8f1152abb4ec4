"""A server that is killed while answers come in: what it gave a receipt for is stored, and no code is spent for nothing."""

import os
import re
import secrets
import sqlite3
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing, contextmanager
from http.client import HTTPException

import psycopg
import pytest

from tests.running import running_portal

RESPONDENTS = 6
RECEIPT = re.compile(r"<code[^>]*>((?:[2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4})</code>")
BEFORE_THE_KILL = 40


class Respondents:
    """Send one code after the other until the server is gone; remember every receipt that came back whole."""

    def __init__(self, portal):
        self.portal, self.codes, self.receipts, self.lock = portal, list(portal.codes), [], threading.Lock()

    def answer(self, number):
        while self.codes:
            code = self.codes.pop()
            fields = dict.fromkeys(self.portal.lines, "1") | {"code": code, "key": f"key-of-{number}-{code}"}
            try:
                self.receipts.append(self.send(fields))
            except (urllib.error.URLError, ConnectionError, HTTPException, TimeoutError):
                return

    def send(self, fields):
        data = urllib.parse.urlencode(fields).encode()
        address = f"{self.portal.address}{self.portal.link}"
        with urllib.request.urlopen(address, data, timeout=10) as response:  # noqa: S310 - this machine's own server
            return RECEIPT.search(response.read().decode())[1]


@pytest.fixture
def database():
    """A database of its own at the server of the tests, gone afterwards; empty where they run on SQLite."""
    server = os.environ.get("PRONGSAI_TEST_DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield ""
        return
    name = f"killed_{secrets.token_hex(4)}"
    parts = urllib.parse.urlsplit(server)
    with psycopg.connect(server, autocommit=True) as opened:
        opened.execute(f"CREATE DATABASE {name}")
        yield parts._replace(path=f"/{name}").geturl()
        opened.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def read(portal, database):
    """What asks the database that the killed server left."""
    opened = psycopg.connect(database) if database else sqlite3.connect(portal.home / "prongsai.sqlite3")
    if database:  # a server that outlives the portal may still be finishing what was sent
        opened.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    with closing(opened):
        yield lambda question: opened.execute(question).fetchall()


@pytest.mark.apart
def test_killing_the_server_loses_no_receipt_and_leaves_no_code_spent_without_its_answer(database):
    with running_portal(codes=2000, database=database) as portal:
        crowd = Respondents(portal)
        people = [threading.Thread(target=crowd.answer, args=(number,)) for number in range(RESPONDENTS)]
        for person in people:
            person.start()
        until = time.monotonic() + 120
        while len(crowd.receipts) < BEFORE_THE_KILL and time.monotonic() < until:
            time.sleep(0.005)
        portal.kill()
        for person in people:
            person.join()
        assert len(crowd.receipts) >= BEFORE_THE_KILL
        assert crowd.codes, "the kill came when all was over"
        with read(portal, database) as ask:
            ((answers,),) = ask("SELECT count(*) FROM surveys_answer")
            ((spent,),) = ask("SELECT count(*) FROM surveys_accesscode WHERE is_spent")
            forms = {number for (number,) in ask("SELECT number FROM surveys_sentform")}
    given = {receipt.replace("-", "")[:16] for receipt in crowd.receipts}
    assert given <= forms, f"{len(given - forms)} receipts were given for nothing"
    assert answers == spent == len(forms)
    assert len(forms) - len(given) <= RESPONDENTS

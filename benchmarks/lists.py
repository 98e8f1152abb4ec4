"""Pages of lists with a whole country stored: how long each takes at the real server.

    .venv/bin/python -m benchmarks.lists [--times 60]

8,317 agencies take part in a round, a million answers are stored, 8,317 results are published. Each page is asked for
one after the other, as by somebody who reads, with another page of the list each time.
"""

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

from benchmarks.intake import databases, unpacked
from tests.running import ROOT, SERVE, free_port, start, wait_for

LONGEST = 300
"""Milliseconds at the 95th of a hundred."""


def pages(world: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Address and cookie by what the page lists; `{n}` is another number each time."""
    of_round, of_agency = f"/office/national/rounds/{world['round']}/", f"/office/{world['agency']}/"
    office, officer = world["office"], world["officer"]
    return {
        "answers against the minimum": (f"{of_round}surveys/?page={{n}}", office),
        "the same, agencies found by words": (f"{of_round}surveys/?q=ตัวอย่างที่+{{n}}", office),
        "the same, short of it in a province": (f"{of_round}surveys/?province=จังหวัดที่+{{n}}&prospect=short", office),
        "answers by province": (f"{of_round}surveys/provinces/", office),
        "answers that wait for review": (f"{of_round}surveys/review/?page={{n}}", office),
        "the round": (of_round, office),
        "agencies of the round": (f"{of_round}agencies/?page={{n}}", office),
        "rounds": ("/office/national/rounds/", office),
        "the round's journal": (f"{of_round}journal/?before={{n}}99999", office),
        "the same, of an agency": (f"{of_round}journal/?agency=agency-{{n}}", office),
        "the same, what was never done": (f"{of_round}journal/?verb=round.word", office),
        "an agency's surveys": (f"{of_agency}rounds/{world['round']}/surveys/", officer),
        "an agency's desk": (of_agency, officer),
        "published results": ("/?page={n}", ""),
        "published results found by words": ("/?q=ตัวอย่างที่+{n}", ""),
    }


def ask(link: http.client.HTTPConnection, path: str, cookie: str) -> float:
    """Milliseconds until a page was there whole. Raises `SystemExit` where it is not."""
    head = {"Accept-Encoding": "gzip"} | ({"Cookie": f"sessionid={cookie}"} if cookie else {})
    began = time.perf_counter()
    link.request("GET", urllib.parse.quote(path, safe="/?=&+"), headers=head)
    response = link.getresponse()
    content = unpacked(response, response.read())
    took = (time.perf_counter() - began) * 1000
    if response.status != http.client.OK:
        raise SystemExit(f"{path}: {response.status} {content[:300]!r}")
    return took


def measure(database: str, times: int) -> dict[str, list[float]]:
    """Milliseconds of each page."""
    with tempfile.TemporaryDirectory(prefix="lists-") as home:
        surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": home, "PYTHONPATH": str(ROOT)}
        surroundings |= {"PRONGSAI_DATABASE_URL": database} if database else {}
        filled = subprocess.run(
            [sys.executable, "-m", "benchmarks.filled_round"],
            env=surroundings,
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            check=True,
        )
        world, port = json.loads(filled.stdout.splitlines()[-1]), free_port()
        process = start(SERVE.format(port=port, workers=2), surroundings)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process)
            link = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
            return {
                name: [ask(link, path.format(n=number), cookie) for number in range(1, times + 1)]
                for name, (path, cookie) in pages(world).items()
            }
        finally:
            os.killpg(process.pid, 9)
            process.wait()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=60)
    asked, slow = parser.parse_args(), 0
    with databases() as names:
        for name, (database, _) in names.items():
            print(f"{name}; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
            for page, took in measure(database, asked.times).items():
                p95 = statistics.quantiles(took, n=20)[-1]
                slow += p95 > LONGEST
                print(f"  {page:<38} p95 {p95:5.0f} ms, median {statistics.median(took):5.0f} ms")
    print(f"{slow} pages over {LONGEST} ms")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())

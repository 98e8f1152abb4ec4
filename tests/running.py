"""The real server on a database of its own, in processes of their own: for faults and for speed.

    with running_portal(codes=300) as portal:
        portal.address, portal.link, portal.codes

The round is a rehearsal that collects; the link opens the staff's survey, each code lets one in. `python -m
tests.running 300` makes that world in the surroundings' database and prints link and codes as JSON.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SERVE = "from prongsai.portal.config.serving import serve; serve(port={port}, workers={workers})"
LONGEST_START = 60


@dataclass
class Portal:
    """A server that runs; `home` holds its state."""

    address: str
    link: str
    lines: list[str]
    codes: list[str]
    home: Path
    process: subprocess.Popen

    def kill(self):
        """End the server and its workers at once, as a power cut does."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def running_portal(*, codes: int, workers: int = 2, database: str = "") -> Iterator[Portal]:
    """Prepare a database, serve it, end the server."""
    with tempfile.TemporaryDirectory(prefix="prongsai-running-") as home:
        surroundings = {"PATH": os.environ["PATH"], "PRONGSAI_HOME": home, "PYTHONPATH": str(ROOT)}
        surroundings |= {"PRONGSAI_DATABASE_URL": database} if database else {}
        made = subprocess.run(
            [sys.executable, "-m", "tests.running", str(codes)],
            env=surroundings,
            cwd=ROOT,
            text=True,
            capture_output=True,
            check=True,
        )
        world, port = json.loads(made.stdout.splitlines()[-1]), free_port()
        process = start(SERVE.format(port=port, workers=workers), surroundings)
        portal = Portal(f"http://127.0.0.1:{port}", **world, home=Path(home), process=process)
        try:
            wait_for(f"{portal.address}/healthz", process)
            yield portal
        finally:
            portal.kill()


def start(program: str, surroundings: dict[str, str]) -> subprocess.Popen:
    """A Python program in a process group of its own, so that all of it can be ended."""
    return subprocess.Popen(
        [sys.executable, "-c", program],
        env=surroundings,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(address: str, process: subprocess.Popen) -> None:
    """Until the server answers."""
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended before it answered"
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - this machine's own server
            return
        time.sleep(0.05)
    raise TimeoutError(address)


def make_world(codes: int) -> dict[str, object]:
    """A rehearsal that collects, one agency in it, so many codes; prints what a respondent needs."""
    from prongsai.portal.config.serving import prepare

    prepare()
    from prongsai.portal.agencies.actions import save_agency
    from prongsai.portal.rounds.queries import find_round, instrument_of
    from prongsai.portal.rounds.running.actions import invite_agencies, open_round
    from prongsai.portal.rounds.states import RoundState
    from prongsai.portal.surveys.actions import make_codes, make_links
    from prongsai.portal.surveys.queries import links_of
    from prongsai.rulebook.instrument import Instrument
    from prongsai.rulebook.survey_flow import questionnaire_of
    from tests.rounds import date_every_phase, move_to

    agency = save_agency(actor="tester", code="town", name_th="เทศบาลเมืองตัวอย่าง", name_en="", type="town-municipality")
    facts = open_round(actor="tester", year=2569, is_rehearsal=True, name_th="ซ้อม", name_en="")
    date_every_phase(facts)
    invite_agencies(actor="tester", round_id=facts.id, codes=["town"], how="all")
    move_to(facts.id, RoundState.REGISTRATION, RoundState.CONFIRMATION, RoundState.COLLECTING)
    make_links(round_id=facts.id, agency_id=agency.pk, agency_code=agency.code, actor="tester")
    form = questionnaire_of(instrument_of(find_round(facts.slug)), Instrument.IIT)
    return {
        "link": f"/s/{links_of(facts.id, agency.pk)[Instrument.IIT].code}/",
        "lines": [line.key for line in form.lines],
        "codes": make_codes(round_id=facts.id, agency_id=agency.pk, wanted={None: codes}, actor="tester"),
    }


if __name__ == "__main__":
    print(json.dumps(make_world(int(sys.argv[1]))))  # noqa: T201

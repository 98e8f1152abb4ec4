"""`prongsai demo` and `prongsai serve`: prepares and runs the portal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from prongsai.commands.outcome import CONTRADICTION, DONE, UNUSABLE


def load_demonstration() -> int:
    """Prepare the database and load the demonstration; safe to repeat."""
    from prongsai.portal.config import serving

    point_at_settings()
    with reachable_database():
        serving.prepare(demonstration=True)
    return DONE


def serve(*, host: str, port: int) -> int:
    """Serve the portal until it is stopped."""
    from prongsai.portal.config import serving

    make_ready()
    told = serving.demonstration_accounts() or serving.first_steps()
    print(f"http://{host}:{port}/", *told, sep="\n", flush=True)
    serving.serve(host=host, port=port)
    return DONE


def do_daily() -> int:
    """Do what the clock does, now: to be run by a timer where `serve` does not run; safe to repeat."""
    from prongsai.portal.config import serving

    make_ready()
    outcomes = serving.do_daily()
    for name, said, failed in outcomes:
        print(f"{name}: {said}", file=sys.stderr if failed else sys.stdout)
    return CONTRADICTION if any(failed for _, _, failed in outcomes) else DONE


def make_ready() -> None:
    """Bring the portal's database up to date, for commands that work on it."""
    from prongsai.portal.config import serving

    point_at_settings()
    with reachable_database():
        serving.prepare(demonstration=False)


@contextmanager
def reachable_database() -> Iterator[None]:
    """Ends the command in words where the database cannot be reached."""
    from django.db import OperationalError

    try:
        yield
    except OperationalError as problem:
        said = str(problem).strip().splitlines()[0]
        print(
            f"PRONGSAI_DATABASE_URL: ติดต่อฐานข้อมูลไม่ได้ ({said}) ให้ตรวจที่อยู่และว่าเครื่องแม่ข่ายเปิดอยู่"
            f" / the database cannot be reached ({said}); check its address, and that its server runs",
            file=sys.stderr,
        )
        raise SystemExit(UNUSABLE) from None


def point_at_settings() -> None:
    """Name the settings. Ends the command where the surroundings name no database that can be used."""
    from prongsai.portal.config import environment

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", environment.SETTINGS_MODULE)
    try:
        environment.database()
    except (environment.EnvironmentVariableError, environment.DatabaseTooOldError) as problem:
        print(problem, file=sys.stderr)
        raise SystemExit(UNUSABLE) from None

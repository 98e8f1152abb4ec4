"""Makes the portal ready and serves it; the `prongsai` command calls these two."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prongsai.portal.config.environment import (
    CLOCK,
    forget_counts,
    point_to_settings,
    secret_key,
    share_counts,
    state_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prongsai.portal.safekeeping.backing_up import BackedUp
    from prongsai.portal.safekeeping.bringing_back import Restored
    from prongsai.portal.safekeeping.finding import Finding

BLOCKING_THREADS = 4


class PortTakenError(RuntimeError):
    """Somebody already listens at the address."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What `prepare` did, for the person who started it."""

    migrations: int
    agencies_loaded: int


def prepare(*, demonstration: bool = False) -> Preparation:
    """Bring database, fonts, translations and static files up to date; safe to repeat.

    `demonstration` also loads the published figures and the fictional province.
    """
    from django.core.management import call_command

    build_assets()
    _set_up()
    waiting = _waiting_migrations()
    if waiting:
        call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    return Preparation(waiting, _load_demonstration() if demonstration else 0)


def build_assets() -> None:
    """Build fonts and translations where they are missing or older than their source."""
    from prongsai.portal.ui.fonts import build_fonts
    from prongsai.portal.ui.messages import build_messages

    build_fonts()
    build_messages()


def demonstration_accounts() -> list[str]:
    """Lines that say how to sign in to the demonstration. Call `prepare` before."""
    from prongsai.portal.demonstration.actions import sign_in_lines

    return sign_in_lines()


def first_steps() -> list[str]:
    """What to do first where nobody has an account yet. Call `prepare` before."""
    from prongsai.portal.people.queries import has_people

    if has_people():
        return []
    return [
        "ยังไม่มีบัญชี: prongsai agencies FILE แล้ว prongsai person EMAIL --role office",
        "no account yet: prongsai agencies FILE, then prongsai person EMAIL --role office",
    ]


def do_daily() -> list[tuple[str, str, bool]]:
    """Do every duty of the clock now: its name, what it said, whether it failed. Call `prepare` before."""
    from prongsai.portal.clock.actions import do_daily as do_every_duty

    return [(done.name, done.said, done.failed) for done in do_every_duty()]


def back_up(file: Path) -> BackedUp:
    """Write a backup of the installation into one file. Raises `SafekeepingError`. Call `prepare` before."""
    from prongsai.portal.safekeeping import backing_up

    return backing_up.back_up(file)


def restore(file: Path, *, replace: bool) -> tuple[Restored, bool]:
    """Bring a backup back; also whether its codes and receipts hold under the key here. Raises `SafekeepingError`."""
    _set_up()
    from prongsai.portal.safekeeping.backing_up import key_mark
    from prongsai.portal.safekeeping.bringing_back import restore as bring_back

    restored = bring_back(file, replace=replace)
    return restored, restored.key == key_mark(secret_key())


def examine() -> Iterator[Finding]:
    """Look whether the installation is in order."""
    _set_up()
    from prongsai.portal.safekeeping.examining import examine as look

    yield from look()


def serve(*, host: str = "127.0.0.1", port: int = 8000, workers: int = 2) -> None:
    """Serve until stopped. Call `prepare` before. Raises `PortTakenError` where another server already listens."""
    from granian.constants import Interfaces
    from granian.server import Server

    point_to_settings()
    refuse_taken_port(host, port)
    share_counts()
    forget_counts()
    os.environ.setdefault(CLOCK, "1")
    Server(
        "prongsai.portal.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        respawn_failed_workers=True,
        log_access=False,
    ).serve()


def refuse_taken_port(host: str, port: int) -> None:
    """The server shares its port between workers, so a second server would silently share it too."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise PortTakenError(
                f"{host}:{port}: {problem.strerror}; stop what listens there or choose another port"
            ) from None


def _set_up() -> None:
    import django

    point_to_settings()
    state_folder().mkdir(parents=True, exist_ok=True)
    django.setup()


def _waiting_migrations() -> int:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _load_demonstration() -> int:
    from prongsai.portal.demonstration.actions import load_demonstration

    return load_demonstration()

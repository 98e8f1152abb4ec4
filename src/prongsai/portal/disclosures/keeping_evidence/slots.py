"""The place of a sweep that runs: a folder for large files on their way, and a lock that falls with its process.

Whatever a process that is gone left behind, leases and files, is found by it at once, without waiting for their time.
"""

import fcntl
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

LOCK, DRAFT = "lock", "."
LONGEST_MACHINE = 60


@dataclass(frozen=True, slots=True)
class Slot:
    """`name` says who holds a lease: the machine and the folder."""

    name: str
    folder: Path


def spool_folder() -> Path:
    """Where the folders of all slots of this machine are."""
    return Path(settings.STATE) / "spools"


@contextmanager
def taken_slot(label: str) -> Iterator[Slot]:
    """A slot of one's own, gone at the end; its folder gets its name when it is locked."""
    spool_folder().mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{DRAFT}{label}-", dir=spool_folder()))
    with (draft / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        folder = draft.rename(draft.with_name(draft.name.removeprefix(DRAFT)))
        try:
            yield Slot(f"{_machine()}/{folder.name}", folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def is_dead(name: str) -> bool:
    """Whether a slot of this machine is nobody's any more; of another machine's nothing is known."""
    machine, _, folder = name.rpartition("/")
    return machine == _machine() and not _is_locked(spool_folder() / folder)


def remove_dead_folders() -> int:
    """Remove what killed processes left; the count of folders."""
    dead = [folder for folder in spool_folder().glob("[!.]*") if not _is_locked(folder)]
    for folder in dead:
        shutil.rmtree(folder, ignore_errors=True)
    return len(dead)


def _is_locked(folder: Path) -> bool:
    with suppress(OSError), (folder / LOCK).open("r+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _machine() -> str:
    return socket.gethostname()[:LONGEST_MACHINE]

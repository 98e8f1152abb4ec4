"""The folder that all papers go to: what they are made from, and a place for what is not finished."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from prongsai.commands.putting import put

MARKER = ".prongsai.json"
DRAFTS = ".prongsai-drafts"
LONGEST_NAME = 70
"""Letters of Thai, three bytes each, that a file system's 255 bytes hold with what is added."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Origin:
    """What a folder's papers are made from. A run goes on with the day of the first one, as it is printed on them."""

    program: str
    scores: str
    year: int
    digits: str
    dated: str

    @property
    def day(self) -> date:
        """The day the papers carry."""
        return date.fromisoformat(self.dated)


class OtherPapersError(Exception):
    """The folder holds something else; papers of two origins are not mixed."""


class AtWorkError(Exception):
    """Another run is writing to the folder."""


def check_sum(*contents: bytes) -> str:
    """One check sum over several files' bytes."""
    return hashlib.sha256(b"".join(hashlib.sha256(content).digest() for content in contents)).hexdigest()


@contextmanager
def opened(out: Path, wanted: Origin) -> Iterator[Origin]:
    """The folder for one run: what its papers are made from. Drafts of a killed run are thrown away.

    Raises `OtherPapersError`, `AtWorkError`, and `OSError` where it cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    with _alone(out):
        origin = _settled(out, wanted)
        drafts = out / DRAFTS
        shutil.rmtree(drafts, ignore_errors=True)
        drafts.mkdir()
        try:
            yield origin
        finally:
            shutil.rmtree(drafts, ignore_errors=True)


def agency_folder(agency: str) -> str:
    """The name of an agency's folder: its own where a file system takes it, else one that no other agency has."""
    plain = _NOT_IN_NAMES.sub("-", agency).strip(" .")[:LONGEST_NAME].rstrip(" .")
    if plain and plain == agency:
        return plain
    return f"{plain} {hashlib.sha256(agency.encode()).hexdigest()[:8]}".strip()


def _settled(out: Path, wanted: Origin) -> Origin:
    marker = out / MARKER
    if not marker.exists():
        if any(path.name not in {DRAFTS, _LOCK} for path in out.iterdir()):
            raise OtherPapersError
        put(marker, json.dumps(asdict(wanted), ensure_ascii=False, indent=1).encode())
        return wanted
    held = _read(marker)
    if held is None or replace(held, dated="") != replace(wanted, dated=""):
        raise OtherPapersError
    return held


def _read(marker: Path) -> Origin | None:
    try:
        return Origin(**json.loads(marker.read_text("utf-8")))
    except (ValueError, TypeError):
        return None


_LOCK = ".prongsai-lock"


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Held by this process until it ends, however it ends; two runs would throw away each other's drafts."""
    import fcntl

    with (out / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AtWorkError from None
        yield

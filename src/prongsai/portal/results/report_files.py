"""The public analysis reports as files: written once for the same figures and words, and never many at a time.

Anybody may ask for a report, and writing one takes the better part of a second of a processor. What was written is
kept below the state folder under the hash of all that it was written from; what nobody asked for longest goes first.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import BoundedSemaphore, Lock

from django.conf import settings

from prongsai.portal.results.access import OpenedResult
from prongsai.portal.results.scorecard.page import ScoredYear

MOST_KEPT = 600
"""Some 200 MB."""

PATIENCE_SECONDS = 10
MOST_AT_ONCE = 3
"""Of the four threads that a process serves with, one always stays for other pages."""

_waiting_room = BoundedSemaphore(MOST_AT_ONCE)
_desk = Lock()
"""In each process one report is being written and two more wait; whoever comes then is asked to come back."""


class BusyError(RuntimeError):
    """Too many reports are being written at this moment."""


def kept_report(opened: OpenedResult, *, file_format: str, digits: str, write: Callable[[], bytes]) -> bytes:
    """The report as it was written before from the same figures, else as `write` makes it now. Raises `BusyError`."""
    file = _file_of(opened, file_format, digits)
    content = _read(file)
    if content is not None:
        return content
    if not _waiting_room.acquire(blocking=False):
        raise BusyError(f"{MOST_AT_ONCE} are waiting for reports already")
    try:
        return _written(file, write)
    finally:
        _waiting_room.release()


def _written(file: Path, write: Callable[[], bytes]) -> bytes:
    """Write it unless whoever was at the desk before has just done so."""
    if not _desk.acquire(timeout=PATIENCE_SECONDS):
        raise BusyError(f"no report was finished within {PATIENCE_SECONDS} seconds")
    try:
        content = _read(file)
        if content is None:
            content = write()
            _keep(file, content)
        return content
    finally:
        _desk.release()


def _file_of(opened: OpenedResult, file_format: str, digits: str) -> Path:
    agency = opened.result.agency
    told = [agency.code, agency.name_th, digits, _program(), [_year(scored) for scored in opened.years]]
    name = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
    return Path(settings.STATE) / "reports" / f"{name}.{file_format}"


def _year(scored: ScoredYear) -> list[object]:
    """A year's rules and figures; with the rules, the level and the advice follow from the figures."""
    year = scored.scored.year
    return [year.year, year.sha256, sorted(f"{figure.place}={figure.score}" for figure in scored.figures)]


@cache
def _program() -> str:
    """A hash of the modules that word and draw papers, so that another version of them writes anew."""
    digest = hashlib.sha256()
    folder = files("prongsai.papers")
    for file in sorted(Path(str(folder)).rglob("*")):
        if file.suffix in {".py", ".typ", ".ttf"} and not file.name.startswith("test_"):
            digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _read(file: Path) -> bytes | None:
    """The kept bytes; reading them makes the file young again."""
    try:
        content = file.read_bytes()
        os.utime(file)
    except FileNotFoundError:  # never kept, or another process cleared it away
        return None
    return content


def _keep(file: Path, content: bytes) -> None:
    """A half-written file is never found under its name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    draft.write_bytes(content)
    draft.replace(file)
    for old in sorted(file.parent.iterdir(), key=_last_asked, reverse=True)[MOST_KEPT:]:
        old.unlink(missing_ok=True)


def _last_asked(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0

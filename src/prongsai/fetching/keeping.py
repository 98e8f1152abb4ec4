"""Keeps content while it comes in: in memory at first, then in a file; hashed, counted, its kind found."""

import hashlib
import mmap
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from prongsai.fetching.kinds import HEAD, TAIL, Kind, is_ole, kind_at_start, kind_of
from prongsai.fetching.limits import Limits
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.stopping import Stopped

SPOOL_PREFIX = "prongsai-spool-"
_OFFICE = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS, Kind.ZIP})
_OLD_OFFICE = frozenset({Kind.DOC, Kind.XLS, Kind.PPT, Kind.LOCKED_OFFICE})


class Kept(Struct, frozen=True, gc=False):
    """Content that came whole, in `body` or in the file `spool`."""

    body: bytes | None
    spool: Path | None
    size: int
    sha256: str
    kind: Kind


class Keeper:
    """Takes pieces until the limit; whoever made it calls `finish` or `drop`."""

    def __init__(self, limits: Limits, folder: Path | None) -> None:
        self._limits, self._folder = limits, folder
        self._pieces: list[bytes] = []
        self._file: BinaryIO | None = None
        self._path: Path | None = None
        self._is_judged = False
        self._digest = hashlib.sha256()
        self._size = 0

    def add(self, piece: bytes) -> None:
        """Take a piece; raises `Stopped` when there is too much, or when the kind is not accepted."""
        if not piece:
            return
        self._size += len(piece)
        if self._size > self._limits.content_bytes:
            raise Stopped(Outcome.TOO_LARGE)
        self._digest.update(piece)
        self._store(piece)
        if not self._is_judged and self._size >= HEAD:
            self._judge_early()

    def finish(self) -> Kept:
        """Close and judge; raises `Stopped` for a kind that is not accepted."""
        body = b"".join(self._pieces) if self._file is None else None
        kind = self._kind_on_disk(self._file) if body is None and self._file is not None else _kind_of(body or b"")
        if kind not in self._limits.kinds:
            raise Stopped(Outcome.WRONG_TYPE)
        if self._file is not None:
            self._file.close()
        return Kept(body, self._path, self._size, self._digest.hexdigest(), kind)

    def drop(self) -> None:
        """Forget everything."""
        self._pieces.clear()
        if self._file is not None and self._path is not None:
            self._file.close()
            self._path.unlink(missing_ok=True)

    def _judge_early(self) -> None:
        """Do not read thirty megabytes of what cannot be accepted."""
        self._is_judged = True
        kind = kind_at_start(b"".join(self._pieces)[:HEAD] if self._file is None else _start_of(self._file))
        possible = _OFFICE if kind is Kind.ZIP else _OLD_OFFICE if kind is Kind.DOC else frozenset({kind})
        if not possible & self._limits.kinds:
            raise Stopped(Outcome.WRONG_TYPE)

    def _store(self, piece: bytes) -> None:
        if self._file is None and self._size <= self._limits.memory_bytes:
            self._pieces.append(piece)
            return
        if self._file is None:
            handle, name = tempfile.mkstemp(prefix=SPOOL_PREFIX, dir=self._folder)
            self._path, self._file = Path(name), os.fdopen(handle, "w+b")
            self._file.writelines(self._pieces)
            self._pieces.clear()
        self._file.write(piece)

    def _kind_on_disk(self, file: BinaryIO) -> Kind:
        head = _start_of(file)
        file.seek(max(0, self._size - TAIL))
        tail = file.read()
        if not is_ole(head):
            return kind_of(head, tail, b"")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as inner:
            return kind_of(head, tail, inner)


def _kind_of(body: bytes) -> Kind:
    return kind_of(body[:HEAD], body[-TAIL:], body)


def _start_of(file: BinaryIO) -> bytes:
    """The first bytes of a file that is being written; it is left at its end."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0, os.SEEK_END)
    return head


def clear_spools(folder: Path) -> int:
    """Remove what a fetch that was killed left in its folder; the count of files."""
    left = list(folder.glob(f"{SPOOL_PREFIX}*"))
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)

"""Keeps the bytes of evidence under their own hash, apart from everything that is served by itself."""

import gzip
import hashlib
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

A_PIECE = 1024 * 1024


def keep(content: bytes) -> str:
    """Store bytes once; gives back their SHA-256. A half-written file is never found under its hash."""
    digest = hashlib.sha256(content).hexdigest()
    file = path_of(digest)
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{digest}.{secrets.token_hex(4)}")
        draft.write_bytes(content)
        draft.replace(file)
    return digest


def path_of(digest: str) -> Path:
    """Where bytes with this hash are kept."""
    return Path(settings.STATE) / "evidence" / digest[:2] / digest


def keep_packed(content: BinaryIO) -> str:
    """Store what may be large once, compressed; gives back the SHA-256 of the content, read from where it stands."""
    read = hashlib.sha256()
    while piece := content.read(A_PIECE):
        read.update(piece)
    digest = read.hexdigest()
    file = _packed(digest)
    if not file.exists():
        content.seek(0)
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
        with gzip.GzipFile(draft, "wb", compresslevel=6, mtime=0) as packed:
            shutil.copyfileobj(content, packed, A_PIECE)
        draft.replace(file)
    return digest


def read_packed(digest: str) -> bytes:
    """The content that `keep_packed` stored under this hash; raises `FileNotFoundError` where it is gone."""
    with gzip.open(_packed(digest)) as packed:
        return packed.read()


def has_packed(digest: str) -> bool:
    """Whether content with this hash was stored by `keep_packed`."""
    return bool(digest) and _packed(digest).exists()


def _packed(digest: str) -> Path:
    return path_of(digest).with_name(f"{digest}.gz")

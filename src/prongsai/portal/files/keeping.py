"""Keeps the bytes of evidence under their own hash, apart from everything that is served by itself."""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings


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

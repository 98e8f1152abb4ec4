"""The hash that ties a journal line to the one before it: pure."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

BEGINNING = "0" * 64
"""What the first line has for a previous hash."""

Plain = str | int | bool | None
Detail = Mapping[str, Plain | Sequence[Plain]]
"""What a line may hold: no floating point numbers, whose digits a database may change."""


def line_hash(*, at: datetime, actor: str, verb: str, object: str, detail: Detail, previous_hash: str) -> str:  # noqa: A002 - the column's name
    """SHA-256 over everything the line says and the hash before it, hexadecimal."""
    said = {
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": actor,
        "verb": verb,
        "object": object,
        "detail": detail,
        "previous_hash": previous_hash,
    }
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()

"""Writes everything that an installation cannot get back by itself into one file."""

import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from prongsai.portal.safekeeping.archive import Contents, hash_of, write_archive
from prongsai.portal.safekeeping.databases import copy_database
from prongsai.portal.safekeeping.refusals import SafekeepingError

FOLDERS = ("evidence", "languages")
"""Beside the database and the secret; all else in the state folder is made anew."""

SECRET = "secret"  # noqa: S105 - the name of a file
DIGEST_LETTERS = 64


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was written: files of evidence, bytes of the whole."""

    files: int
    size: int


def back_up(target: Path) -> BackedUp:
    """Write a backup; it appears whole or not at all, readable by its owner only. Raises `SafekeepingError`."""
    if target.exists():
        raise SafekeepingError(
            f"มีแฟ้ม {target} อยู่แล้ว ให้ตั้งชื่ออื่น เช่น ใส่วันที่",
            f"{target} exists; choose another name, such as one with the date",
        )
    if not target.parent.is_dir():
        raise SafekeepingError(f"ไม่มีโฟลเดอร์ {target.parent}", f"there is no folder {target.parent}")
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with tempfile.TemporaryDirectory(prefix=".prongsai-", dir=target.parent) as name:
            database = copy_database(Path(name))
            files = dict([(database.name, database), *_kept()])
            contents = contents_of({part: hash_of(file) for part, file in files.items()})
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
                write_archive(opened, contents, files.items())
                opened.flush()
                os.fsync(opened.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return BackedUp(len(files) - 1, target.stat().st_size)


def contents_of(parts: dict[str, str]) -> Contents:
    """What an archive made now says of itself."""
    return Contents(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        program=version("prongsai"),
        vendor=connection.vendor,
        key=key_mark(settings.SECRET_KEY),
        migrations=tuple(sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())),
        parts=parts,
    )


def key_mark(secret: str) -> str:
    """Tells keys apart without telling the key."""
    return hashlib.sha256(f"prongsai backup {secret}".encode()).hexdigest()[:16]


def _kept() -> Iterator[tuple[str, Path]]:
    """Files of the state folder that belong into a backup; drafts of files under way do not."""
    state = Path(settings.STATE)
    if (state / SECRET).exists():
        yield SECRET, state / SECRET
    for folder in FOLDERS:
        for file in sorted((state / folder).rglob("*")):
            if file.is_file() and (folder != "evidence" or is_whole(file)):
                yield file.relative_to(state).as_posix(), file


def is_whole(file: Path) -> bool:
    """Whether a kept file has its own name and not that of a draft."""
    name = file.name.removesuffix(".gz")
    return len(name) == DIGEST_LETTERS and "." not in name

"""Brings a backup back to where nothing is, or in the place of what is there, which is put aside."""

import secrets
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from prongsai.portal.safekeeping.archive import Contents, opened_archive, unpack
from prongsai.portal.safekeeping.backing_up import FOLDERS, SECRET
from prongsai.portal.safekeeping.databases import PART, is_empty, put_aside, put_database
from prongsai.portal.safekeeping.refusals import SafekeepingError


@dataclass(frozen=True, slots=True)
class Restored:
    """When the backup was made, the mark of the key that its codes and receipts hold under (see `key_mark`), and where
    what stood there before lies now (`None`: nothing stood there).
    """

    made_at: str
    key: str
    put_aside: Path | None


def restore(file: Path, *, replace: bool) -> Restored:
    """Bring a backup back. Raises `SafekeepingError` before anything was changed, or where the database's own program
    fails in an empty database, which stays empty."""
    state = Path(settings.STATE)
    with opened_archive(file) as (archive, contents):
        _refuse_unfit(contents)
        if not is_empty() and not replace:
            raise SafekeepingError(
                "ที่นี่มีข้อมูลอยู่แล้ว ถ้าต้องการแทนที่ให้เติม --replace (ของเดิมจะถูกย้ายไปเก็บไว้ ไม่ถูกลบ)",
                "there is data here; add --replace to take its place (what is there is put aside, not deleted)",
            )
        staged = state / f"restoring-{secrets.token_hex(4)}"
        staged.mkdir(parents=True)
        try:
            unpack(archive, contents, staged)
            aside = None if is_empty() else _put_everything_aside(state)
            _put(staged, state)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    return Restored(contents.made_at, contents.key, aside)


def _refuse_unfit(contents: Contents) -> None:
    if contents.vendor != connection.vendor:
        raise SafekeepingError(
            f"แฟ้มสำรองนี้มาจาก {contents.vendor} แต่ที่นี่ใช้ {connection.vendor} ให้ตั้ง PRONGSAI_DATABASE_URL ให้ตรงกัน",
            f"this backup is of {contents.vendor} and {connection.vendor} is used here; let PRONGSAI_DATABASE_URL fit",
        )
    loader = MigrationLoader(None)
    known = {f"{app}.{name}" for app, name in (*loader.disk_migrations, *_replaced(loader))}
    if later := sorted(set(contents.migrations) - known):
        raise SafekeepingError(
            f"แฟ้มสำรองนี้มาจากโปรแกรมรุ่นใหม่กว่า (ไม่รู้จัก {later[0]}) ให้ปรับรุ่นโปรแกรมก่อน",
            f"this backup comes from a later program ({later[0]} is unknown here); update the program first",
        )


def _replaced(loader: MigrationLoader) -> list[tuple[str, str]]:
    """Migrations that others have taken the place of."""
    return [old for migration in loader.disk_migrations.values() for old in migration.replaces]


def _put_everything_aside(state: Path) -> Path:
    aside = state / f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    put_aside(aside)
    for name in (SECRET, *FOLDERS):
        if (state / name).exists():
            shutil.move(state / name, aside / name)
    return aside


def _put(staged: Path, state: Path) -> None:
    """The secret and the files first: whoever finds the database finds them too."""
    for name in (SECRET, *FOLDERS):
        if (staged / name).exists():
            shutil.rmtree(state / name, ignore_errors=True)
            shutil.move(staged / name, state / name)
    if (state / SECRET).exists():
        (state / SECRET).chmod(0o600)
    put_database(staged / PART[connection.vendor])

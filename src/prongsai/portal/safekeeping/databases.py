"""Copies the database out of its server or file and back; SQLite by itself, PostgreSQL by its own programs."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from prongsai.portal.safekeeping.refusals import SafekeepingError

SQLITE, POSTGRES = "sqlite", "postgresql"
PART = {SQLITE: "database.sqlite3", POSTGRES: "database.dump"}
BESIDE = ("-wal", "-shm", "-journal")


def copy_database(folder: Path) -> Path:
    """Write the database as it is at this moment into a folder, without what was erased; readers and writers go on."""
    target = folder / PART[connection.vendor]
    if connection.vendor == SQLITE:
        # not a copy of the pages: what was erased leaves no trace in it, nor does the order in which rows came
        with closing(sqlite3.connect(f"file:{_quoted(_file())}?mode=ro", uri=True)) as opened:
            opened.execute("VACUUM INTO ?", (str(target),))
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
    return target


def is_empty() -> bool:
    """Whether nothing was ever stored where a backup would be brought back to."""
    if connection.vendor == SQLITE:
        return not _file().exists()
    return not connection.introspection.table_names()


def put_database(source: Path) -> None:
    """Put a copy where the database is looked for; that place is empty."""
    if connection.vendor == SQLITE:
        _file().parent.mkdir(parents=True, exist_ok=True)
        shutil.move(source, _file())
    else:
        _run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", str(source))


def put_aside(folder: Path) -> None:
    """Move the database into a new folder. Raises `SafekeepingError` where somebody uses it, or it is on a server."""
    if connection.vendor != SQLITE:
        raise SafekeepingError(
            "ฐานข้อมูลบนเครื่องแม่ข่ายมีข้อมูลอยู่แล้ว ให้สร้างฐานข้อมูลว่างแล้วตั้ง PRONGSAI_DATABASE_URL ไปที่นั่น",
            "the server's database holds data; create an empty one and let PRONGSAI_DATABASE_URL name it",
        )
    connection.close()
    _refuse_if_used()
    folder.mkdir()
    for file in (_file(), *(_file().with_name(_file().name + ending) for ending in BESIDE)):
        if file.exists():
            shutil.move(file, folder / file.name)


def _refuse_if_used() -> None:
    """Leaving the write-ahead log is allowed to the only connection; it also empties the log into the file."""
    try:
        with closing(sqlite3.connect(_file(), timeout=0)) as opened:
            opened.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError:
        raise SafekeepingError(
            "เว็บไซต์ยังเปิดอยู่ ให้หยุด prongsai serve ก่อน แล้วสั่งอีกครั้ง",
            "the portal is being served; stop prongsai serve and give the command again",
        ) from None


def _file() -> Path:
    return Path(connection.settings_dict["NAME"])


def _quoted(file: Path) -> str:
    return file.absolute().as_uri().removeprefix("file:")


def _run(program: str, *arguments: str) -> None:
    if shutil.which(program) is None:
        raise SafekeepingError(
            f"ไม่พบโปรแกรม {program} ให้ติดตั้งโปรแกรมลูกข่ายของ PostgreSQL รุ่นเดียวกับเครื่องแม่ข่าย",
            f"{program} was not found; install PostgreSQL's client programs of the server's version",
        )
    name = f"--dbname={connection.settings_dict['NAME']}"
    told = subprocess.run(  # noqa: S603 - fixed programs, no shell
        [program, name, *arguments],
        env=os.environ | _access(connection.settings_dict),
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        last = (told.stderr.strip().splitlines() or ["?"])[-1]
        raise SafekeepingError(f"{program} ทำงานไม่สำเร็จ: {last}", f"{program} failed: {last}")


def _access(settings: dict[str, Any]) -> dict[str, str]:
    """How to reach the server, for programs that read it from the environment: a password on a command line is seen."""
    asked = {
        "PGHOST": settings["HOST"] or settings["OPTIONS"].get("host", ""),
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
    }
    return {name: value for name, value in asked.items() if value}

"""The file of a backup: a ZIP whose first entry tells what it holds, with the hash of each part."""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from prongsai.portal.safekeeping.refusals import SafekeepingError

MANIFEST = "prongsai-backup.json"
FORMAT = 1
A_PIECE = 1024 * 1024
LARGEST_MANIFEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Contents:
    """What an archive holds: `parts` are SHA-256 by name, `migrations` those that its database has seen."""

    made_at: str
    program: str
    vendor: str
    key: str
    migrations: tuple[str, ...]
    parts: dict[str, str]
    format: int = FORMAT


def write_archive(target: BinaryIO, contents: Contents, files: Iterable[tuple[str, Path]]) -> None:
    """Write what the archive holds, and then each part from its file."""
    with zipfile.ZipFile(target, "w", allowZip64=True) as archive:
        archive.writestr(MANIFEST, json.dumps(asdict(contents), ensure_ascii=False, indent=1), zipfile.ZIP_DEFLATED)
        for name, file in files:
            archive.write(file, name, zipfile.ZIP_STORED if name.endswith(".gz") else zipfile.ZIP_DEFLATED)


def hash_of(file: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def opened_archive(file: Path) -> Iterator[tuple[zipfile.ZipFile, Contents]]:
    """An archive with what it says it holds; raises `SafekeepingError` where it is none, or of a later program."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, _contents(archive, file)
    except (zipfile.BadZipFile, EOFError, NotImplementedError):  # the last: packed in a way that zipfile does not know
        raise _no_backup(file) from None
    except OSError as problem:
        raise SafekeepingError(
            f"เปิด {file} ไม่ได้: {problem.strerror}", f"cannot open {file}: {problem.strerror}"
        ) from None


def unpack(archive: zipfile.ZipFile, contents: Contents, folder: Path) -> None:
    """Write every part into a folder and compare its hash; raises `SafekeepingError` at the first that differs."""
    for name, expected in contents.parts.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if _copied(archive, name, target) != expected:
            raise SafekeepingError(
                f"ส่วน {name} ในแฟ้มสำรองไม่ตรงกับที่บันทึกไว้ แฟ้มเสียหายหรือถูกแก้ ให้ใช้แฟ้มสำรองอื่น",
                f"part {name} of the backup is not what was put in: damaged or changed; take another backup",
            )


def _copied(archive: zipfile.ZipFile, name: str, target: Path) -> str:
    read = hashlib.sha256()
    try:
        with archive.open(name) as part, target.open("wb") as written:
            while piece := part.read(A_PIECE):
                read.update(piece)
                written.write(piece)
    except (KeyError, zipfile.BadZipFile, EOFError):
        return ""
    return read.hexdigest()


def _contents(archive: zipfile.ZipFile, file: Path) -> Contents:
    try:
        if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise _no_backup(file)
        told = json.loads(archive.read(MANIFEST))
        if told["format"] > FORMAT:
            raise SafekeepingError(
                f"{file} ทำโดยโปรแกรมรุ่นใหม่กว่า ({told['program']}) ให้ปรับรุ่นโปรแกรมก่อน",
                f"{file} was made by a later program ({told['program']}); update the program first",
            )
        contents = Contents(**(told | {"migrations": tuple(told["migrations"])}))
    except (KeyError, TypeError, ValueError):
        raise _no_backup(file) from None
    if not isinstance(contents.parts, dict) or not all(map(is_inside, contents.parts)):
        raise _no_backup(file)
    return contents


def is_inside(name: str) -> bool:
    """Whether a part's name stays in the folder that it is written to."""
    path = PurePosixPath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in name


def _no_backup(file: Path) -> SafekeepingError:
    return SafekeepingError(
        f"{file} ไม่ใช่แฟ้มสำรองของโปร่งใส หรือแฟ้มไม่ครบ ให้เลือกแฟ้มที่ได้จาก prongsai backup",
        f"{file} is no backup of Prongsai, or not whole; choose a file that prongsai backup wrote",
    )

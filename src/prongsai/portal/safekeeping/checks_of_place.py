"""Checks of what is outside the database: settings, secret, disk, rules, kept files."""

import gzip
import hashlib
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import run_checks

from prongsai.portal.safekeeping.backing_up import SECRET, is_whole
from prongsai.portal.safekeeping.finding import Finding, fault, fine, warning
from prongsai.rulebook.loading import fingerprint, seals, shipped_instruments

A_PIECE = 1024 * 1024
LEAST_FREE = 1024**3
PRINTED_MAIL = "django.core.mail.backends.console.EmailBackend"


def check_settings() -> Iterator[Finding]:
    """What Django finds, and what is forgotten easily."""
    for found in run_checks():
        said = f"{found.msg} {found.hint or ''}".strip()
        yield fault(said, said) if found.is_serious() else warning(said, said)
    if settings.DEBUG:
        yield warning("PRONGSAI_DEBUG เปิดอยู่ ให้ปิดเมื่อใช้งานจริง", "PRONGSAI_DEBUG is on; turn it off in earnest")
    if settings.EMAIL_BACKEND == PRINTED_MAIL:
        yield warning(
            "อีเมลถูกพิมพ์ออกจอ ไม่ได้ส่ง ให้ตั้ง PRONGSAI_MAIL_URL",
            "e-mails are printed, not sent; set PRONGSAI_MAIL_URL",
        )
    if not settings.PRONGSAI_ADDRESS:
        yield warning(
            "ยังไม่ได้บอกที่อยู่เว็บไซต์ ลิงก์ในอีเมลจะไม่มี ให้ตั้ง PRONGSAI_ADDRESS",
            "the portal's address is not told, so e-mails carry no links; set PRONGSAI_ADDRESS",
        )


def check_secret() -> Finding:
    """Nobody else can read the key."""
    file = Path(settings.STATE) / SECRET
    if not file.exists():
        return fine("กุญแจของระบบมาจากตัวแปรสภาพแวดล้อม", "the key comes from the environment")
    if stat.S_IMODE(file.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        return fault(f"ผู้อื่นอ่าน {file} ได้ ให้สั่ง chmod 600", f"others can read {file}; chmod 600 it")
    return fine("กุญแจของระบบอ่านได้เฉพาะเจ้าของ", "the key is its owner's alone")


def check_space() -> Finding:
    """There is room for more evidence and for a backup."""
    free = shutil.disk_usage(settings.STATE).free
    told = f"{free / 1024**3:.1f} GB"
    if free < LEAST_FREE:
        return warning(f"ดิสก์เหลือเพียง {told}", f"only {told} of disk are left")
    return fine(f"ดิสก์เหลือ {told}", f"{told} of disk are left")


def check_rules() -> Finding:
    """The years that were announced are as they were announced."""
    sealed = seals()
    changed = [name for name, seal in sealed.items() if fingerprint(shipped_instruments() / name) != seal]
    if changed:
        names = ", ".join(changed)
        return fault(f"เกณฑ์ปี {names} ถูกแก้หลังประกาศ ให้ติดตั้งใหม่", f"the rules of {names} were changed; install anew")
    return fine(f"เกณฑ์ที่ประกาศแล้ว {len(sealed)} ปีไม่ถูกแก้", f"the rules of {len(sealed)} announced years are unchanged")


def check_evidence() -> Finding:
    """Every kept file still has the content that its name is the hash of."""
    files = [file for file in (Path(settings.STATE) / "evidence").rglob("*") if file.is_file() and is_whole(file)]
    damaged = [file.name for file in files if _digest(file) != file.name.removesuffix(".gz")]
    if damaged:
        many = f"{len(damaged):,}"
        return fault(
            f"แฟ้มหลักฐานเสียหาย {many} จาก {len(files):,} แฟ้ม เช่น {damaged[0]} ให้นำมาจากแฟ้มสำรอง",
            f"{many} of {len(files):,} kept files are damaged, such as {damaged[0]}; take them from a backup",
        )
    return fine(f"แฟ้มหลักฐาน {len(files):,} แฟ้มครบถ้วน", f"{len(files):,} kept files are whole")


def _digest(file: Path) -> str:
    """The hash of what is in a file; of one that cannot be read that of nothing at all."""
    read = hashlib.sha256()
    try:
        with gzip.open(file) if file.name.endswith(".gz") else file.open("rb") as opened:
            while piece := opened.read(A_PIECE):
                read.update(piece)
    except (OSError, EOFError):
        return ""
    return read.hexdigest()

"""`prongsai backup`, `prongsai restore` and `prongsai doctor`: keep the installation."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.commands.outcome import CONTRADICTION, DONE, say
from prongsai.commands.portal import make_ready, point_at_settings, reachable_database
from prongsai.sheets.problems import Language

if TYPE_CHECKING:
    from prongsai.portal.safekeeping.bringing_back import Restored

MARKS = {"ok": "✓", "warning": "!", "fault": "✗"}


def back_up(file: Path, language: Language) -> int:
    """Write everything into one file; the portal may go on being served."""
    make_ready()
    from prongsai.portal.config import serving
    from prongsai.portal.safekeeping.refusals import SafekeepingError

    try:
        written = serving.back_up(file)
    except SafekeepingError as refused:
        return say(refused.th, refused.en, language)
    size = f"{written.size / 1024**2:,.1f} MB"
    print(
        f"สำรองแล้ว {file} ({size}, แฟ้มประกอบ {written.files:,} แฟ้ม) ในแฟ้มมีกุญแจของระบบ ให้เก็บในที่ปลอดภัย"
        if language == "th"
        else f"backed up into {file} ({size}, {written.files:,} other files); it holds the key: keep it in a safe place"
    )
    return DONE


def restore(file: Path, language: Language, *, replace: bool) -> int:
    """Bring a backup back, then do in a process of its own what has become due: what is erased stays erased."""
    point_at_settings()
    from prongsai.portal.config import serving
    from prongsai.portal.safekeeping.refusals import SafekeepingError

    try:
        with reachable_database():
            restored, fits = serving.restore(file, replace=replace)
    except SafekeepingError as refused:
        return say(refused.th, refused.en, language)
    for line in _told(restored, language, fits=fits):
        print(line)
    sys.stdout.flush()
    return subprocess.run([sys.executable, "-m", "prongsai", "daily"], check=False).returncode


def examine(language: Language) -> int:
    """Print a line for each check; a fault gives exit code 1."""
    point_at_settings()
    from prongsai.portal.config import serving

    states = []
    for found in serving.examine():
        states.append(found.state)
        print(f"{MARKS[found.state]} {found.th if language == 'th' else found.en}", flush=True)
    return CONTRADICTION if "fault" in states else DONE


def _told(restored: "Restored", language: Language, *, fits: bool) -> list[str]:
    is_thai = language == "th"
    made = restored.made_at
    said = [f"นำข้อมูลที่สำรองเมื่อ {made} กลับมาแล้ว" if is_thai else f"the backup of {made} is back"]
    if restored.put_aside:
        aside = restored.put_aside
        said.append(
            f"ของเดิมอยู่ที่ {aside} ลบเองได้เมื่อไม่ต้องการ" if is_thai else f"what was here lies in {aside}; delete it yourself"
        )
    if not fits:
        said.append(
            "กุญแจที่นี่ไม่ใช่กุญแจของแฟ้มสำรอง รหัสและใบรับที่แจกไปแล้วจะใช้ไม่ได้ ให้ตั้ง PRONGSAI_SECRET_KEY เป็นค่าเดิม"
            if is_thai
            else "this place has another key: codes and receipts do not hold; set PRONGSAI_SECRET_KEY to the old value"
        )
    return said

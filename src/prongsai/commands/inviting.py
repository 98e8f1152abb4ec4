"""`prongsai invite`: the officers and executives of many agencies, invited from a file."""

import csv
import os
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.commands.outcome import DONE, say, say_problems
from prongsai.commands.portal import make_ready
from prongsai.sheets.invited_file import InvitedRow, read_invited
from prongsai.sheets.opening import open_sheet
from prongsai.sheets.problems import Language, SheetError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prongsai.portal.people.inviting_many import ToInvite
    from prongsai.portal.people.models import Person

A_STEP = 100
HEAD = ("agency", "email", "role", "link")


def run(file: Path, *, by: str, links: Path, is_again: bool, language: Language) -> int:
    """Invite everybody in the file, and write the links down."""
    make_ready()
    from django.conf import settings

    from prongsai.portal.agencies.queries import ids_by_code
    from prongsai.portal.people.queries import find_person, national_roles_of
    from prongsai.portal.people.roles import Role

    try:
        rows = read_invited(open_sheet(file), frozenset(ids_by_code()))
    except SheetError as error:
        return say_problems(error, language)
    person = find_person(by)
    if person is None or Role.OFFICE not in national_roles_of(person.pk):
        return say(*_NO_OFFICE, language)
    if not settings.PRONGSAI_ADDRESS:
        return say(*_NO_ADDRESS, language)
    try:
        return _invite(rows, person, settings.PRONGSAI_ADDRESS, links, is_again=is_again, language=language)
    except OSError as problem:
        said = problem.strerror or str(problem)
        return say(f"{links}: เขียนลิงก์ไม่ได้ ({said})", f"{links}: links cannot be written ({said})", language)


def _invite(
    rows: tuple[InvitedRow, ...], by: "Person", address: str, links: Path, *, is_again: bool, language: Language
) -> int:
    from django.utils.translation import override

    from prongsai.portal.people.inviting_many import Became, invite_many

    became: Counter[Became] = Counter()
    with _kept_in(links) as keep, override("th"):
        for one in invite_many(invited_by=by, entries=_entries(rows), address=address, keep=keep, is_again=is_again):
            became[one] += 1
            if became.total() % A_STEP == 0:
                print(_PROGRESS[language].format(done=became.total(), whole=len(rows)), file=sys.stderr, flush=True)
    told = {"mailed": became[Became.MAILED], "kept": became[Became.NOT_MAILED], "same": became[Became.PASSED_OVER]}
    print(_DONE[language].format(file=links, **told))
    return DONE


def _entries(rows: tuple[InvitedRow, ...]) -> "Iterator[ToInvite]":
    from prongsai.portal.agencies.queries import agencies_by_code
    from prongsai.portal.people.inviting_many import ToInvite
    from prongsai.portal.people.roles import Role

    agencies = agencies_by_code()
    return (ToInvite(row.email, agencies[row.agency], Role(row.role)) for row in rows)


@contextmanager
def _kept_in(file: Path) -> "Iterator[Callable[[ToInvite, str], None]]":
    """Adds links to a file that nobody else may read; each is on disk before its invitation holds."""
    number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(number, "a", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        if opened.tell() == 0:
            writer.writerow(HEAD)

        def keep(entry: "ToInvite", link: str) -> None:
            writer.writerow((entry.agency.code, entry.email, entry.role.value, link))
            opened.flush()
            os.fsync(opened.fileno())

        yield keep


_NO_OFFICE = (
    "--by: ไม่มีบัญชีส่วนกลางที่ใช้อีเมลนี้ ให้เพิ่มก่อนด้วย prongsai person EMAIL --role office",
    "--by: nobody of the national office has this e-mail; first prongsai person EMAIL --role office",
)
_NO_ADDRESS = (
    "ยังไม่ได้บอกที่อยู่เว็บไซต์ ลิงก์คำเชิญจึงเขียนไม่ได้ ให้ตั้ง PRONGSAI_ADDRESS เช่น https://ita.example",
    "links need the portal's address; set PRONGSAI_ADDRESS, such as https://ita.example",
)
_PROGRESS = {"th": "ทำแล้ว {done:,} จาก {whole:,} คน", "en": "{done:,} of {whole:,} people done"}
_DONE = {
    "th": "ส่งอีเมล {mailed:,} คน เขียนลิงก์ไว้โดยไม่ได้ส่งอีเมล {kept:,} คน ข้ามที่มีบทบาทหรือคำเชิญอยู่แล้ว {same:,} คน ลิงก์อยู่ที่ {file}"
    " ใช้ได้ 7 วัน",
    "en": "{mailed:,} mailed, {kept:,} with a link and no mail, {same:,} passed who hold the role or an invitation;"
    " the links are in {file} and open for 7 days",
}

"""`prongsai person`: the first people of an installation, who then invite the others from their pages."""

import getpass
import sys
from typing import TYPE_CHECKING

from prongsai.commands.outcome import DONE, say
from prongsai.commands.portal import make_ready
from prongsai.sheets.problems import Language

if TYPE_CHECKING:
    from prongsai.portal.agencies.models import Agency

NATIONAL, OF_AN_AGENCY = ("office", "assessor"), ("officer", "executive", "auditor")
ROLES = (*NATIONAL, *OF_AN_AGENCY)
"""Heads of units and those who report for units are invited by their officer, who knows the units."""


def run(email: str, *, role: str, agency: str | None, name: str, language: Language) -> int:
    """Make an account, unless the e-mail has one, and give it the role."""
    if (role in NATIONAL) != (agency is None):
        return say(
            f"บทบาท {role} {'ไม่ต้องมี' if role in NATIONAL else 'ต้องมี'} --agency",
            f"the role {role} {'takes no' if role in NATIONAL else 'needs'} --agency",
            language,
        )
    make_ready()
    from prongsai.portal.agencies.queries import find_agency

    found = find_agency(agency) if agency else None
    if agency and found is None:
        return say(
            f"ไม่พบหน่วยงานรหัส “{agency}” นำเข้ารายชื่อหน่วยงานก่อนด้วย prongsai agencies FILE",
            f"there is no agency “{agency}”; bring the list of agencies first: prongsai agencies FILE",
            language,
        )
    return _add(email, role, found, name or email.partition("@")[0], language)


def _add(email: str, role: str, agency: "Agency | None", name: str, language: Language) -> int:
    from django.core.exceptions import ValidationError
    from django.db import transaction
    from django.utils.translation import override

    from prongsai.portal.people.actions import RoleError, add_person, grant_role
    from prongsai.portal.people.queries import find_person
    from prongsai.portal.people.roles import Role

    person = find_person(email)
    try:
        with override(language), transaction.atomic():
            is_new = person is None
            person = person or add_person(
                actor="command", email=email, display_name=name, password=_password(language), language=language
            )
            grant_role(actor="command", person=person, agency=agency, role=Role(role))
    except ValidationError as wrong:
        return say(" ".join(wrong.messages), " ".join(wrong.messages), language)
    except RoleError:
        return say(f"{email} มีบทบาท {role} อยู่แล้ว", f"{email} holds the role {role} already", language)
    print(_DONE[language][is_new].format(email=email, role=role))
    return DONE


def _password(language: Language) -> str:
    """Typed twice at a terminal, else the first line of the input. Raises `ValidationError` for a weak one."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    if not sys.stdin.isatty():
        typed = sys.stdin.readline().rstrip("\r\n")
    else:
        typed = getpass.getpass(_ASKED[language])
        if typed != getpass.getpass(_AGAIN[language]):
            raise ValidationError(_DIFFERENT[language])
    validate_password(typed)
    return typed


_ASKED = {"th": "รหัสผ่าน: ", "en": "Password: "}
_AGAIN = {"th": "รหัสผ่านอีกครั้ง: ", "en": "Password again: "}
_DIFFERENT = {"th": "รหัสผ่านสองครั้งไม่เหมือนกัน", "en": "the two passwords are not the same"}
_DONE = {
    "th": ("ให้บทบาท {role} แก่ {email} แล้ว", "เพิ่มบัญชี {email} บทบาท {role} แล้ว เข้าสู่ระบบได้ที่ /office/"),
    "en": ("{email} now holds the role {role}", "added {email} as {role}; sign in at /office/"),
}

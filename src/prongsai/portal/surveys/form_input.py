"""Reads what a respondent sent: which option of each line, or what is wrong with it and where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.rulebook.survey_flow import AskedLine, Questionnaire
from prongsai.thai.numerals import to_arabic_digits

LOOKS_LIKE_A_LINE = re.compile(r"^[ie][0-9]{1,2}(\.[0-9]{1,2})?$")


@dataclass(frozen=True, slots=True)
class FilledIn:
    """The choices that can be taken, and by line what is wrong, in the page's language; `""` is the whole form."""

    choices: Mapping[str, int]
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Own:
    """What a form brings besides its answers: the key that makes it single, and what goes with it."""

    key: str
    code: str
    is_assisted: bool
    number: str | None


def read_form(questionnaire: Questionnaire, fields: Mapping[str, str]) -> FilledIn:
    """Every line needs one of its options; a line of another questionnaire is pointed out."""
    choices: dict[str, int] = {}
    problems: dict[str, str] = {}
    for line in questionnaire.lines:
        found = to_arabic_digits(fields.get(line.key, "")).strip()
        if problem := _problem(line, found):
            problems[line.key] = problem
        else:
            choices[line.key] = int(found)
    foreign = sorted(set(filter(LOOKS_LIKE_A_LINE.match, fields)) - {line.key for line in questionnaire.lines})
    if foreign:
        problems[""] = _("มีคำตอบของข้อ %(codes)s ซึ่งไม่อยู่ในแบบนี้ โปรดเปิดแบบใหม่จากลิงก์เดิมแล้วส่งอีกครั้ง") % {
            "codes": ", ".join(foreign[:5])
        }
    return FilledIn(choices, problems)


def _problem(line: AskedLine, found: str) -> str:
    if not found:
        return _("ยังไม่ได้เลือกคำตอบ")
    if not (found.isascii() and found.isdecimal()) or not 1 <= int(found[:6]) <= len(line.options):
        return _("พบคำตอบ “%(found)s” ซึ่งไม่มีในข้อนี้ โปรดเลือกจากตัวเลือกที่แสดง") % {"found": found[:20]}
    return ""

"""Reads what an interviewer's phone sends: a finished interview or an attempt; says what is wrong and where."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

import msgspec
from django.utils.translation import gettext as _

from prongsai.portal.interviews.models import Outcome
from prongsai.portal.surveys.form_input import read_form
from prongsai.portal.surveys.marks import is_key
from prongsai.rulebook.survey_flow import Questionnaire

LARGEST_NUMBER = 2**53
"""Beyond it browsers do not count exactly."""


class BadMessageError(ValueError):
    """What came cannot be used; the message is shown, `problems` by line of the questionnaire."""

    def __init__(self, message: str, problems: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.problems = problems or {}


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The JSON as it comes."""

    kind: Literal["interview", "attempt"]
    key: str
    assignment: Annotated[int, msgspec.Meta(ge=1, le=LARGEST_NUMBER)]
    choices: dict[str, str] = {}
    outcome: str = ""
    day: str = ""
    call_on: str = ""


@dataclass(frozen=True, slots=True)
class Try:
    """An attempt to reach a client."""

    key: str
    day: date
    outcome: Outcome
    call_on: date | None


def read_message(body: bytes) -> Message:
    """The message; raises `BadMessageError` for anything else."""
    try:
        message = msgspec.json.decode(body, type=Message)
    except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
        raise BadMessageError(_("อ่านข้อมูลที่ส่งมาไม่ได้: %(what)s") % {"what": wrong}) from None
    if not is_key(message.key):
        raise BadMessageError(_("ไม่มีเลขกำกับรายการที่ใช้ได้ โปรดเปิดหน้านี้ใหม่แล้วส่งอีกครั้ง"))
    return message


def read_choices(questionnaire: Questionnaire, message: Message) -> dict[str, int]:
    """Every line needs one of its options; raises `BadMessageError` with the lines that are wrong."""
    filled_in = read_form(questionnaire, message.choices)
    if filled_in.problems:
        raise BadMessageError(_("คำตอบยังไม่ครบหรือไม่ตรงกับแบบ"), dict(filled_in.problems))
    return dict(filled_in.choices)


def read_try(message: Message, *, today: date) -> Try:
    """An attempt of today or before; a call back needs a day that is not over."""
    if message.outcome not in Outcome.values:
        raise BadMessageError(_("พบผลการติดต่อ “%(found)s” ซึ่งไม่มีในรายการ") % {"found": message.outcome[:30]})
    outcome, day = Outcome(message.outcome), _day(message.day)
    if day > today:
        raise BadMessageError(_("วันที่ติดต่อยังมาไม่ถึง โปรดตรวจวันที่ของเครื่อง"))
    if outcome is not Outcome.CALL_BACK:
        return Try(message.key, day, outcome, None)
    call_on = _day(message.call_on)
    if call_on < day:
        raise BadMessageError(_("วันที่ให้ติดต่อใหม่ต้องไม่อยู่ก่อนวันที่ติดต่อครั้งนี้"))
    return Try(message.key, day, outcome, call_on)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadMessageError(_("อ่านวันที่ “%(found)s” ไม่ได้ โปรดเลือกวันใหม่") % {"found": text[:20]}) from None

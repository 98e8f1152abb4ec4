"""The step of a form in which a citizen may confirm herself by a code that is sent to her telephone."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from prongsai.portal.surveys.marks import receipt_number, receipt_of
from prongsai.portal.surveys.queries import is_counted
from prongsai.portal.surveys.texting.codes import (
    DIGITS,
    LIFE,
    confirmed_mark,
    draw_code,
    forget_code,
    is_waiting,
    may_send,
)
from prongsai.portal.surveys.texting.gateways import gateway
from prongsai.thai.numerals import to_arabic_digits
from prongsai.thai.telephones import is_mobile, national_number

LONGEST = 30
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TextingStep:
    """What the form shows of it, with what was typed; `was_asked`: the button for a code was pressed.

    `mark` is that of a confirmed number. Who confirms nothing has no problem: her answer is looked at.
    """

    number: str = ""
    typed: str = ""
    is_sent: bool = False
    was_asked: bool = False
    problem: str = ""
    mark: str | None = None


def take_texting_step(fields: Mapping[str, str], *, key: str, network: str) -> TextingStep:
    """Send a code where one is asked for, else weigh the code that was typed, if any."""
    step = TextingStep(
        number=fields.get("sms-number", "").strip()[:LONGEST],
        typed=to_arabic_digits(fields.get("sms-code", "")).strip()[:LONGEST],
        is_sent=is_waiting(key),
    )
    if "send-code" in fields:
        return _send(replace(step, was_asked=True), key, network)
    if not step.typed:
        return step
    mark = confirmed_mark(key=key, typed=step.typed)
    if mark is None and not is_counted(receipt_of(receipt_number(key))):
        return replace(step, problem=_wrong(is_sent=step.is_sent))
    return replace(step, mark=mark)


def _send(step: TextingStep, key: str, network: str) -> TextingStep:
    number = national_number(to_arabic_digits(step.number))
    if number is None or not is_mobile(number):
        return replace(
            step,
            problem=_("พบ “%(found)s” ซึ่งไม่ใช่เบอร์มือถือ โปรดพิมพ์ 10 หลัก เช่น 081 234 5678 หรือเว้นว่างแล้วส่งคำตอบได้เลย")
            % {"found": step.number},
        )
    if not may_send(number=number, network=network):
        return replace(step, problem=_("ส่งรหัสไปหลายครั้งแล้ว วันนี้ส่งอีกไม่ได้ โปรดส่งคำตอบโดยไม่ยืนยัน"))
    try:
        gateway().send(number, _message(draw_code(key=key, number=number)))
    except Exception as fault:  # noqa: BLE001 - whatever a provider's program raises; its words may hold the number
        forget_code(key=key)
        logger.error("a text message was not sent: %s", type(fault).__name__)  # noqa: TRY400 - as above
        return replace(step, is_sent=False, problem=_("ขณะนี้ส่ง SMS ไม่ได้ โปรดส่งคำตอบโดยไม่ยืนยัน"))
    return replace(step, is_sent=True, typed="")


def _message(code: str) -> str:
    return _("รหัสยืนยันแบบวัด ITA: %(code)s ใช้ได้ %(minutes)s นาที") % {"code": code, "minutes": LIFE // 60}


def _wrong(*, is_sent: bool) -> str:
    if is_sent:
        return _("รหัสไม่ตรงกับที่ส่งให้ มี %(digits)s ตัว โปรดพิมพ์ใหม่ หรือลบออกแล้วส่งคำตอบโดยไม่ยืนยัน") % {"digits": DIGITS}
    return _("รหัสนี้หมดอายุแล้ว (ใช้ได้ %(minutes)s นาที) โปรดขอรหัสใหม่ หรือลบออกแล้วส่งคำตอบโดยไม่ยืนยัน") % {"minutes": LIFE // 60}

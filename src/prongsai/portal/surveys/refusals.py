"""Why an answer was not taken, in words for who sent it."""

from django.utils.translation import gettext as _

from prongsai.portal.surveys.actions import Refusal


def refusal_words(reason: Refusal | None) -> str:
    """What is wrong with the code and what to do; `None`: none was written."""
    if reason is None:
        return _("โปรดพิมพ์รหัสใช้ครั้งเดียวที่อยู่บนใบรหัสของท่าน 12 ตัว เช่น K7QM-3XPA-9DTR")
    if reason is Refusal.CODE_SPENT:
        return _("รหัสนี้ใช้ตอบไปแล้ว หากท่านยังไม่เคยตอบ โปรดขอรหัสใหม่จากผู้ดูแลของหน่วยงาน คำตอบที่เลือกไว้ยังอยู่ในหน้านี้")
    return _("ไม่พบรหัสนี้สำหรับหน่วยงานนี้ โปรดตรวจตัวอักษรบนใบรหัส (ไม่มีเลข 0 เลข 1 ตัว I และตัว O)")

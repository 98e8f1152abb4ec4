"""What was noticed in a file, in words: what it is, and what the agency can do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from prongsai.fetching.looking.findings import FindingKey, TextState

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Text = str | _StrPromise


@dataclass(frozen=True, slots=True)
class HintWords:
    """`text` may hold `%(found)s`, the words that the hint rests on; `is_broken`: people cannot read it."""

    text: "Text"
    todo: "Text"
    is_broken: bool = False


STATES: Mapping[str, HintWords] = {
    TextState.LOCKED: HintWords(_("แฟ้มตั้งรหัสผ่านไว้"), _("เอารหัสผ่านออกแล้วเผยแพร่ใหม่"), is_broken=True),
    TextState.DAMAGED: HintWords(_("แฟ้มเปิดไม่ได้ อาจเสียหาย"), _("เปิดดูด้วยตนเอง แล้วเผยแพร่แฟ้มใหม่"), is_broken=True),
    TextState.SCAN: HintWords(
        _("เป็นภาพสแกน ค้นหรือคัดลอกข้อความไม่ได้"),
        _("ถ้ามีแฟ้มต้นฉบับ ให้เผยแพร่เป็น PDF ที่บันทึกจากโปรแกรม หรือแนบไว้คู่กัน"),
    ),
    TextState.NO_WORDS: HintWords(_("หน้านี้ไม่มีข้อความ"), _("เปิดดูด้วยตนเองว่าเห็นข้อมูลจริง")),
}
HINTS: Mapping[str, HintWords] = {
    FindingKey.SIGN_IN_PAGE: HintWords(_("หน้านี้ดูเหมือนหน้าเข้าระบบ"), _("ตรวจว่าประชาชนเห็นข้อมูลโดยไม่ต้องเข้าระบบ")),
    FindingKey.SAYS_NOT_FOUND: HintWords(
        _("หน้านี้บอกว่าไม่พบข้อมูล (“%(found)s”)"), _("เปิดดู แล้วใส่ที่อยู่ของหน้าที่แสดงข้อมูล"), is_broken=True
    ),
    FindingKey.NEEDS_SCRIPT: HintWords(
        _("ระบบเห็นข้อความน้อยมาก หน้านี้สร้างด้วยโปรแกรมในเบราว์เซอร์"), _("เปิดดูด้วยตนเองว่าเห็นข้อมูลจริง")
    ),
    FindingKey.TYPE_DIFFERS: HintWords(
        _("เว็บไซต์บอกชนิดแฟ้มไม่ตรงกับเนื้อแฟ้ม (%(found)s) บางเครื่องอาจเปิดไม่ได้"), _("แจ้งผู้ดูแลเว็บไซต์ให้แก้ไข หรือใช้ที่อยู่อื่น")
    ),
    FindingKey.SCANNED_PAGES: HintWords(
        _("บางหน้าเป็นภาพสแกน (หน้า %(found)s)"),
        _("ถ้ามีแฟ้มต้นฉบับ ให้เผยแพร่เป็น PDF ที่บันทึกจากโปรแกรม หรือแนบไว้คู่กัน"),
    ),
    FindingKey.AGENCY_NOT_NAMED: HintWords(
        _("ไม่พบชื่อหน่วยงานในข้อความ"), _("ตรวจว่าเป็นข้อมูลของหน่วยงานเอง และมีชื่อหน่วยงานในเอกสาร")
    ),
}
"""Hints that are worth a look; others only tell where something was found."""

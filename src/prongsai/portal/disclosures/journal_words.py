"""What the journal's verbs about disclosure are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "disclosure.save": _("ตอบข้อ OIT"),
    "disclosure.assign": _("มอบข้อ OIT ให้สำนัก/กอง"),
    "disclosure.carry-over": _("ยกที่อยู่เว็บของปีก่อนมา"),
    "disclosure.add": _("เพิ่มที่อยู่เว็บจากงานอื่น"),
    "disclosure.take-list": _("นำเข้ารายการ OIT"),
    "disclosure.submit": _("ส่งคำตอบ OIT ให้ผู้บริหาร"),
    "disclosure.confirm": _("ยืนยันคำตอบ OIT"),
    "disclosure.return": _("ส่งคืนคำตอบ OIT"),
    "disclosure.check": _("ให้ระบบตรวจที่อยู่เว็บ"),
    "disclosure.sweep": _("ให้ระบบตรวจที่อยู่เว็บทั้งรอบ"),
    "file.publish": _("เผยแพร่แฟ้ม"),
    "file.withdraw": _("ถอนแฟ้ม"),
    "oit.share": _("แบ่งงานตรวจ OIT"),
    "oit.conflict": _("บันทึกส่วนได้เสียของผู้ประเมิน"),
    "oit.mark": _("ตรวจข้อ OIT"),
    "oit.make-up": _("สร้างคำตอบ OIT สมมติเพื่อสาธิต"),
    "oit.make-up-marks": _("สร้างผลตรวจ OIT สมมติเพื่อสาธิต"),
    "oit.adjudicate": _("ชี้ขาดผลตรวจ OIT"),
    "oit.object": _("ชี้แจงผลตรวจ OIT"),
    "oit.decide-objection": _("ตัดสินคำชี้แจง OIT"),
    "oit.correct": _("แก้ไขผลตรวจ OIT หลังประกาศผล"),
}

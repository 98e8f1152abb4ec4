"""What the journal's verbs about agencies, people and units are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "agency.add": _("เพิ่มหน่วยงาน"),
    "agency.change": _("แก้ไขข้อมูลหน่วยงาน"),
    "unit.add": _("เพิ่มสำนัก/กอง"),
    "unit.rename": _("เปลี่ยนชื่อสำนัก/กอง"),
    "unit.close": _("ปิดสำนัก/กอง"),
    "membership.grant": _("ให้บทบาท"),
    "membership.change": _("เปลี่ยนบทบาท"),
    "membership.end": _("สิ้นสุดบทบาท"),
    "invitation.send": _("ส่งคำเชิญ"),
    "invitation.renew": _("ออกลิงก์คำเชิญใหม่"),
    "invitation.mail": _("ส่งอีเมลคำเชิญ"),
    "invitation.mail-failed": _("ส่งอีเมลคำเชิญไม่สำเร็จ"),
    "invitation.withdraw": _("ถอนคำเชิญ"),
    "invitation.accept": _("ตอบรับคำเชิญ"),
    "result.publish": _("เผยแพร่ผลการประเมิน"),
    "result.correct": _("แก้ไขผลการประเมินที่เผยแพร่"),
}

"""What the journal's verbs about plans are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "plan.start": _("เริ่มแผน"),
    "plan.send": _("ส่งแผนให้สำนัก/กองตอบรับ"),
    "plan.approve": _("อนุมัติแผน"),
    "plan.revise": _("เปิดร่างแผนฉบับใหม่"),
    "plan.show": _("เผยแพร่ความก้าวหน้าของแผน"),
    "plan.hide": _("หยุดเผยแพร่ความก้าวหน้าของแผน"),
    "measure.add": _("เพิ่มมาตรการ"),
    "measure.change": _("แก้ไขมาตรการ"),
    "measure.remove": _("ลบมาตรการ"),
    "measure.move": _("เรียงลำดับมาตรการ"),
    "measure.accept": _("รับมาตรการ"),
    "measure.return": _("ส่งคืนมาตรการ"),
    "measure.outcome": _("เขียนผลลัพธ์ของมาตรการ"),
    "measure.share": _("แบ่งปันมาตรการ"),
    "step.report": _("รายงานขั้นตอน"),
    "step.verify": _("ตรวจรับขั้นตอน"),
    "step.question": _("ตรวจแล้วขอข้อมูลเพิ่ม"),
    "evidence.mark": _("ใช้หลักฐานตอบข้อ OIT"),
    "evidence.show": _("เปลี่ยนการเผยแพร่หลักฐาน"),
    "reminder.send": _("ส่งอีเมลเตือน"),
    "reminder.fail": _("ส่งอีเมลเตือนไม่สำเร็จ"),
}

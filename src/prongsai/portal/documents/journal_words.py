"""What the journal's verbs about papers are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "paper.start": _("เริ่มเอกสาร"),
    "paper.head": _("แก้หัวเอกสารและผู้ลงนาม"),
    "paper.reword": _("แก้ข้อความในเอกสาร"),
    "paper.keep-wording": _("ยืนยันใช้ข้อความของหน่วยงาน"),
    "paper.drop-wording": _("กลับไปใช้ข้อความของระบบ"),
    "paper.submit": _("เสนอเอกสารขออนุมัติ"),
    "paper.take-back": _("ดึงเอกสารกลับมาแก้"),
    "paper.return": _("ส่งคืนเอกสาร"),
    "paper.approve": _("อนุมัติเอกสาร"),
    "paper.revise": _("เปิดร่างเอกสารฉบับใหม่"),
    "template.bring": _("นำเข้าแบบเอกสาร"),
    "template.emblem": _("ใส่ตราบนแบบฟอร์ม"),
    "template.remove": _("เลิกใช้แบบเอกสาร"),
}

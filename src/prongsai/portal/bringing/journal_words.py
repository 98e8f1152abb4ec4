"""What the journal's verbs about brought results are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "result.bring": _("นำผลของหน่วยงานเข้าระบบ"),
    "result.bring-again": _("แก้ไขผลของหน่วยงาน"),
    "result.discard": _("ลบผลของหน่วยงาน"),
    "scores-file.send": _("ส่งไฟล์คะแนน"),
    "scores-file.take-over": _("นำเข้าจากไฟล์คะแนน"),
    "document.read": _("อ่านเอกสารเดิม"),
    "document.bring": _("นำเข้าจากเอกสารเดิม"),
    "document.discard": _("ลบร่างที่อ่านจากเอกสาร"),
}

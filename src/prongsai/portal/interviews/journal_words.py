"""What the journal's verbs about interviews are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "interviews.import": _("นำเข้ารายชื่อผู้รับบริการ"),
    "interviews.draw": _("สุ่มตัวอย่างผู้รับบริการ"),
    "interviews.assign": _("แบ่งงานสัมภาษณ์"),
    "interviews.erase": _("ลบรายชื่อผู้รับบริการตามกำหนด"),
    "interviews.back-check": _("สุ่มตรวจซ้ำการสัมภาษณ์"),
    "interviews.back-checked": _("บันทึกผลการตรวจซ้ำ"),
    "interviews.doubt-day": _("ตั้งข้อสงสัยบทสัมภาษณ์ของวันหนึ่ง"),
}

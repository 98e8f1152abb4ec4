"""What the journal's verbs about surveys are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "survey.make-codes": _("ทำรหัสใช้ครั้งเดียวสำหรับแบบวัด IIT"),
    "survey.review-count": _("ให้นับคำตอบที่รอพิจารณา"),
    "survey.review-set-aside": _("ไม่นับคำตอบที่รอพิจารณา"),
    "survey.remind": _("เตือนว่าผู้ตอบแบบวัดอาจไม่ถึงขั้นต่ำ"),
    "survey.remind-fail": _("ส่งอีเมลเตือนไม่สำเร็จ"),
    "survey.make-link": _("เปิดที่อยู่ของแบบวัด"),
    "survey.count-late": _("นับบทสัมภาษณ์ที่ส่งมาหลังปิดรับ"),
}

"""What the journal's verbs about rounds are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "round.open": _("เปิดรอบ"),
    "round.move": _("เปลี่ยนสถานะของรอบ"),
    "round.date": _("กำหนดวันของช่วง"),
    "round.extend": _("ขยายเวลาของช่วง"),
    "round.word": _("กำหนดถ้อยคำทางการของแบบวัด"),
    "round.ask-sms": _("เปิดหรือปิดการยืนยันด้วย SMS"),
    "round.close-counting": _("ปิดการนับคำตอบ"),
    "round.invite": _("เชิญหน่วยงานเข้าร่วมรอบ"),
    "participation.save": _("บันทึกข้อมูลเข้าร่วมรอบ"),
    "participation.submit": _("ส่งข้อมูลเข้าร่วมให้ผู้บริหาร"),
    "participation.confirm": _("ยืนยันข้อมูลเข้าร่วมรอบ"),
    "participation.return": _("ส่งคืนข้อมูลเข้าร่วมรอบ"),
}

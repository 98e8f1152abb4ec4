"""What the journal's verbs about analyses are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "analysis.start": _("เริ่มการวิเคราะห์"),
    "analysis.examine-again": _("วิเคราะห์ใหม่ตามตัวเลขล่าสุด"),
    "analysis.write-topic": _("เขียนประเด็นการพัฒนา"),
    "analysis.write-constraints": _("เขียนข้อจำกัดของหน่วยงาน"),
    "finding.kept": _("เลือกใช้ข้อค้นพบ"),
    "finding.dropped": _("ไม่ใช้ข้อค้นพบ"),
    "finding.proposed": _("คืนข้อค้นพบให้พิจารณาใหม่"),
    "finding.reword": _("แก้ถ้อยคำข้อค้นพบ"),
    "finding.add": _("เพิ่มข้อค้นพบ"),
}

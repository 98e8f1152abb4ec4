"""What the quality rules found, in the page's language."""

from django.utils.translation import gettext as _

from prongsai.portal.plans.quality import Fault, Warned


def warning_text(warned: Warned) -> str:
    """The fault as a sentence that says what to do."""
    return _sentence(warned.fault) % {"detail": warned.detail, "indicator": warned.indicator}


def _sentence(fault: Fault) -> str:
    return {
        Fault.NO_OWNER: _("ยังไม่มีหน่วยงานรับผิดชอบ"),
        Fault.NO_STEPS: _("ยังไม่มีขั้นตอน"),
        Fault.NO_DATE: _("ยังไม่มีวันที่"),
        Fault.DATE_PASSED: _("เลยกำหนดแล้วและยังไม่รายงานว่าเสร็จ"),
        Fault.OUTSIDE_YEAR: _("ระยะเวลาอยู่นอกปีงบประมาณของแผน"),
        Fault.STEP_OUTSIDE_PERIOD: _("กำหนดเสร็จอยู่นอกระยะเวลาของมาตรการ"),
        Fault.NO_EVIDENCE: _("รายงานว่าเสร็จแต่ยังไม่มีหลักฐาน"),
        Fault.UNMEASURABLE: _("ตัวชี้วัดความสำเร็จยังวัดไม่ได้ ใส่จำนวนหรือคะแนนเป้าหมาย"),
        Fault.TARGET_ALREADY_REACHED: _("คะแนนเป้าหมายต่ำกว่าที่ได้อยู่แล้ว (%(detail)s)"),
        Fault.STALE_ITEM: _("อ้างข้อ %(detail)s ซึ่งไม่ใช่เลขข้อของปีนี้"),
        Fault.FALSE_CLAIM: _("ข้อความไม่ตรงกับทิศทางของคะแนน %(detail)s"),
        Fault.INDICATOR_WITHOUT_MEASURE: _("ตัวชี้วัดที่ %(indicator)s ยังไม่มีมาตรการ"),
    }[fault]

"""How a look at an address ended, in words: what happened, and what the agency can do."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from prongsai.fetching.outcomes import Outcome

AGAIN = _("ลองตรวจอีกครั้งภายหลัง ถ้ายังเป็นอยู่ให้แจ้งผู้ดูแลเว็บไซต์")
ASK_WEBMASTER = _("แจ้งผู้ดูแลเว็บไซต์ให้แก้ไข หรือใช้ที่อยู่อื่น")
CHECK_ADDRESS = _("เปิดหน้าที่ต้องการในเบราว์เซอร์ แล้วคัดลอกที่อยู่จากแถบที่อยู่มาใส่ใหม่")
OPEN_TO_ALL = _("ย้ายข้อมูลไปยังหน้าที่ทุกคนเปิดได้โดยไม่ต้องเข้าระบบ")
SHOW_ASSESSOR = _("เปิดด้วยมือแล้วใช้ได้ก็ใช้ต่อได้ ระบบเพียงตรวจและเก็บหลักฐานให้ไม่ได้")

WORDS: Mapping[str, tuple[object, object]] = {
    Outcome.MALFORMED_URL: (_("ที่อยู่เขียนไม่ถูกต้อง"), CHECK_ADDRESS),
    Outcome.REFUSED_SCHEME: (_("ไม่ใช่ที่อยู่เว็บแบบ http หรือ https"), CHECK_ADDRESS),
    Outcome.REFUSED_USER_INFO: (_("มีชื่อผู้ใช้หรือรหัสผ่านอยู่ในที่อยู่"), _("ลบชื่อผู้ใช้และรหัสผ่านออกจากที่อยู่")),
    Outcome.REFUSED_PORT: (_("ใช้พอร์ตที่ไม่ใช่ของเว็บไซต์สาธารณะ"), ASK_WEBMASTER),
    Outcome.REFUSED_ADDRESS: (_("เป็นเครื่องภายในเครือข่าย ประชาชนเปิดไม่ได้"), _("ย้ายข้อมูลขึ้นเว็บไซต์สาธารณะของหน่วยงาน")),
    Outcome.NAME_UNKNOWN: (_("ไม่พบเว็บไซต์ชื่อนี้"), CHECK_ADDRESS),
    Outcome.NO_CONNECTION: (_("เว็บไซต์ไม่ตอบ"), AGAIN),
    Outcome.BAD_CERTIFICATE: (_("ใบรับรองความปลอดภัยของเว็บไซต์หมดอายุหรือไม่ตรงชื่อ"), ASK_WEBMASTER),
    Outcome.TLS_FAILED: (_("เชื่อมต่อแบบปลอดภัยกับเว็บไซต์ไม่ได้"), ASK_WEBMASTER),
    Outcome.DEAD_LINK: (_("ไม่มีหน้านี้แล้ว"), CHECK_ADDRESS),
    Outcome.NEEDS_SIGN_IN: (_("ต้องเข้าระบบจึงเปิดได้"), OPEN_TO_ALL),
    Outcome.FORBIDDEN: (_("เว็บไซต์ไม่ให้เปิด"), OPEN_TO_ALL),
    Outcome.RATE_LIMITED: (_("เว็บไซต์ขอให้รอ เพราะมีผู้เปิดมาก"), AGAIN),
    Outcome.REFUSED_BY_SERVER: (_("เว็บไซต์ไม่รับคำขอ"), SHOW_ASSESSOR),
    Outcome.SERVER_ERROR: (_("เว็บไซต์ขัดข้อง"), AGAIN),
    Outcome.ROBOTS_DISALLOW: (_("เว็บไซต์ขอไม่ให้โปรแกรมอ่านหน้านี้ (robots.txt)"), SHOW_ASSESSOR),
    Outcome.ROBOTS_UNREADABLE: (_("อ่าน robots.txt ของเว็บไซต์ไม่ได้ จึงไม่ได้เปิดหน้านี้"), AGAIN),
    Outcome.REDIRECT_LOOP: (_("เว็บไซต์ส่งวนกลับมาที่เดิมไม่จบ"), ASK_WEBMASTER),
    Outcome.TOO_MANY_REDIRECTS: (_("เว็บไซต์ส่งต่อหลายทอดเกินไป"), CHECK_ADDRESS),
    Outcome.TOO_LARGE: (_("แฟ้มใหญ่เกินไป"), _("แบ่งเป็นแฟ้มเล็กลง หรือบีบอัดภาพในแฟ้ม")),
    Outcome.TOO_SLOW: (_("เว็บไซต์ส่งช้าเกินไป"), AGAIN),
    Outcome.HEADERS_TOO_LARGE: (_("เว็บไซต์ตอบผิดแบบ"), ASK_WEBMASTER),
    Outcome.WRONG_TYPE: (_("เป็นแฟ้มชนิดที่เปิดอ่านทั่วไปไม่ได้"), _("ใช้หน้าเว็บ PDF เอกสาร Word ตาราง Excel หรือภาพ")),
    Outcome.UNKNOWN_ENCODING: (_("เว็บไซต์ตอบผิดแบบ"), ASK_WEBMASTER),
    Outcome.CUT_OFF: (_("เว็บไซต์ส่งแฟ้มมาไม่ครบ"), AGAIN),
    Outcome.MALFORMED_ANSWER: (_("เว็บไซต์ตอบผิดแบบ"), ASK_WEBMASTER),
}
"""For every outcome that brings no content."""

UNTOLD = (_("เปิดไม่ได้"), AGAIN)
"""For a word that a later version of the fetcher may have."""

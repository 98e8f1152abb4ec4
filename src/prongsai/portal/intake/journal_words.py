"""What the journal's verbs about files of answers are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "answers-file.read": _("อ่านไฟล์คำตอบ"),
    "answers-file.store": _("นับคำตอบจากไฟล์"),
    "answers-file.discard": _("ลบไฟล์คำตอบที่รออยู่"),
}

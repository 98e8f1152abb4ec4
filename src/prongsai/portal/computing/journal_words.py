"""What the journal's verbs about computing are called."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "round.compute": _("เริ่มคำนวณผลของรอบ"),
    "round.computed": _("คำนวณผลของรอบเสร็จ"),
    "round.release": _("สั่งประกาศผลของรอบ"),
}

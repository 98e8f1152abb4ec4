"""The e-mail that reminds."""

from collections.abc import Sequence

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.plans.models import ReminderKind
from prongsai.portal.plans.reminding.queries import Recipient
from prongsai.portal.plans.reminding.selecting import DueStep


def mail_reminder(*, agency: Agency, person: Recipient, due: Sequence[DueStep], address: str) -> None:
    """Send it in the person's language. Raises what the mail server raises."""
    with override(person.language):
        overdue = [entry for entry in due if entry.kind is ReminderKind.OVERDUE]
        year = due[0].step.measure.plan.year
        contents = {
            "agency": agency,
            "overdue": overdue,
            "coming": [entry for entry in due if entry.kind is not ReminderKind.OVERDUE],
            "words": {"overdue": _("เกินกำหนดแล้ว"), "coming": _("ใกล้ถึงกำหนด"), "where": _("รายงานได้ที่")},
            "address": f"{address.rstrip('/')}{reverse('plans:list', args=[agency.code, year])}",
        }
        text = render_to_string("plans/reminder.txt", contents)
        subject = _("%(count)s ขั้นตอนใกล้ถึงกำหนดหรือเกินกำหนด") % {"count": len(due)}
        send_mail(subject, text, None, [person.email])

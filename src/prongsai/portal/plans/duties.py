"""What the clock does for the plans: reminds units of steps that are due."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from prongsai.portal.plans.reminding.actions import send_reminders
from prongsai.portal.ui.duties import Duty

MORNING = 8


def _remind(now: datetime) -> str:
    if not settings.PRONGSAI_ADDRESS:
        return "nobody reminded: PRONGSAI_ADDRESS does not say where the portal is reached"
    return f"reminders sent: {send_reminders(today=timezone.localdate(now), address=settings.PRONGSAI_ADDRESS)}"


DUTIES = (Duty("plans.remind-units", _remind, from_hour=MORNING),)

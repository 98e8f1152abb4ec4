"""What the clock does for the interviews: erases the lists of clients whose day has come."""

from datetime import datetime

from django.utils import timezone

from prongsai.portal.interviews.sampling.actions import erase_frames
from prongsai.portal.ui.duties import Duty


def _erase(now: datetime) -> str:
    return f"clients erased: {erase_frames(actor='clock', today=timezone.localdate(now))}"


DUTIES = (Duty("interviews.erase-frames", _erase),)

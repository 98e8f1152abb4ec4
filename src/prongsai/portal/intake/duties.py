"""What the clock does for files of answers: forgets those that nobody came back to."""

from datetime import datetime

from prongsai.portal.intake.actions import forget_old_files
from prongsai.portal.ui.duties import Duty


def _forget(now: datetime) -> str:
    return f"waiting files forgotten: {forget_old_files(now=now)}"


DUTIES = (Duty("intake.forget-files", _forget),)

"""Days of the calendar as moments: a phase opens at the beginning of its first day in Bangkok, ends with its last."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")
DAY = timedelta(days=1)
MIDNIGHT = time(0)


def start_of(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, MIDNIGHT, BANGKOK)


def end_of(day: date) -> datetime:
    """The moment after a day's last one."""
    return start_of(day + DAY)


def first_day(opens_at: datetime) -> date:
    """The day on which a phase opens."""
    return opens_at.astimezone(BANGKOK).date()


def last_day(closes_at: datetime) -> date:
    """The last day of which some part belongs to the phase."""
    return (closes_at.astimezone(BANGKOK) - timedelta(microseconds=1)).date()

"""Collects the duties of every area; those of the database and of sign-in are here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from prongsai.portal.ui.duties import Duty

BANGKOK = ZoneInfo("Asia/Bangkok")
PORTAL = "prongsai.portal"
IN_DATABASE = "django.core.cache.backends.db.DatabaseCache"


def every_duty() -> list[Duty]:
    """What is to be done, area by area."""
    areas = [f"{PORTAL}.{area}" for area in settings.PRONGSAI_DUTY_AREAS]
    present = [area for area in areas if apps.is_installed(area) and find_spec(f"{area}.duties")]
    return [duty for area in present for duty in import_module(f"{area}.duties").DUTIES]


def is_due(duty: Duty, done_at: datetime | None, now: datetime) -> bool:
    """Whether it is to be done at this moment."""
    if duty.every is not None:
        return done_at is None or done_at + duty.every <= now
    here = now.astimezone(BANGKOK)
    is_done = done_at is not None and done_at.astimezone(BANGKOK).date() >= here.date()
    return here.hour >= duty.from_hour and not is_done


def _end_sessions(_now: datetime) -> str:
    call_command("clearsessions")
    return "sessions that had ended are erased"


def _forget_cached(now: datetime) -> str:
    """Rows of the cache that nobody reads any more would stay until it is full."""
    kept = settings.CACHES["default"]
    if kept["BACKEND"] != IN_DATABASE:
        return "the cache is not in the database"
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {connection.ops.quote_name(kept['LOCATION'])} WHERE expires < %s",  # noqa: S608 - a setting
            [connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))],
        )
        return f"rows of the cache forgotten: {cursor.rowcount}"


def _empty_log(_now: datetime) -> str:
    """SQLite's log holds the pages of each commit together, an answer's beside its code's (ADR 8): it goes at once."""
    if connection.vendor != "sqlite":
        return "the database keeps no log of pages here"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy, *_pages = cursor.fetchone()
    return "the log of pages is not empty yet: somebody reads" if is_busy else "the log of pages is empty"


DUTIES: Sequence[Duty] = (
    Duty("clock.sessions", _end_sessions),
    Duty("clock.cache", _forget_cached, every=timedelta(minutes=10)),
    Duty("clock.log", _empty_log, every=timedelta(minutes=2)),
)

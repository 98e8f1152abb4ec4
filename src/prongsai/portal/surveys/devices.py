"""Notices many answers from one device or network in a day, to have them looked at: nobody is refused for it."""

from collections.abc import Callable
from datetime import date

from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from prongsai.portal.surveys.models import DayKey, DeviceMark, Standing
from prongsai.portal.surveys.storing import count_one_more, key_of

FROM_ONE_DEVICE = 15
"""Several answers from one telephone are normal in a village hall; beyond these they are looked at."""

FROM_ONE_NUMBER = 4
"""A telephone may serve a family."""

LONGEST_WAIT_MS = 2_000
"""For the table of keys to be free: whoever answers meanwhile waits behind, and the duty is tried again anyway."""


def count_device(mark: str) -> Callable[[], Standing]:
    """Count one more answer of a device today, by its mark; reads as the standing of the answer.

    Call it in the transaction that stores the answer.
    """
    counted = count_one_more(timezone.localdate(), mark)
    return lambda: Standing.TO_REVIEW if counted() > FROM_ONE_DEVICE else Standing.COUNTED


def count_number(mark: str | None) -> Callable[[], Standing]:
    """Count one more answer that a telephone number confirmed today, by its mark; `None`: none was confirmed.

    Such an answer is looked at, as is one of a number that a whole family cannot share. Call it as `count_device`.
    """
    if mark is None:
        return lambda: Standing.TO_REVIEW
    counted = count_one_more(timezone.localdate(), mark)
    return lambda: Standing.TO_REVIEW if counted() > FROM_ONE_NUMBER else Standing.COUNTED


def mark_of(text: str) -> str:
    """The hash of something under today's key, which the first answer of a day draws: call it before a transaction."""
    return salted_hmac(_key(timezone.localdate()), text, algorithm="sha256").hexdigest()


def _key(day: date) -> str:
    return (key_of(day) or _draw_key(day)).decode()


def _draw_key(day: date) -> bytes:
    """The first answer of a day draws its key, and erases what is left of the days before."""
    erase_marks()
    row, _ = DayKey.objects.get_or_create(day=day, defaults={"key": get_random_string(43).encode()})
    return bytes(row.key)


def scrub_marks() -> None:
    """Have what was erased not stand in the database's files any more.

    SQLite overwrites erased rows in its pages (`secure_delete`), but pages of before stay in its log until that is
    emptied. PostgreSQL keeps erased rows until the table is written anew; the table of keys is small enough for it.
    Raises `OperationalError` where somebody holds that table for longer than people who answer should wait.
    """
    if connection.in_atomic_block:
        return
    if connection.vendor == "postgresql":
        _begin_table_of_keys_anew()
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _begin_table_of_keys_anew() -> None:
    """`VACUUM FULL` carries erased rows over as long as any other transaction might see them; `TRUNCATE` does not."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = {LONGEST_WAIT_MS}")
        cursor.execute("LOCK TABLE surveys_daykey IN ACCESS EXCLUSIVE MODE")
        kept = list(DayKey.objects.all())
        cursor.execute("TRUNCATE surveys_daykey")
        DayKey.objects.bulk_create(kept)


@transaction.atomic
def erase_marks() -> int:
    """Erase the keys and marks of every day that is over; returns how many marks."""
    today = timezone.localdate()
    erased, _ = DeviceMark.objects.filter(day__lt=today).delete()
    DayKey.objects.filter(day__lt=today).delete()
    return erased

"""Notices many answers from one device or network in a day, to have them looked at: nobody is refused for it."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac

from prongsai.portal.surveys.models import DayKey, DeviceMark, Standing

FROM_ONE_DEVICE = 15
"""Several answers from one telephone are normal in a village hall; beyond these they are looked at."""


def standing_of(device: str) -> Standing:
    """Count one more answer of a device today; call it in the transaction that stores the answer."""
    today = timezone.localdate()
    mark = salted_hmac(_key(today), device, algorithm="sha256").hexdigest()
    row, _ = DeviceMark.objects.get_or_create(day=today, digest=mark)
    DeviceMark.objects.filter(pk=row.pk).update(times=F("times") + 1)
    return Standing.TO_REVIEW if row.times >= FROM_ONE_DEVICE else Standing.COUNTED


def _key(day: date) -> str:
    row, _ = DayKey.objects.get_or_create(day=day, defaults={"key": get_random_string(43).encode()})
    return bytes(row.key).decode()


@transaction.atomic
def erase_marks() -> int:
    """Erase the keys and marks of every day that is over; returns how many marks."""
    today = timezone.localdate()
    erased, _ = DeviceMark.objects.filter(day__lt=today).delete()
    DayKey.objects.filter(day__lt=today).delete()
    return erased

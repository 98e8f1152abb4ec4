"""What is erased does not stand in the database's files either."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from prongsai.portal.clock.actions import do_daily
from prongsai.portal.surveys.devices import erase_marks, scrub_marks, standing_of

DayKey = apps.get_model("surveys", "DayKey")
DeviceMark = apps.get_model("surveys", "DeviceMark")
pytestmark = pytest.mark.django_db(transaction=True)


def files():
    """Everything that SQLite keeps on disk, also what it has not yet taken over from its log."""
    file = Path(connection.settings_dict["NAME"])
    return b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))


@pytest.fixture
def yesterdays(db):
    """Forty devices and the key of yesterday, written into the file."""
    for number in range(40):
        standing_of(f"device {number}")
    day = timezone.localdate() - timedelta(days=1)
    DeviceMark.objects.update(day=day)
    DayKey.objects.update(day=day)
    key, marks = bytes(DayKey.objects.get().key), list(DeviceMark.objects.values_list("digest", flat=True))
    return [key, *(mark.encode() for mark in marks)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the files of a server are not the portal's to read")
def test_keys_and_marks_of_a_day_that_is_over_cannot_be_read_from_the_file(yesterdays):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)
    assert all(trace in files() for trace in yesterdays)
    assert erase_marks() == len(yesterdays) - 1
    scrub_marks()
    left = files()
    assert [trace for trace in yesterdays if trace in left] == []


def test_the_clock_erases_them(yesterdays):
    said = {done.name: done.said for done in do_daily()}
    assert said["surveys.erase-marks"] == f"device marks erased: {len(yesterdays) - 1}"
    assert DeviceMark.objects.count() == DayKey.objects.count() == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the files of a server are not the portal's to read")
def test_the_clock_empties_the_log_of_pages(yesterdays):
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    assert log.stat().st_size > 0
    said = {done.name: done.said for done in do_daily()}
    assert said["clock.log"] == "the log of pages is empty"

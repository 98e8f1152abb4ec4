"""What is erased does not stand in the database's files either."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.utils import timezone

from prongsai.portal.clock.actions import do_daily
from prongsai.portal.surveys import devices
from prongsai.portal.surveys.devices import count_device, erase_marks, mark_of, scrub_marks

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
        count_device(mark_of(f"device {number}"))()
    day = timezone.localdate() - timedelta(days=1)
    DeviceMark.objects.update(day=day)
    DayKey.objects.update(day=day)
    key, marks = bytes(DayKey.objects.get().key), list(DeviceMark.objects.values_list("digest", flat=True))
    return [key, *(mark.encode() for mark in marks)]


def test_the_clock_erases_them(yesterdays):
    said = {done.name: done.said for done in do_daily()}
    assert said["surveys.erase-marks"] == f"device marks erased: {len(yesterdays) - 1}"
    assert DeviceMark.objects.count() == DayKey.objects.count() == 0


if connection.vendor == "sqlite":  # its files are the portal's own

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

    def test_the_clock_empties_the_log_of_pages(yesterdays):
        log = Path(f"{connection.settings_dict['NAME']}-wal")
        assert log.stat().st_size > 0
        said = {done.name: done.said for done in do_daily()}
        assert said["clock.log"] == "the log of pages is empty"

else:  # a server's files are not the portal's to read, but it says what it keeps in them

    def pages():
        """The table's file, and whether it has room for any row at all."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_relation_filenode('surveys_daykey'), pg_relation_size('surveys_daykey')")
            return cursor.fetchone()

    @pytest.fixture
    def an_older_look():
        """Somebody else's transaction, which began before anything was erased and might still ask for it."""
        other = connection.copy()
        other.ensure_connection()
        with other.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT count(*) FROM surveys_devicemark")
            yield cursor
        other.close()

    def test_the_key_of_a_day_that_is_over_leaves_no_page_in_the_servers_file(yesterdays, an_older_look):
        file, size = pages()
        assert size > 0
        assert erase_marks() == len(yesterdays) - 1
        assert pages() == (file, size), "an erased row stays where it was until the table is written anew"
        scrub_marks()
        other_file, size_left = pages()
        assert (other_file != file, size_left) == (True, 0)

    def test_todays_key_is_kept_where_yesterdays_is_scrubbed(yesterdays):
        key_before = mark_of("a device of today")
        assert DayKey.objects.count() == 1, "the first answer of the day erased the day before"
        scrub_marks()
        assert mark_of("a device of today") == key_before

    def test_people_who_answer_do_not_wait_for_a_table_that_somebody_holds(yesterdays, an_older_look, monkeypatch):
        monkeypatch.setattr(devices, "LONGEST_WAIT_MS", 50)
        an_older_look.execute("LOCK TABLE surveys_daykey IN ACCESS SHARE MODE")
        with pytest.raises(OperationalError):
            scrub_marks()
        an_older_look.execute("ROLLBACK")
        scrub_marks()

    def test_the_clock_has_no_log_of_pages_to_empty(yesterdays):
        said = {done.name: done.said for done in do_daily()}
        assert said["clock.log"] == "the database keeps no log of pages here"

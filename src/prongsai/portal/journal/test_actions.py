import threading

import pytest
from django.db import connection, transaction

from prongsai.portal.journal.actions import NotInTransactionError, append_line
from prongsai.portal.journal.chain import BEGINNING
from prongsai.portal.journal.models import JournalLine
from prongsai.portal.journal.queries import lines_about, verify_chain


def add(number, **detail):
    with transaction.atomic():
        return append_line(actor="tester", verb="thing.do", object=f"things/{number}", detail=detail)


@pytest.mark.django_db
def test_each_line_carries_the_hash_of_the_one_before():
    first, second = add(1), add(2)
    assert first.previous_hash == BEGINNING
    assert second.previous_hash == first.hash
    assert verify_chain().is_whole
    assert verify_chain().lines == 2


@pytest.mark.django_db(transaction=True)
def test_a_line_without_a_transaction_is_refused():
    with pytest.raises(NotInTransactionError, match=r"thing\.do"):
        append_line(actor="tester", verb="thing.do", object="things/1")


@pytest.mark.django_db(transaction=True)
def test_a_write_that_fails_leaves_no_line():
    @transaction.atomic
    def write_and_fail():
        append_line(actor="tester", verb="thing.do", object="things/1")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert verify_chain().lines == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [{"actor": "somebody else"}, {"verb": "thing.undo"}, {"object": "things/9"}, {"detail": {"total": "99.99"}}],
)
def test_a_changed_line_breaks_the_chain(change):
    add(1)
    middle = add(2, total="90.00")
    add(3)
    JournalLine.objects.filter(pk=middle.pk).update(**change)
    assert verify_chain().broken_at == middle.pk


@pytest.mark.django_db
def test_a_removed_line_breaks_the_chain():
    add(1)
    middle, last = add(2), add(3)
    JournalLine.objects.filter(pk=middle.pk).delete()
    assert verify_chain().broken_at == last.pk


@pytest.mark.django_db
def test_thai_and_nested_details_come_back_as_they_went_in():
    add(1, name="เทศบาลตำบลแร่", items=["o1", "o2"], n=3, known=None, certain=True)
    assert verify_chain().is_whole


@pytest.mark.django_db
def test_lines_are_found_by_what_they_are_about(django_assert_num_queries):
    add(1)
    add(2)
    with django_assert_num_queries(1):
        assert [line.object for line in lines_about("things/2")] == ["things/2"]


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_do_not_fork_the_chain():
    problems = []

    def write(number):
        try:
            for step in range(5):
                add(f"{number}-{step}")
        except Exception as problem:  # noqa: BLE001 - the thread's failure is the test's
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert verify_chain().is_whole
    assert verify_chain().lines == 30

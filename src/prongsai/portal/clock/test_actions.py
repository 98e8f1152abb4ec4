import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prongsai.portal.clock import actions
from prongsai.portal.clock.actions import AFTER_A_FAULT, LEASE, do_daily, do_due
from prongsai.portal.clock.duties import BANGKOK, every_duty, is_due
from prongsai.portal.clock.models import DutyState
from prongsai.portal.clock.ticking import start_clock
from prongsai.portal.ui.duties import Duty

NOON = datetime(2026, 6, 1, 12, tzinfo=BANGKOK)


@pytest.fixture
def doing(monkeypatch):
    """Puts duties in the place of the areas' own and tells how often each was done."""
    done = []

    def act(*duties):
        def noting(duty):
            def do(now):
                done.append(duty.name)
                return duty.do(now)

            return Duty(duty.name, do, duty.every, duty.from_hour)

        monkeypatch.setattr(actions, "every_duty", lambda: [noting(duty) for duty in duties])
        return done

    return act


def fine(_now):
    return "fine"


def fail(_now):
    raise ConnectionError


@pytest.mark.parametrize(
    ("duty", "done_at", "now", "due"),
    [
        (Duty("a", fine), None, NOON, True),
        (Duty("a", fine), NOON - timedelta(hours=11), NOON, False),
        (Duty("a", fine), NOON - timedelta(hours=13), NOON, True),  # before midnight in Bangkok
        (Duty("a", fine, from_hour=13), None, NOON, False),
        (Duty("a", fine, from_hour=12), None, NOON, True),
        (Duty("a", fine, every=timedelta(minutes=5)), NOON - timedelta(minutes=4), NOON, False),
        (Duty("a", fine, every=timedelta(minutes=5)), NOON - timedelta(minutes=5), NOON, True),
    ],
)
def test_a_duty_is_due_once_a_bangkok_day_or_after_its_time(duty, done_at, now, due):
    assert is_due(duty, done_at, now) is due


@pytest.mark.django_db
def test_what_is_done_is_not_done_again_before_it_is_due(doing):
    done = doing(Duty("one", fine), Duty("two", fine, every=timedelta(minutes=5)))
    assert [one.name for one in do_due(now=NOON)] == ["one", "two"]
    assert do_due(now=NOON + timedelta(minutes=1)) == []
    assert [one.name for one in do_due(now=NOON + timedelta(minutes=6))] == ["two"]
    assert [one.name for one in do_due(now=NOON + timedelta(days=1))] == ["one", "two"]
    assert done == ["one", "two", "two", "one", "two"]
    assert DutyState.objects.get(name="one").said == "fine"


@pytest.mark.django_db
def test_nothing_due_costs_one_question(doing):
    doing(Duty("one", fine))
    do_due(now=NOON)
    with CaptureQueriesContext(connection) as asked:
        do_due(now=NOON)
    assert len(asked) == 1


@pytest.mark.django_db
def test_a_fault_keeps_nobody_waiting_and_is_tried_again(doing):
    done = doing(Duty("bad", fail), Duty("good", fine))
    assert [(one.name, one.failed) for one in do_due(now=NOON)] == [("bad", True), ("good", False)]
    assert do_due(now=NOON + AFTER_A_FAULT / 2) == []
    assert [one.name for one in do_due(now=NOON + AFTER_A_FAULT)] == ["bad"]
    assert done == ["bad", "good", "bad"]


@pytest.mark.django_db
def test_who_died_in_the_middle_is_stepped_in_for(doing):
    done = doing(Duty("one", fine))
    DutyState.objects.create(name="one", held_until=NOON + LEASE, holder="dead")
    assert do_due(now=NOON + LEASE / 2) == []
    assert [one.name for one in do_due(now=NOON + LEASE)] == ["one"]
    assert done == ["one"]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_the_same_moment_do_it_once(doing):
    done = doing(*(Duty(f"duty-{number}", fine) for number in range(10)))
    gate = threading.Barrier(4)

    def work():
        gate.wait()
        do_due(now=NOON)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [f"duty-{number}" for number in range(10)]


@pytest.mark.django_db(transaction=True)
def test_the_clock_does_what_is_due_by_itself(doing):
    came = threading.Event()
    doing(Duty("one", lambda _now: came.set() or "fine"))
    stop = start_clock(0.01)
    assert came.wait(10)
    stop.set()
    thread = next((one for one in threading.enumerate() if one.name == "clock"), None)
    if thread is not None:
        thread.join(10)
    assert DutyState.objects.get(name="one").done_at is not None


@pytest.mark.django_db(transaction=True)
def test_every_area_does_its_duties_twice_without_harm():
    names = [duty.name for duty in every_duty()]
    assert len(set(names)) == len(names)
    assert {"surveys.mix-answers", "surveys.erase-marks", "interviews.erase-frames"} <= set(names)
    for _ in range(2):
        done = do_daily(now=timezone.now())
        assert [(one.name, one.failed) for one in done] == [(name, False) for name in names]

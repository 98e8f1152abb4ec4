"""The closing of the counting against answers under way, each on a connection of its own (ADR 17)."""

import threading
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from prongsai.portal.rounds.queries import find_round
from prongsai.portal.rounds.running import closing
from prongsai.portal.surveys import answering
from prongsai.portal.surveys.actions import Refusal, RefusedAnswerError, store_answer
from prongsai.portal.surveys.models import AccessCode, Answer, SentForm
from prongsai.portal.surveys.queries import is_counted

pytestmark = pytest.mark.django_db(transaction=True)
LONGEST = 30
WHO_WAITS_WAITS_AT_LEAST = 0.4
"""Seconds: of a wait that ends, and of one that must not end yet."""


class Beside:
    """Something done at the same time; `result` is what it gave or raised."""

    def __init__(self, act):
        self.act, self.result = act, None
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        try:
            self.result = self.act()
        except Exception as problem:  # noqa: BLE001 - the outcome is the test's to judge
            self.result = problem
        finally:
            connection.close()

    def waits(self):
        self.thread.join(WHO_WAITS_WAITS_AT_LEAST)
        return self.thread.is_alive()

    def end(self):
        self.thread.join(LONGEST)
        assert not self.thread.is_alive()
        return self.result


@contextmanager
def halted(monkeypatch, module, name):
    """A function of a module halts before it acts; gives two events: it got there, it may go on."""
    there, go_on, real = threading.Event(), threading.Event(), getattr(module, name)

    def halt(*given, **named):
        there.set()
        assert go_on.wait(LONGEST)
        return real(*given, **named)

    monkeypatch.setattr(module, name, halt)
    try:
        yield there, go_on
    finally:
        go_on.set()
        monkeypatch.setattr(module, name, real)


def close(facts):
    """Close the counting as on a day on which the surveys are over."""
    return closing.close_counting(actor="person/1", round_id=facts.id, at=timezone.now() + timedelta(days=60))


def test_an_answer_under_way_is_waited_for_and_counted(monkeypatch, collecting, filled_in, codes):
    sent = filled_in(code=codes[0])
    with halted(monkeypatch, answering, "keep_answer") as (there, go_on):
        answer = Beside(lambda: store_answer(sent=sent))
        assert there.wait(LONGEST)
        closed = Beside(lambda: (close(collecting), Answer.objects.count())[1])
        assert closed.waits()
        go_on.set()
        assert answer.end().is_new
        assert closed.end() == 1
    assert find_round(collecting.slug).counting_closed_on is not None


def test_an_answer_that_comes_while_the_counting_is_being_closed_is_refused(monkeypatch, collecting, filled_in, codes):
    sent = filled_in(code=codes[0])
    with halted(monkeypatch, closing, "append_line") as (there, go_on):
        closed = Beside(lambda: close(collecting))
        assert there.wait(LONGEST)
        answer = Beside(lambda: store_answer(sent=sent))
        assert answer.waits()
        go_on.set()
        assert closed.end().counting_closed_on is not None
        assert answer.end().reason is Refusal.CLOSED
    assert (Answer.objects.count(), SentForm.objects.count()) == (0, 0)
    assert not AccessCode.objects.filter(is_spent=True).exists()


def test_a_form_that_was_counted_keeps_its_receipt_when_it_comes_again_after_the_closing(collecting, filled_in, codes):
    sent = filled_in(code=codes[0])
    receipt = store_answer(sent=sent).receipt
    close(collecting)
    again = store_answer(sent=sent)
    assert (again.receipt, again.is_new) == (receipt, False)
    with pytest.raises(RefusedAnswerError, match="closed"):
        store_answer(sent=filled_in(code=codes[1]))


def test_what_was_counted_when_the_counting_closed_is_what_is_stored_in_the_end(collecting, filled_in, codes):
    """Six respondents answer without a pause while it is closed: each answer is in that number, or was refused."""
    enough, outcomes = threading.Semaphore(0), []

    def answer_on():
        for _ in range(2000):
            try:
                outcomes.append(store_answer(sent=filled_in()).receipt)
                enough.release()
            except RefusedAnswerError as refused:
                outcomes.append(refused.reason)
                return

    crowd = [Beside(answer_on) for _ in range(6)]
    for _ in range(30):
        assert enough.acquire(timeout=LONGEST)
    close(collecting)
    when_closed = Answer.objects.count()
    for one in crowd:
        assert one.end() is None
    assert Counter(outcomes)[Refusal.CLOSED] == len(crowd)
    receipts = [receipt for receipt in outcomes if receipt is not Refusal.CLOSED]
    assert Answer.objects.count() == when_closed == len(receipts)
    assert all(is_counted(receipt) for receipt in receipts[-20:])

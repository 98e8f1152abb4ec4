"""The sweep's store in the database: as many addresses as a province has cost each step no more than a few do."""

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.sweeping.targets import Counts, Swept
from prongsai.portal.disclosures.keeping_evidence.enqueuing import enqueue
from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore
from prongsai.portal.disclosures.models import Capture, CaptureReason

pytestmark = pytest.mark.django_db

HOSTS = 50
MOST_QUESTIONS = 6
"""Of any step, the marks of a transaction inside the test's own among them."""


def gone(target):
    """As if the page were not there."""
    return Swept(target, Fetched(target.url, target.url, Outcome.DEAD_LINK, timezone.now(), status=404))


@pytest.fixture
def waiting(collecting, agency):
    """So many addresses on fifty sites wait for the watch."""

    def act(many):
        urls = [f"https://site-{number % HOSTS}.example/{number}" for number in range(many)]
        enqueue(collecting.id, agency.pk, urls, CaptureReason.WATCH, timezone.now())
        return TargetStore(reasons=[CaptureReason.WATCH])

    return act


def asked(act):
    """What it gives back, and how many questions that cost."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        return act(), len(queries)


def steps(store):
    """Every step of the sweep until nothing is left: the targets given, and the questions that each kind cost."""
    given, costs = [], {"hosts": Counter(), "next": Counter(), "record": Counter(), "counts": Counter()}
    hosts, cost = asked(store.hosts)
    costs["hosts"][cost] += 1
    for host in hosts:
        while True:
            targets, cost = asked(lambda host=host: store.next_of(host, 25))
            if not targets:
                break
            costs["next"][cost] += 1
            _none, cost = asked(lambda targets=targets: store.record([gone(target) for target in targets]))
            costs["record"][cost] += 1
            given += targets
    counts, cost = asked(store.counts)
    costs["counts"][cost] += 1
    return given, counts, {name: set(found) for name, found in costs.items()}


def test_two_thousand_addresses_are_each_handed_out_once_at_the_cost_of_a_hundred(waiting):
    few_given, few_counts, few = steps(waiting(100))
    assert (len(few_given), few_counts) == (100, Counts(100, 100))
    Capture.objects.all().delete()
    given, counts, many = steps(waiting(2_000))
    assert len({target.key for target in given}) == len(given) == 2_000
    assert counts == Counts(2_000, 2_000)
    assert Capture.objects.count() == 2_000
    assert many == few
    assert max(cost for costs in many.values() for cost in costs) <= MOST_QUESTIONS, many


def test_putting_two_thousand_addresses_in_the_queue_asks_little_and_doubles_none(waiting):
    _store, cost = asked(lambda: waiting(2_000))
    again, repeated = asked(lambda: waiting(2_000))
    assert (cost, repeated) <= (20, 20)
    assert again.counts() == Counts(2_000, 0)

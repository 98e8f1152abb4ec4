"""Which confirmed addresses the watch through the year is to look at."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

from prongsai.fetching.sweeping.targets import host_of
from prongsai.portal.disclosures.freezing import confirmed_of
from prongsai.portal.disclosures.keeping_evidence.enqueuing import LONGEST_HOST
from prongsai.portal.disclosures.keeping_evidence.queries import latest_captures
from prongsai.portal.disclosures.keeping_evidence.sweeps import sweep_of_round
from prongsai.portal.disclosures.models import Disclosure, SweepTarget

EVERY = timedelta(days=7)
AT_ONCE = 500


def enqueue_round(round_id: int, at: datetime, *, not_since: datetime | None = None) -> str:
    """Put the round's confirmed addresses in the queue of one sweep, and give back its name.

    A sweep of the round that is not over is gone on with. With `not_since`, only what nobody looked at since then.
    """
    name = _unfinished(round_id) or sweep_of_round(round_id, at)
    batch: list[SweepTarget] = []
    for target in _targets(round_id, name, not_since):
        batch.append(target)
        if len(batch) >= AT_ONCE:
            _store(batch)
    _store(batch)
    return name


def _unfinished(round_id: int) -> str:
    waiting = SweepTarget.objects.filter(sweep__startswith=f"watch-{round_id}-", done_at=None)
    return waiting.values_list("sweep", flat=True).first() or ""


def _targets(round_id: int, name: str, not_since: datetime | None) -> Iterator[SweepTarget]:
    rows = Disclosure.objects.filter(round_id=round_id, confirmed_copy__isnull=False).select_related("confirmed_copy")
    for row in rows.iterator(AT_ONCE):
        if row.confirmed_copy is None:
            continue
        urls = dict.fromkeys(url for item in confirmed_of(row, row.confirmed_copy).items.values() for url in item.urls)
        fresh = _looked_at(row.agency_id, list(urls), not_since)
        for url in urls:
            if url not in fresh:
                yield SweepTarget(
                    round_id=round_id, agency_id=row.agency_id, sweep=name, host=host_of(url)[:LONGEST_HOST], url=url
                )


def _looked_at(agency_id: int, urls: list[str], not_since: datetime | None) -> set[str]:
    if not_since is None:
        return set()
    return {url for url, capture in latest_captures(agency_id, urls).items() if capture.at >= not_since}


def _store(batch: list[SweepTarget]) -> None:
    with transaction.atomic():
        SweepTarget.objects.bulk_create(batch, ignore_conflicts=True)
    batch.clear()

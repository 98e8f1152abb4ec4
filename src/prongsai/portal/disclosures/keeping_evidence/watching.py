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
MADE_UP = ".example"
"""Names below it can never lead anywhere (RFC 6761)."""


def enqueue_round(round_id: int, at: datetime, *, not_since: datetime | None = None) -> str:
    """Put the round's confirmed addresses in the queue of one sweep, and give back its name.

    A sweep of the round that is not over is gone on with. With `not_since`, as the clock asks, only what nobody looked
    at since then, and nothing under a name that is made up: what rehearsals play with is not looked for every week.
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
        for url in _due(row.agency_id, list(urls), not_since):
            host = host_of(url)[:LONGEST_HOST]
            yield SweepTarget(round_id=round_id, agency_id=row.agency_id, sweep=name, host=host, url=url)


def _due(agency_id: int, urls: list[str], not_since: datetime | None) -> list[str]:
    if not_since is None:
        return urls
    fresh = {url for url, capture in latest_captures(agency_id, urls).items() if capture.at >= not_since}
    return [url for url in urls if url not in fresh and not host_of(url).endswith(MADE_UP)]


def _store(batch: list[SweepTarget]) -> None:
    with transaction.atomic():
        SweepTarget.objects.bulk_create(batch, ignore_conflicts=True)
    batch.clear()

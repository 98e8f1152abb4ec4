"""Lets the machine look at addresses: they wait in the database until a worker takes them."""

from collections.abc import Iterable
from datetime import datetime

from prongsai.fetching.sweeping.targets import host_of
from prongsai.portal.disclosures.keeping_evidence.sweeps import sweep_of_agency
from prongsai.portal.disclosures.models import CaptureReason, SweepTarget

LONGEST_HOST = 255


def enqueue(round_id: int, agency_id: int, urls: Iterable[str], reason: CaptureReason, at: datetime) -> int:
    """Put addresses of one agency in the queue, inside the caller's transaction; gives back how many.

    What was looked at before for the same reason is taken out: only the captures stay.
    """
    own = SweepTarget.objects.filter(round_id=round_id, agency_id=agency_id, sweep__startswith=f"{reason}-")
    own.filter(done_at__isnull=False).delete()
    sweep, wanted = sweep_of_agency(reason, round_id, agency_id, at), dict.fromkeys(urls)
    waiting = set(own.filter(url__in=list(wanted)).values_list("url", flat=True))
    targets = [_target(round_id, agency_id, sweep, url) for url in wanted if url not in waiting]
    SweepTarget.objects.bulk_create(targets, ignore_conflicts=True)
    return len(targets)


def forget_done_targets(before: datetime) -> int:
    """Take out what was looked at before a moment; the captures stay. Gives back how many."""
    many, _ = SweepTarget.objects.filter(done_at__lt=before).delete()
    return many


def _target(round_id: int, agency_id: int, sweep: str, url: str) -> SweepTarget:
    host = host_of(url)[:LONGEST_HOST]
    return SweepTarget(round_id=round_id, agency_id=agency_id, sweep=sweep, host=host, url=url)

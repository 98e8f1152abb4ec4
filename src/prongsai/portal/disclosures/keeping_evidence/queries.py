"""Reads what was seen and kept, and how far the machine is."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from prongsai.portal.disclosures.models import Capture, CaptureReason, SweepTarget


@dataclass(frozen=True, slots=True)
class Progress:
    """How many addresses a sweep has looked at."""

    sweep: str
    total: int
    done: int

    @property
    def is_over(self) -> bool:
        """Whether none is left."""
        return self.done >= self.total


def latest_captures(agency_id: int, urls: Collection[str]) -> dict[str, Capture]:
    """The last look at each address that was looked at; one query."""
    return _newest(Capture.objects.filter(agency_id=agency_id, url__in=urls))


def kept_captures(agency_id: int, round_id: int, urls: Collection[str]) -> dict[str, Capture]:
    """What was kept of each address when it was handed in last; one query."""
    return _newest(
        Capture.objects.filter(agency_id=agency_id, round_id=round_id, url__in=urls, reason=CaptureReason.SUBMISSION)
    )


def find_capture(agency_id: int, capture_id: int) -> Capture | None:
    """One look, if it is this agency's; one query."""
    return Capture.objects.filter(agency_id=agency_id, pk=capture_id).first()


def progress_of(round_id: int, agency_id: int) -> Progress | None:
    """The newest sweep over an agency's addresses that is not over; one query."""
    rows = SweepTarget.objects.filter(round_id=round_id, agency_id=agency_id)
    counted = rows.order_by().values("sweep").annotate(total=Count("pk"), done=Count("done_at"), newest=Max("pk"))
    found = [Progress(row["sweep"], row["total"], row["done"]) for row in counted.order_by("-newest")]
    return next((progress for progress in found if not progress.is_over), None)


def progress_of_sweep(sweep: str) -> Progress:
    """How far a sweep is; one query."""
    counted = SweepTarget.objects.filter(sweep=sweep).aggregate(total=Count("pk"), done=Count("done_at"))
    return Progress(sweep, counted["total"], counted["done"])


def waiting_urls(round_id: int, agency_id: int, urls: Collection[str]) -> set[str]:
    """Those of the addresses at which the machine is still going to look; one query."""
    waiting = SweepTarget.objects.filter(Q(done_at=None), round_id=round_id, agency_id=agency_id, url__in=urls)
    return set(waiting.values_list("url", flat=True))


def _newest(rows: QuerySet[Capture]) -> dict[str, Capture]:
    """The newest of each address; the numbers of captures rise with time."""
    newest = rows.order_by().values("url").annotate(newest=Max("pk")).values("newest")
    return {row.url: row for row in Capture.objects.filter(pk__in=newest)}

"""A sweep's state in the database: what waits is leased, what a killed worker left behind is taken again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.sweeping.targets import Counts, Swept, Target
from prongsai.portal.disclosures.keeping_evidence.captures import Errand, Look, capture_of, errand_of
from prongsai.portal.disclosures.keeping_evidence.looking import see
from prongsai.portal.disclosures.keeping_evidence.queries import latest_captures
from prongsai.portal.disclosures.keeping_evidence.slots import is_dead
from prongsai.portal.disclosures.keeping_evidence.sweeps import reason_of
from prongsai.portal.disclosures.models import Capture, CaptureReason, SweepTarget

AT_ONCE = 5
LEASE = timedelta(minutes=10)
"""Longer than five fetches of one host take at their slowest."""

LOOKERS = 2
"""Files that are read at once, each in a process of its own; the machine has little more to give."""


class TargetStore:
    """A `SweepStore` on `SweepTarget`, for all sweeps of some reasons or for one sweep by its name.

    Several may work at the same time: each takes what nobody holds. A host that somebody works at is left to them.
    """

    def __init__(
        self,
        *,
        reasons: Collection[CaptureReason] = tuple(CaptureReason),
        sweep: str = "",
        look: Look = see,
        clock: Callable[[], datetime] = timezone.now,
    ) -> None:
        self._reasons, self._sweep, self._look, self._clock = reasons, sweep, look, clock
        self._holder = ""

    @contextmanager
    def held_by(self, holder: str) -> Iterator[None]:
        """Leases carry the holder's name; what is still leased at the end is given back."""
        self._holder = holder
        try:
            yield
        finally:
            _give_back(SweepTarget.objects.filter(held_by=holder, done_at=None))

    def add(self, targets: Iterable[Target]) -> None:
        """Targets wait in the database already."""
        if list(targets):
            raise ValueError("enqueue addresses with `enqueuing`: the store hands out what waits there")

    def hosts(self) -> Sequence[str]:
        """The hosts with waiting addresses at which nobody works, those with the most first."""
        waiting = self._mine().filter(done_at=None)
        held = waiting.filter(lease_until__gt=self._clock()).values("host")
        counted = waiting.exclude(host__in=held).order_by().values("host").annotate(many=Count("pk"))
        return [row["host"] for row in counted.order_by("-many", "host")]

    def next_of(self, host: str, most: int) -> Sequence[Target]:
        """Lease some waiting addresses of a host."""
        now = self._clock()
        with transaction.atomic():
            free = Q(lease_until=None) | Q(lease_until__lte=now)
            rows = self._mine().filter(free, done_at=None, host=host).order_by("pk").select_for_update(skip_locked=True)
            held = list(rows[: min(most, AT_ONCE)])
            SweepTarget.objects.filter(pk__in=[row.pk for row in held]).update(
                lease_until=now + LEASE, held_by=self._holder
            )
        return [_target(row, before) for row, before in _with_before(held)]

    def record(self, results: Sequence[Swept]) -> None:
        """Keep captures, all or none; files and their texts are kept before, and once."""
        fetched = {int(result.target.key): result.fetched for result in results}
        rows = list(SweepTarget.objects.filter(pk__in=fetched).select_related("agency", "round"))
        errands = [(errand_of(row), fetched[row.pk], before) for row, before in _with_before(rows)]
        with ThreadPoolExecutor(LOOKERS) as pool:
            captures = list(pool.map(self._capture, errands))
        with transaction.atomic():
            Capture.objects.bulk_create(captures)
            SweepTarget.objects.filter(pk__in=fetched).update(done_at=self._clock(), lease_until=None)

    def _capture(self, one: tuple[Errand, Fetched, Capture | None]) -> Capture:
        errand, fetched, before = one
        return capture_of(errand, fetched, before, self._look)

    def counts(self) -> Counts:
        """How many there are and how many are done."""
        counted = self._mine().aggregate(total=Count("pk"), done=Count("done_at"))
        return Counts(counted["total"], counted["done"])

    def _mine(self) -> QuerySet[SweepTarget]:
        if self._sweep:
            return SweepTarget.objects.filter(sweep=self._sweep)
        wanted = Q()
        for reason in self._reasons:
            wanted |= Q(sweep__startswith=f"{reason}-")
        return SweepTarget.objects.filter(wanted)


def give_back_what_the_dead_hold() -> int:
    """Free the leases of processes of this machine that are gone; the count of addresses."""
    leased = SweepTarget.objects.filter(done_at=None, lease_until__isnull=False).exclude(held_by="").order_by()
    dead = [name for name in leased.values_list("held_by", flat=True).distinct() if is_dead(name)]
    return _give_back(leased.filter(held_by__in=dead))


def _give_back(targets: QuerySet[SweepTarget]) -> int:
    return targets.update(lease_until=None, held_by="")


def _with_before(rows: Sequence[SweepTarget]) -> Iterable[tuple[SweepTarget, Capture | None]]:
    """Each address with the last look at it; one query for each agency."""
    found: dict[tuple[int, str], Capture] = {}
    for agency_id in {row.agency_id for row in rows}:
        urls = {row.url for row in rows if row.agency_id == agency_id}
        found |= {(agency_id, url): capture for url, capture in latest_captures(agency_id, urls).items()}
    return [(row, found.get((row.agency_id, row.url))) for row in rows]


def _target(row: SweepTarget, before: Capture | None) -> Target:
    """Only the watch asks whether a page changed; who hands in wants all of it."""
    if before is None or not before.sha256 or reason_of(row.sweep) is not CaptureReason.WATCH:
        return Target(str(row.pk), row.url)
    return Target(str(row.pk), row.url, before.headers.get("etag"), before.headers.get("last-modified"))

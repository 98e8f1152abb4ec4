"""What a Prometheus server reads: requests, e-mails, processes, database. Shut to everybody else."""

import os
import secrets
from collections.abc import Iterator
from functools import partial
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from prongsai.portal.config.counting import REGISTRY
from prongsai.portal.config.environment import COUNTS
from prongsai.portal.journal.queries import newest_number

FORWARDED = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_REAL_IP")
"""A request with one of these came through somebody else, whatever address it seems to come from."""


@never_cache
@require_safe
def tell_metrics(request: HttpRequest) -> HttpResponse:
    """The metrics as text, for who may see them; for everybody else there is no such page."""
    if not may_see(request):
        raise Http404
    return HttpResponse(generate_latest(gathered()), content_type=CONTENT_TYPE_LATEST)


def may_see(request: HttpRequest) -> bool:
    """Whoever names the token; where there is none, only a program on the same machine."""
    token: str = settings.PRONGSAI_METRICS_TOKEN
    if token:
        named = request.headers.get("Authorization", "")
        return secrets.compare_digest(named.encode(), f"Bearer {token}".encode())
    return _is_from_here(request)


def gathered() -> CollectorRegistry:
    """The counts of all worker processes together, and how things stand at this moment."""
    registry, folder = CollectorRegistry(), os.environ.get(COUNTS)
    if folder is None:
        registry.register(REGISTRY)
    else:
        MultiProcessCollector(registry, folder)  # type: ignore[no-untyped-call]
    registry.register(Standing())
    registry.register(Processes(workers_in(folder)))
    return registry


class Standing(Collector):
    """Whether the database answers, and how long the journal has grown."""

    def collect(self) -> Iterator[Metric]:
        """Ask now; without a database there is nothing to say of the journal."""
        try:
            lines = newest_number()
        except DatabaseError:
            yield GaugeMetricFamily("prongsai_database_up", "Whether the database answers.", value=0)
            return
        yield GaugeMetricFamily("prongsai_database_up", "Whether the database answers.", value=1)
        yield CounterMetricFamily("prongsai_journal_lines", "Number of the journal's newest line.", value=lines)


class Processes(Collector):
    """Memory, time and open files of each worker process."""

    def __init__(self, workers: tuple[int, ...]) -> None:
        self.workers = workers

    def collect(self) -> Iterator[Metric]:
        """What the operating system says of each, by its number."""
        families: dict[str, Metric] = {}
        for worker in self.workers:
            for told in ProcessCollector(pid=partial(int, worker), registry=None).collect():
                family = families.setdefault(told.name, Metric(told.name, told.documentation, told.type))
                for sample in told.samples:
                    family.add_sample(sample.name, {"worker": str(worker)}, sample.value)
        yield from families.values()


def workers_in(folder: str | None) -> tuple[int, ...]:
    """The living processes that count in a folder; without a folder this process alone."""
    if folder is None:
        return (os.getpid(),)
    numbers = {file.stem.rpartition("_")[2] for file in Path(folder).glob("*.db")}
    return tuple(sorted(int(number) for number in numbers if Path("/proc", number).exists()))


def _is_from_here(request: HttpRequest) -> bool:
    """Straight from this machine: a proxy on it would make everybody seem to be."""
    through_a_proxy = settings.BEHIND_HTTPS or settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if through_a_proxy or any(name in request.META for name in FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False

"""Counts requests and e-mails for whoever keeps the portal; no label names an agency, a person or an address."""

from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from prometheus_client import CollectorRegistry, Counter, Histogram

GetResponse = Callable[[HttpRequest], HttpResponse]
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Seconds; the last ones are for papers, which take longest."""

REGISTRY = CollectorRegistry()
REQUESTS = Counter(
    "prongsai_requests",
    "Requests answered, by view, method and status.",
    ["view", "method", "status"],
    registry=REGISTRY,
)
SECONDS = Histogram(
    "prongsai_request_seconds",
    "Seconds until a request was answered, by view.",
    ["view"],
    buckets=BOUNDS,
    registry=REGISTRY,
)
MAILS = Counter("prongsai_mails", "E-mails, by what became of them: sent or failed.", ["outcome"], registry=REGISTRY)


def count_requests(get_response: GetResponse) -> GetResponse:
    """Count every answer, refusals and failures included; it stands before all other middleware."""

    def respond(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        view = view_of(request)
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(view, method, str(response.status_code)).inc()
        SECONDS.labels(view).observe(perf_counter() - begun)
        return response

    return respond


def view_of(request: HttpRequest) -> str:
    """A view's name, never its address: there are as many as there are pages, whatever anybody asks for."""
    match = request.resolver_match
    if match is not None:
        return match.view_name or "unnamed"
    return "static" if request.path_info.startswith(settings.STATIC_URL) else "unmatched"

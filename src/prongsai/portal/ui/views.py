"""What a visitor sees when something is not there or went wrong. No database: it may be what went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def show_bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """400: the request cannot be understood."""
    return render(request, "ui/errors/400.html", status=400)


@requires_csrf_token
def show_refusal(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: not allowed."""
    return render(request, "ui/errors/403.html", status=403)


@requires_csrf_token
def show_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404: nothing here."""
    return render(request, "ui/errors/404.html", status=404)


@requires_csrf_token
def show_expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: a form that was not handed out to this browser, or long ago."""
    return render(request, "ui/errors/expired.html", status=403)


@requires_csrf_token
def show_clash(request: HttpRequest) -> HttpResponse:
    """409: somebody wrote the same at the same moment."""
    return render(request, "ui/errors/409.html", status=409)


@requires_csrf_token
def show_too_large(request: HttpRequest) -> HttpResponse:
    """413: more than is taken in."""
    return render(request, "ui/errors/413.html", status=413)


@requires_csrf_token
def show_too_many(request: HttpRequest) -> HttpResponse:
    """429: the same was tried too often."""
    return render(request, "ui/errors/429.html", status=429)


@requires_csrf_token
def show_failure(request: HttpRequest) -> HttpResponse:
    """500: a fault of the portal."""
    return render(request, "ui/errors/500.html", status=500)

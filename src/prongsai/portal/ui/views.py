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
def show_failure(request: HttpRequest) -> HttpResponse:
    """500: a fault of the portal."""
    return render(request, "ui/errors/500.html", status=500)

"""After too many wrong passwords: whom the attempts are counted for, and what is shown."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MANY_REQUESTS = 429
LONGEST_KEPT = 255
"""What django-axes has room for."""


def tried_email(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The e-mail that somebody tries to sign in with, fit to be kept: PostgreSQL keeps no null byte."""
    tried = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(tried).replace("\x00", "").strip().lower()[:LONGEST_KEPT]


def tried_from(request: HttpRequest) -> str | None:
    """The network address that the attempts are counted for: the one for which allauth counts its own."""
    try:
        address: str = get_adapter().get_client_ip(request)
    except PermissionDenied:  # it came over no network
        return None
    return address


def show_lockout(request: HttpRequest, *_args: object, **_named: object) -> HttpResponse:
    """Say that the way is shut for half an hour."""
    return render(request, "people/locked_out.html", status=TOO_MANY_REQUESTS)

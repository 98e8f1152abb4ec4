"""After too many wrong passwords: whom the attempts are counted for, and what is shown."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MANY_REQUESTS = 429


def tried_email(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The e-mail that somebody tries to sign in with."""
    tried = (credentials or {}).get("email") or request.POST.get("login", "")
    return str(tried).strip().lower()


def show_lockout(request: HttpRequest, *_args: object, **_named: object) -> HttpResponse:
    """Say that the way is shut for half an hour."""
    return render(request, "people/locked_out.html", status=TOO_MANY_REQUESTS)

"""Headers that Django does not set by itself, and what is refused before a view sees it."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from prongsai.portal.api.answering import tell_too_large
from prongsai.portal.surveys import views as surveys
from prongsai.portal.surveys.silence import SURVEY
from prongsai.portal.ui.views import show_clash, show_too_large

GetResponse = Callable[[HttpRequest], HttpResponse]
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
API = "/api/"
PRIVATE = ("office", "account")
"""What stands below these addresses is between the portal and whoever signed in."""

log = logging.getLogger(__name__)


def add_security_headers(get_response: GetResponse) -> GetResponse:
    """Say that no page here needs a camera, a place or a microphone, and that no other site embeds anything."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return respond


def keep_private(get_response: GetResponse) -> GetResponse:
    """Let nothing of the office and of sign-in be kept by a cache or found by a search, refusals included."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if is_private(request.path_info):
            add_never_cache_headers(response)
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return respond


def is_private(path: str) -> bool:
    """Whether an address belongs to the office or to sign-in, in any language."""
    parts = path.split("/")[1:]
    if parts[0] in dict(settings.LANGUAGES):
        parts = parts[1:]
    return bool(parts) and parts[0] in PRIVATE


def refuse_large(get_response: GetResponse) -> GetResponse:
    """Take large files only from people who work here: a form parser would first write them to the disk."""

    def respond(request: HttpRequest) -> HttpResponse:
        size = _stated_size(request)
        if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and request.path.startswith(API):
            return tell_too_large(request, size)
        if size > settings.PRONGSAI_LARGEST_REQUEST:
            return show_too_large(request)
        if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE and not request.user.is_authenticated:
            is_survey = SURVEY.match(request.path)
            return surveys.show_too_large(request) if is_survey else show_too_large(request)
        return get_response(request)

    return respond


def tell_of_clashes(get_response: GetResponse) -> GetResponse:
    """Two writes at one moment: the database kept the first, and the second is told so in words."""

    def respond(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, IntegrityError) or request.method in {"GET", "HEAD"}:
            return None
        match = request.resolver_match  # by its name: an address can hold a code that no log may keep
        log.error("%s: refused by the database", match.view_name if match else "?", exc_info=exception)
        return show_clash(request)

    respond.process_exception = process_exception  # type: ignore[attr-defined]  # where Django looks for it
    return respond


def _stated_size(request: HttpRequest) -> int:
    stated = str(request.META.get("CONTENT_LENGTH") or "")
    return int(stated) if stated.isdecimal() and len(stated) < len("1" * 19) else 0

"""How the API answers: JSON in UTF-8, refusals in words, kept by caches for a minute, open to pages of other sites."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, TypeVar

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language, override
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt

from prongsai.portal.api.refusals import RefusedError, failed, too_large, wrong_method

A_MINUTE = 60
READING = ("GET", "HEAD")
JSON = "application/json; charset=utf-8"

Tell = Callable[..., object]
View = Callable[..., HttpResponseBase]
Response = TypeVar("Response", bound=HttpResponseBase)


def answers(method: Literal["GET", "POST"]) -> Callable[[Tell], View]:
    """Turn a function that gives typed data into a view of one method: it reads no cookie and asks for no token."""
    allowed = READING if method == "GET" else (method,)

    def decorate(tell: Tell) -> View:
        @csrf_exempt
        @wraps(tell)
        def respond(request: HttpRequest, **named: Any) -> HttpResponseBase:  # noqa: ANN401 - parts of the address
            with override(asked_language(request)):
                try:
                    _refuse_others(request, allowed)
                    return _found(request, tell(request, **named))
                except RefusedError as refused:
                    return refuse(request, refused)

        return respond

    return decorate


def refuse(request: HttpRequest, refused: RefusedError) -> HttpResponse:
    """A refusal as JSON, in the language of the moment."""
    response = HttpResponse(msgspec.json.encode(refused.mistake), status=refused.status, content_type=JSON)
    response["Content-Language"] = get_language() or "th"
    if refused.allowed:
        response["Allow"] = ", ".join(refused.allowed)
    return _opened(request, response)


def tell_too_large(request: HttpRequest, size: int) -> HttpResponse:
    """413, before anything of the body is read; `size` in bytes."""
    with override(asked_language(request)):
        return refuse(request, too_large(size, settings.DATA_UPLOAD_MAX_MEMORY_SIZE))


def tell_failure(request: HttpRequest) -> HttpResponse:
    """500: a fault of the portal."""
    with override(asked_language(request)):
        return refuse(request, failed())


def asked_language(request: HttpRequest) -> str:
    """The first of Thai and English in `Accept-Language`; Thai where it names neither."""
    named = (tag.split("-")[0] for tag, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")))
    return next((tag for tag in named if tag in {"th", "en"}), "th")


def _refuse_others(request: HttpRequest, allowed: tuple[str, ...]) -> None:
    if request.method not in allowed:
        raise wrong_method(str(request.method), allowed)


def _found(request: HttpRequest, content: object) -> HttpResponseBase:
    body = msgspec.json.encode(content)
    response = HttpResponse(body, content_type=JSON)
    response["Content-Language"] = "th, en"
    if request.method not in READING:
        response["Cache-Control"] = "no-store"
        return response
    response["Cache-Control"] = f"public, max-age={A_MINUTE}"
    response["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=response["ETag"], response=response)
    return _opened(request, response if known is None else known)


def _opened(request: HttpRequest, response: Response) -> Response:
    """Let pages of other sites read what everybody may read."""
    if request.method in READING:
        response["Access-Control-Allow-Origin"] = "*"
    return response

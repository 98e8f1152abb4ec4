"""One request: asks, judges the head of the answer, and takes the content within the limits."""

import functools
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from aiohttp.http_exceptions import HttpProcessingError
from msgspec import Struct
from yarl import URL

from prongsai.fetching.failures import outcome_of
from prongsai.fetching.keeping import Keeper, Kept
from prongsai.fetching.limits import Limits
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.stopping import Stopped
from prongsai.fetching.unpacking import unpacker_of

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OF_STATUS = {
    304: Outcome.NOT_MODIFIED,
    401: Outcome.NEEDS_SIGN_IN,
    403: Outcome.FORBIDDEN,
    404: Outcome.DEAD_LINK,
    410: Outcome.DEAD_LINK,
    429: Outcome.RATE_LIMITED,
    451: Outcome.FORBIDDEN,
}
_NEVER_SHOWN = ("video/", "audio/", "font/")
_SUCCESS, _CLIENT_ERRORS, _SERVER_ERRORS = range(200, 300), range(400, 500), range(500, 600)
_BUSY = 503


class Answer(Struct, frozen=True, gc=False):
    """What came of one request; `outcome` is `None` where the answer is a redirect."""

    outcome: Outcome | None
    status: int | None = None
    headers: Mapping[str, str] | None = None
    kept: Kept | None = None


async def ask(
    session: ClientSession, url: URL, conditions: Mapping[str, str], limits: Limits, seconds: float, folder: Path | None
) -> Answer:
    """Ask for a URL that was judged already, within `seconds`; never raises for what a server does."""
    head = Answer(None)
    try:
        async with _request(session, url, conditions, limits, seconds) as response:
            head = Answer(None, response.status, _headers(response))
            try:
                outcome = _outcome_at_head(response, limits)
                kept = await _content(response, head.headers or {}, limits, folder) if outcome is Outcome.OK else None
                return Answer(outcome, head.status, head.headers, kept)
            except BaseException:
                response.close()
                raise
    except (ClientError, HttpProcessingError, OSError, ValueError, Stopped) as problem:
        return Answer(outcome_of(problem), head.status, head.headers)


def _request(session: ClientSession, url: URL, conditions: Mapping[str, str], limits: Limits, seconds: float):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the client's own context manager
    return session.get(
        url,
        headers=conditions or None,
        allow_redirects=False,
        timeout=_timeout(seconds, limits.connect_seconds, limits.silence_seconds),
        max_headers=limits.header_lines,
        max_line_size=limits.header_line_bytes,
        max_field_size=limits.header_line_bytes,
    )


@functools.lru_cache(maxsize=16)
def _timeout(seconds: float, connect_seconds: float, silence_seconds: float) -> ClientTimeout:
    return ClientTimeout(seconds, sock_connect=connect_seconds, sock_read=silence_seconds)


def _outcome_at_head(response: ClientResponse, limits: Limits) -> Outcome | None:
    """What the head tells: `OK` where content is to come, `None` for a redirect."""
    if sum(map(len, chain.from_iterable(response.raw_headers))) > limits.header_bytes:
        raise Stopped(Outcome.HEADERS_TOO_LARGE)
    if response.status in REDIRECTS:
        return None
    return Outcome.OK if response.status in _SUCCESS else _of_status(response)


def _of_status(response: ClientResponse) -> Outcome:
    status = response.status
    if status == _BUSY and "Retry-After" in response.headers:
        return Outcome.RATE_LIMITED
    if status in _SERVER_ERRORS:
        return Outcome.SERVER_ERROR
    if status in _CLIENT_ERRORS:
        return _OF_STATUS.get(status, Outcome.REFUSED_BY_SERVER)
    return _OF_STATUS.get(status, Outcome.MALFORMED_ANSWER)


async def _content(response: ClientResponse, headers: Mapping[str, str], limits: Limits, folder: Path | None) -> Kept:
    """The content, unpacked; what is too large by its own word is not even begun."""
    _check_wire(response.content_length or 0, limits)
    if headers.get("content-type", "").lower().startswith(_NEVER_SHOWN):
        raise Stopped(Outcome.WRONG_TYPE)
    unpacker = unpacker_of(headers.get("content-encoding"))
    keeper, on_wire = Keeper(limits, folder), 0
    try:
        while not response.content.at_eof():
            data = await response.content.readany()
            on_wire += len(data)
            _check_wire(on_wire, limits)
            for piece in unpacker.feed(data):
                keeper.add(piece)
        keeper.add(unpacker.finish())
        return keeper.finish()
    except BaseException:
        keeper.drop()
        raise


def _check_wire(count: int, limits: Limits) -> None:
    if count > limits.wire_bytes:
        raise Stopped(Outcome.TOO_LARGE)


def _headers(response: ClientResponse) -> dict[str, str]:
    """Names in small letters, repeated ones joined; bytes that are no UTF-8 become marks, so that it can be stored."""
    headers: dict[str, str] = {}
    for name, value in response.headers.items():
        text = value if value.isascii() else value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        key = name.lower()
        headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers

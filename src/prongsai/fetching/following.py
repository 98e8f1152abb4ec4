"""Follows redirects: every step is judged anew, waits for its turn, and takes from the same time."""

import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from aiohttp import ClientSession
from msgspec import Struct
from yarl import URL

from prongsai.fetching.asking import Answer, ask
from prongsai.fetching.fetched import Hop
from prongsai.fetching.limits import Limits
from prongsai.fetching.network import Network
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.sign_in import is_sign_in
from prongsai.fetching.stopping import Stopped
from prongsai.fetching.urls import join_url, read_url

BeforeAsking = Callable[[URL], Awaitable[None]]
"""Waits until a URL may be asked for; raises `Stopped` where it may not."""


class Trail(Struct):
    """Where a fetch has been so far; it is told also when the fetch ends early."""

    at: str
    hops: list[Hop] = []
    answer: Answer | None = None


class Way(Struct, frozen=True, gc=False):
    """What all steps of a fetch share."""

    session: ClientSession
    network: Network
    limits: Limits
    folder: Path | None
    before_asking: BeforeAsking


async def follow(way: Way, trail: Trail, conditions: Mapping[str, str]) -> Answer:
    """The last answer; raises `Stopped`. `trail` is filled on the way."""
    url = read_url(trail.at, way.network, way.limits.url_letters)
    seen, seconds = [url], way.limits.seconds
    while True:
        trail.at = str(url)
        await way.before_asking(url)
        began = time.monotonic()
        trail.answer = await ask(way.session, url, conditions, way.limits, seconds, way.folder)
        seconds -= time.monotonic() - began
        if trail.answer.outcome is not None:
            return trail.answer
        url = _next(way, trail, url)
        if url in seen:
            raise Stopped(Outcome.REDIRECT_LOOP)
        if len(trail.hops) > way.limits.redirects:
            raise Stopped(Outcome.TOO_MANY_REDIRECTS)
        if seconds <= 0:
            raise Stopped(Outcome.TOO_SLOW)
        seen.append(url)


def _next(way: Way, trail: Trail, url: URL) -> URL:
    """Where the answer sends to; a step to a refused place is on the trail too."""
    answer = trail.answer
    location = ((answer and answer.headers) or {}).get("location", "")
    if answer is None or answer.status is None or not location:
        raise Stopped(Outcome.MALFORMED_ANSWER)
    trail.hops.append(Hop(str(url), answer.status, location[: way.limits.url_letters]))
    trail.at = trail.hops[-1].to
    to = join_url(url, location, way.network, way.limits.url_letters)
    if is_sign_in(to):
        trail.at = str(to)
        raise Stopped(Outcome.NEEDS_SIGN_IN)
    return to

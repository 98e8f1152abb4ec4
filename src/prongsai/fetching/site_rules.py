"""Keeps the robots.txt of each site while a fetcher lives, and asks for it once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from yarl import URL

from prongsai.fetching.asking import Answer
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.politeness import NAME
from prongsai.fetching.robots import Robots, read_robots
from prongsai.fetching.stopping import Stopped

MOST_SITES = 20_000
_NO_RULES = frozenset(
    {
        Outcome.DEAD_LINK,
        Outcome.FORBIDDEN,
        Outcome.NEEDS_SIGN_IN,
        Outcome.REFUSED_BY_SERVER,
        Outcome.WRONG_TYPE,
        Outcome.REDIRECT_LOOP,
        Outcome.TOO_MANY_REDIRECTS,
        Outcome.UNKNOWN_ENCODING,
    }
)
"""Answers by which a site says that it has no such file; RFC 9309 then allows everything."""
_ERRORS_OF_THE_SITE = frozenset({Outcome.SERVER_ERROR, Outcome.RATE_LIMITED, Outcome.TOO_LARGE})

FetchRobots = Callable[[str], Awaitable[Answer]]


@dataclass(slots=True)
class _Site:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Robots | Stopped | None = None


class SiteRules:
    """Asks `fetch` for robots.txt, once for each scheme, host and port."""

    def __init__(self, fetch: FetchRobots) -> None:
        self._fetch = fetch
        self._sites: dict[str, _Site] = {}

    def known(self, url: URL) -> Robots | None:
        """The rules of the URL's site, if they were read before."""
        site = self._sites.get(_origin(url))
        return site.rules if site is not None and isinstance(site.rules, Robots) else None

    async def of(self, url: URL) -> Robots:
        """The rules of the URL's site; raises `Stopped` where they cannot be read, which means a no."""
        origin = _origin(url)
        if origin not in self._sites and len(self._sites) >= MOST_SITES:
            self._sites.pop(next(iter(self._sites)))
        site = self._sites.setdefault(origin, _Site())
        if site.rules is None:
            async with site.lock:
                if site.rules is None:
                    site.rules = await self._read(origin)
        if isinstance(site.rules, Stopped):
            raise Stopped(site.rules.outcome, site.rules.retry_after)
        return site.rules

    async def _read(self, origin: str) -> Robots | Stopped:
        """What cannot be reached for robots.txt would not be reached for the page: that is then the page's outcome."""
        answer = await self._fetch(f"{origin}/robots.txt")
        if answer.outcome is Outcome.OK and answer.kept is not None:
            return read_robots(answer.kept.body or b"", NAME)
        if answer.outcome is None or answer.outcome in _NO_RULES:
            return Robots()
        return Stopped(Outcome.ROBOTS_UNREADABLE if answer.outcome in _ERRORS_OF_THE_SITE else answer.outcome)


def _origin(url: URL) -> str:
    return f"{url.scheme}://{url.raw_authority}"

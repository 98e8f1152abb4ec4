"""Fetches a URL: the one door of this package to the network."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec.structs import replace
from yarl import URL

from prongsai.fetching.asking import Answer
from prongsai.fetching.connecting import open_session
from prongsai.fetching.fetched import Fetched
from prongsai.fetching.following import BeforeAsking, Trail, Way, follow
from prongsai.fetching.limits import ROBOTS, Limits
from prongsai.fetching.network import PUBLIC, Network
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.site_rules import SiteRules
from prongsai.fetching.stopping import Stopped
from prongsai.fetching.turns import Turns

if TYPE_CHECKING:
    from aiohttp import ClientSession

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone."""

LONGEST_TYPE = 200
REST_WITHOUT_A_WORD = 30
"""Seconds for which a site is left alone that says "too often" and not for how long."""


def utc_now() -> datetime:
    """The clock of the machine."""
    return datetime.now(UTC)


class Fetcher:
    """Fetches many URLs with one set of connections, robots.txt files and turns; used as `async with Fetcher() as f`.

    Content beyond `Limits.memory_bytes` is kept in files of `spool_folder` (else the system's temporary folder).
    """

    def __init__(
        self,
        *,
        network: Network = PUBLIC,
        limits: Limits | None = None,
        politeness: Politeness | None = None,
        clock: Clock = utc_now,
        spool_folder: Path | None = None,
    ) -> None:
        self._network, self._clock, self._folder = network, clock, spool_folder
        self._limits = limits or Limits()
        self._politeness = politeness or Politeness()
        self._turns = Turns(self._politeness)
        self._rules = SiteRules(self._ask_for_robots)
        self._session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = open_session(self._network, self._politeness.user_agent, self._limits.connect_seconds)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def fetch(
        self,
        url: str,
        *,
        limits: Limits | None = None,
        if_none_match: str | None = None,
        if_modified_since: str | None = None,
    ) -> Fetched:
        """Fetch one URL; whatever the URL or the server is like, it returns, and never raises for it."""
        trail, at = Trail(url), self._clock()
        way = self._way(limits or self._limits, self._before_page)
        retry_after = None
        try:
            outcome = (await follow(way, trail, _conditions(if_none_match, if_modified_since))).outcome
        except Stopped as end:
            outcome, retry_after = end.outcome, end.retry_after
        fetched = _told(url, trail, outcome or Outcome.MALFORMED_ANSWER, at)
        return self._heed(fetched) if retry_after is None else replace(fetched, retry_after=retry_after)

    def _way(self, limits: Limits, before_asking: BeforeAsking) -> Way:
        if self._session is None:
            raise RuntimeError("the fetcher is not open: use it as `async with Fetcher() as fetcher`")
        return Way(self._session, self._network, limits, self._folder, before_asking)

    async def _before_page(self, url: URL) -> None:
        host = url.raw_host or ""
        if self._politeness.robots:
            rules = self._rules.known(url) or await self._rules.of(url)
            if rules.delay is not None:
                self._turns.slow_down(host, rules.delay)
            if not rules.allow(url.raw_path_qs):
                raise Stopped(Outcome.ROBOTS_DISALLOW)
        if pause := self._turns.pause(host):
            await pause

    async def _before_robots(self, url: URL) -> None:
        if pause := self._turns.pause(url.raw_host or ""):
            await pause

    async def _ask_for_robots(self, url: str) -> Answer:
        """A robots.txt that is sent on and then not found counts as none: the page's own way will tell why."""
        trail = Trail(url)
        try:
            answer = await follow(self._way(ROBOTS, self._before_robots), trail, {})
        except Stopped as end:
            answer = Answer(end.outcome)
        is_lost = trail.hops and answer.status is None
        return Answer(Outcome.DEAD_LINK) if is_lost else answer

    def _heed(self, fetched: Fetched) -> Fetched:
        """A site that wants to be left alone is, also by the fetches after this one."""
        if fetched.outcome.has_content:
            return fetched
        said = retry_after((fetched.headers or {}).get("retry-after"), fetched.fetched_at)
        if fetched.outcome is Outcome.RATE_LIMITED:
            self._turns.rest(URL(fetched.final_url).raw_host or "", REST_WITHOUT_A_WORD if said is None else said)
        return replace(fetched, retry_after=said) if said is not None else fetched


async def fetch(
    url: str,
    *,
    limits: Limits | None = None,
    network: Network = PUBLIC,
    politeness: Politeness | None = None,
    clock: Clock = utc_now,
    spool_folder: Path | None = None,
    if_none_match: str | None = None,
    if_modified_since: str | None = None,
) -> Fetched:
    """Fetch one URL with a fetcher of its own: robots.txt is asked for first, and no turn is shared with others."""
    fetcher = Fetcher(network=network, limits=limits, politeness=politeness, clock=clock, spool_folder=spool_folder)
    async with fetcher:
        return await fetcher.fetch(url, if_none_match=if_none_match, if_modified_since=if_modified_since)


def fetch_now(
    url: str,
    *,
    limits: Limits | None = None,
    network: Network = PUBLIC,
    politeness: Politeness | None = None,
    clock: Clock = utc_now,
    spool_folder: Path | None = None,
    if_none_match: str | None = None,
    if_modified_since: str | None = None,
) -> Fetched:
    """`fetch` for code that is not asynchronous; it blocks until the end. Inside a running event loop use `fetch`."""
    return asyncio.run(
        fetch(
            url,
            limits=limits,
            network=network,
            politeness=politeness,
            clock=clock,
            spool_folder=spool_folder,
            if_none_match=if_none_match,
            if_modified_since=if_modified_since,
        )
    )


def retry_after(said: str | None, now: datetime) -> int | None:
    """Seconds from a Retry-After header, which is a number or a date; `None` where it says neither."""
    if not said:
        return None
    text = said.strip()
    if text.isascii() and text.isdigit():
        return min(int(text[:9]), 10**8)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0, int((moment - now).total_seconds()))


def _conditions(if_none_match: str | None, if_modified_since: str | None) -> Mapping[str, str]:
    """Headers of a conditional request; what a server once said and no header can hold is left out."""
    if if_none_match is None and if_modified_since is None:
        return {}
    said = {"If-None-Match": if_none_match, "If-Modified-Since": if_modified_since}
    return {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}


def _told(url: str, trail: Trail, outcome: Outcome, at: datetime) -> Fetched:
    """The fetch as it ended."""
    answer = trail.answer or Answer(None)
    kept = answer.kept
    said = (answer.headers or {}).get("content-type")
    return Fetched(
        url=url,
        final_url=trail.at,
        outcome=outcome,
        fetched_at=at,
        hops=tuple(trail.hops),
        status=answer.status,
        headers=answer.headers,
        content_type_said=said[:LONGEST_TYPE] if said else None,
        content_type_found=kept.kind if kept else None,
        body=kept.body if kept else None,
        spool=kept.spool if kept else None,
        size=kept.size if kept else None,
        sha256=kept.sha256 if kept else None,
    )

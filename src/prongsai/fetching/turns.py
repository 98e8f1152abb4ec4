"""Who may ask when: so many seconds apart for each host name, so many requests a second for the whole country."""

import asyncio
import math
import time
from collections.abc import Awaitable

from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.stopping import Stopped


class Turns:
    """Gives out turns within one event loop; it holds a few numbers for each host name that was ever asked."""

    def __init__(self, politeness: Politeness) -> None:
        self._politeness = politeness
        self._next: dict[str, float] = {}
        self._apart: dict[str, float] = {}
        self._rests_until: dict[str, float] = {}
        self._next_of_all = 0.0

    def pause(self, host: str) -> Awaitable[None] | None:
        """What to wait for before the host may be asked, `None` where it may be at once.

        Raises `Stopped` where it wants a longer rest than is waited for. The turn is taken: whoever calls, asks.
        """
        now = earliest = time.monotonic()
        if (until := self._rests_until.get(host)) is not None and until > now:
            if until - now > self._politeness.longest_rest:
                raise Stopped(Outcome.RATE_LIMITED, math.ceil(until - now))
            earliest = until
        slot = self._slot_of(host, earliest)
        if slot <= now and self._politeness.per_second is None:
            return None
        return self._wait(slot)

    def rest(self, host: str, seconds: float) -> None:
        """The host asked to be left alone for so long."""
        now = time.monotonic()
        self._rests_until[host] = max(self._rests_until.get(host, now), now + seconds)

    def slow_down(self, host: str, seconds: float) -> None:
        """The host's robots.txt asks for so many seconds between requests."""
        self._apart[host] = max(self._politeness.seconds_apart, min(seconds, self._politeness.longest_delay))

    def _slot_of(self, host: str, earliest: float) -> float:
        slot = max(earliest, self._next.get(host, 0.0))
        self._next[host] = slot + self._apart.get(host, self._politeness.seconds_apart)
        return slot

    def _slot_of_all(self) -> float:
        if self._politeness.per_second is None:
            return 0.0
        slot = max(time.monotonic(), self._next_of_all)
        self._next_of_all = slot + 1 / self._politeness.per_second
        return slot

    async def _wait(self, slot_of_host: float) -> None:
        await self._sleep_until(slot_of_host)
        await self._sleep_until(self._slot_of_all())

    @staticmethod
    async def _sleep_until(moment: float) -> None:
        wait = moment - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)

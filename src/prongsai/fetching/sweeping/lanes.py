"""The asynchronous side of a sweep: so many lanes at once, in each the targets of one host name, one by one."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.fetching import Fetcher
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.sweeping.targets import Swept, Target, host_of

TARGETS_AT_A_TIME = 25
MOST_TRIES = 3

NextOf = Callable[[str], Awaitable[Sequence[Target]]]
Record = Callable[[Swept], Awaitable[object]]


class Lanes:
    """Works through hosts; `next_of` and `record` lead to the store.

    A lane goes on only when its result is stored, so at any moment at most one fetch a lane can be lost.
    """

    def __init__(self, fetcher: Fetcher, next_of: NextOf, record: Record) -> None:
        self._fetcher, self._next_of, self._record = fetcher, next_of, record
        self._hosts: deque[str] = deque()

    async def run(self, hosts: Iterable[str], at_once: int) -> None:
        """Return when every host was worked through or put off."""
        self._hosts.extend(hosts)
        async with asyncio.TaskGroup() as group:
            for _ in range(min(at_once, len(self._hosts))):
                group.create_task(self._work())

    async def _work(self) -> None:
        while self._hosts:
            await self._lane(self._hosts.popleft())

    async def _lane(self, host: str) -> None:
        while targets := await self._next_of(host):
            for target in targets:
                if not await self._is_done(host, target):
                    return

    async def _is_done(self, host: str, target: Target) -> bool:
        """Whether the target has its result; if not, its host wants a longer rest than we wait for."""
        fetched = await self._fetch(host, target)
        try:
            if _rests(host, fetched) and fetched.status is None:
                return False
            await self._record(Swept(target, fetched))
        finally:
            fetched.discard()
        return True

    async def _fetch(self, host: str, target: Target) -> Fetched:
        """Fetch; where the host asks for rest, again after it, and at last with the fetcher's own "not now"."""
        for _ in range(MOST_TRIES):
            fetched = await self._fetcher.fetch(
                target.url, if_none_match=target.if_none_match, if_modified_since=target.if_modified_since
            )
            if not _rests(host, fetched) or fetched.status is None:
                break
        return fetched


def _rests(host: str, fetched: Fetched) -> bool:
    return fetched.outcome is Outcome.RATE_LIMITED and host_of(fetched.final_url) == host

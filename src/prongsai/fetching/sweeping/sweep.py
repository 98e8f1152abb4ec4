"""A sweep over many URLs. The network works in a thread of its own; the store is used in the caller's."""

import asyncio
import queue
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prongsai.fetching.fetching import Clock, Fetcher, utc_now
from prongsai.fetching.keeping import clear_spools
from prongsai.fetching.limits import Limits
from prongsai.fetching.network import PUBLIC, Network
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.sweeping.lanes import TARGETS_AT_A_TIME, Lanes
from prongsai.fetching.sweeping.rare_collections import rare_collections
from prongsai.fetching.sweeping.targets import Progress, SweepStore, Swept, Target

if TYPE_CHECKING:
    from prongsai.fetching.outcomes import Outcome

LANES = 100
POLITE = Politeness(longest_rest=120)
LIMITS = Limits(memory_bytes=256 * 1024)
"""A hundred files at once stay under 26 MB of memory; what is larger waits on disk."""

Watch = Callable[[Progress], None]


def sweep(
    targets: Iterable[Target],
    *,
    store: SweepStore,
    network: Network = PUBLIC,
    limits: Limits = LIMITS,
    politeness: Politeness = POLITE,
    lanes: int = LANES,
    clock: Clock = utc_now,
    spool_folder: Path | None = None,
    watch: Watch | None = None,
    watch_seconds: float = 1.0,
) -> Progress:
    """Fetch all targets of the store that have no result, the given ones added; returns when none is left to do.

    `watch` is told every `watch_seconds` and at the end how far it is. `spool_folder` belongs to this sweep alone:
    files that a killed run left there are removed. An error of the store, or `KeyboardInterrupt`, ends the sweep and is
    raised; whatever was recorded until then stays recorded.
    """
    if spool_folder is not None:
        clear_spools(spool_folder)
    store.add(targets)
    desk = _Desk(store, watch, watch_seconds)
    fetcher = Fetcher(network=network, limits=limits, politeness=politeness, clock=clock, spool_folder=spool_folder)
    with rare_collections():
        return desk.serve(_walk(fetcher, desk, store.hosts(), lanes))


async def _walk(fetcher: Fetcher, desk: "_Desk", hosts: Sequence[str], lanes: int) -> None:
    async with fetcher:
        await Lanes(fetcher, desk.next_of, desk.record).run(hosts, lanes)


@dataclass(frozen=True, slots=True)
class _Errands:
    """What lanes want of the store at one time: results kept, and the next targets of hosts, which `done` brings."""

    done: asyncio.Future[Mapping[str, Sequence[Target]]]
    results: list[Swept] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)


class _Desk:
    """Brings the errands of all lanes to the store: those that came together, in one go."""

    def __init__(self, store: SweepStore, watch: Watch | None, watch_seconds: float) -> None:
        self._store, self._watch, self._every = store, watch, watch_seconds
        self._errands: queue.SimpleQueue[_Errands | None] = queue.SimpleQueue()
        self._gathered: _Errands | None = None
        self._outcomes: Counter[Outcome] = Counter()
        self._loop = asyncio.new_event_loop()
        self._began = time.monotonic()
        self._counts = store.counts()
        self._problem: BaseException | None = None

    async def next_of(self, host: str) -> Sequence[Target]:
        """Called by a lane."""
        errands = self._next_errands()
        errands.hosts.append(host)
        return (await errands.done)[host]

    def record(self, swept: Swept) -> Awaitable[object]:
        """Called by a lane; what it gives back is done when the result is stored."""
        errands = self._next_errands()
        errands.results.append(swept)
        return errands.done

    def serve(self, walk: Coroutine[Any, Any, None]) -> Progress:
        """Let the lanes walk in a thread and serve them in this one until they are done."""
        task = self._loop.create_task(walk)
        thread = threading.Thread(target=self._run, args=(task,), name="sweep", daemon=True)
        thread.start()
        try:
            self._serve()
        finally:
            self._loop.call_soon_threadsafe(task.cancel)
            thread.join()
            self._loop.close()
        if self._problem is not None:
            raise self._problem
        return self._tell(is_end=True)

    def _run(self, task: "asyncio.Task[None]") -> None:
        try:
            self._loop.run_until_complete(task)
        except asyncio.CancelledError:
            pass
        except BaseException as problem:  # noqa: BLE001 - it is raised in the caller's thread
            self._problem = problem
        finally:
            self._errands.put(None)

    def _next_errands(self) -> _Errands:
        """Errands of one turn of the loop go together: to wake the other thread costs more than to store."""
        if self._gathered is None:
            self._gathered = _Errands(self._loop.create_future())
            self._loop.call_soon(self._send)
        return self._gathered

    def _send(self) -> None:
        self._errands.put(self._gathered)
        self._gathered = None

    def _serve(self) -> None:
        told = self._began
        while True:
            errands, is_over = self._waiting()
            self._do(errands)
            if is_over:
                return
            if time.monotonic() - told >= self._every:
                told = time.monotonic()
                self._tell(is_end=False)

    def _waiting(self) -> tuple[list[_Errands], bool]:
        """What has come; nothing where nothing comes until the next telling is due."""
        errands: list[_Errands] = []
        try:
            first = self._errands.get(timeout=self._every)
            while first is not None:
                errands.append(first)
                first = self._errands.get_nowait()
        except queue.Empty:
            return errands, False
        return errands, True

    def _do(self, errands: Sequence[_Errands]) -> None:
        """Results first, so that a host's next targets are not those that have just been done."""
        if results := [result for some in errands for result in some.results]:
            self._store.record(results)
            self._outcomes.update(result.fetched.outcome for result in results)
        targets = {host: self._store.next_of(host, TARGETS_AT_A_TIME) for some in errands for host in some.hosts}
        if errands:
            self._loop.call_soon_threadsafe(_settle, errands, targets)

    def _tell(self, *, is_end: bool) -> Progress:
        done = self._counts.done + self._outcomes.total()
        progress = Progress(
            total=self._counts.total,
            done=done,
            put_off=self._counts.total - done if is_end else 0,
            outcomes=dict(self._outcomes),
            seconds=time.monotonic() - self._began,
        )
        if self._watch is not None:
            self._watch(progress)
        return progress


def _settle(errands: Iterable[_Errands], targets: Mapping[str, Sequence[Target]]) -> None:
    for some in errands:
        if not some.done.done():
            some.done.set_result(targets)

"""A sweep over many URLs. The network works in a thread of its own; the store is used in the caller's."""

import asyncio
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prongsai.fetching.fetching import Clock, Fetcher, utc_now
from prongsai.fetching.keeping import clear_spools
from prongsai.fetching.limits import Limits
from prongsai.fetching.network import PUBLIC, Network
from prongsai.fetching.politeness import Politeness
from prongsai.fetching.sweeping.lanes import TARGETS_AT_A_TIME, Lanes
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
    return desk.serve(_walk(fetcher, desk, store.hosts(), lanes))


async def _walk(fetcher: Fetcher, desk: "_Desk", hosts: Sequence[str], lanes: int) -> None:
    async with fetcher:
        await Lanes(fetcher, desk.next_of, desk.record).run(hosts, lanes)


@dataclass(frozen=True, slots=True)
class _Errand:
    """What a lane wants of the store: a result kept, or the next targets of a host."""

    subject: Swept | str
    done: asyncio.Future[Any]


class _Desk:
    """Brings the errands of all lanes to the store: those that came together, in one go."""

    def __init__(self, store: SweepStore, watch: Watch | None, watch_seconds: float) -> None:
        self._store, self._watch, self._every = store, watch, watch_seconds
        self._errands: queue.SimpleQueue[list[_Errand] | None] = queue.SimpleQueue()
        self._gathered: list[_Errand] = []
        self._outcomes: Counter[Outcome] = Counter()
        self._loop = asyncio.new_event_loop()
        self._began = time.monotonic()
        self._counts = store.counts()
        self._problem: BaseException | None = None

    async def next_of(self, host: str) -> Sequence[Target]:
        """Called by a lane."""
        targets: Sequence[Target] = await self._bring(host)
        return targets

    async def record(self, swept: Swept) -> None:
        """Called by a lane; returns when the result is stored."""
        await self._bring(swept)

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

    async def _bring(self, subject: Swept | str) -> Any:  # noqa: ANN401 - as various as the errands
        """Errands of one turn of the loop go together: to wake the other thread costs more than to store."""
        errand = _Errand(subject, self._loop.create_future())
        if not self._gathered:
            self._loop.call_soon(self._send)
        self._gathered.append(errand)
        return await errand.done

    def _send(self) -> None:
        self._errands.put(self._gathered)
        self._gathered = []

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

    def _waiting(self) -> tuple[list[_Errand], bool]:
        """What has come; nothing where nothing comes until the next telling is due."""
        errands: list[_Errand] = []
        try:
            first = self._errands.get(timeout=self._every)
            while first is not None:
                errands += first
                first = self._errands.get_nowait()
        except queue.Empty:
            return errands, False
        return errands, True

    def _do(self, errands: Sequence[_Errand]) -> None:
        """Results first, so that a host's next targets are not those that have just been done."""
        if not errands:
            return
        results = [errand.subject for errand in errands if isinstance(errand.subject, Swept)]
        if results:
            self._store.record(results)
            self._outcomes.update(result.fetched.outcome for result in results)
        answers = [
            (errand.done, self._store.next_of(errand.subject, TARGETS_AT_A_TIME))
            if isinstance(errand.subject, str)
            else (errand.done, None)
            for errand in errands
        ]
        self._loop.call_soon_threadsafe(_settle, answers)

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


def _settle(answers: Sequence[tuple["asyncio.Future[Any]", object]]) -> None:
    for future, answer in answers:
        if not future.done():
            future.set_result(answer)

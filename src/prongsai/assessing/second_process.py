"""A second process that scores part of a nation by the same rules; it is started early and waits for the counts."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from msgspec import Struct

from prongsai.assessing.agency_row import AgencyRow
from prongsai.assessing.scoring import Outcome, score_agencies
from prongsai.rulebook.instrument import YearInstrument
from prongsai.tallying.counted_form import CountedForm

WORTH_A_PROCESS = 2_000
"""So many agencies take longer to score than a process takes to start."""

OF_TWENTY = 11
"""So many of twenty agencies are scored here: the other process also has work and outcomes to pack and unpack."""


class Work(Struct, frozen=True):
    """Agencies with all that their scores come from."""

    year: YearInstrument
    agencies: Sequence[AgencyRow]
    forms: Sequence[CountedForm]
    verdicts: Mapping[str, Mapping[str, bool]]


class SecondProcess:
    """Takes work once; where it cannot be started or ends early there are no outcomes, and who asks does the work."""

    def __enter__(self) -> Self:
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ours.close()
        if kind is not None:
            self.process.terminate()
        self.process.join()

    def hand(self, work: Work) -> None:
        """Give it work."""
        try:
            self._ours.send(work)
        except OSError:
            return

    def outcomes(self) -> list[Outcome] | None:
        """What came of the work, `None` if nothing did."""
        try:
            found: list[Outcome] = self._ours.recv()
        except (EOFError, OSError):
            return None
        return found


def is_worth_a_process(agencies: Sequence[AgencyRow]) -> bool:
    """Whether there are enough agencies, and another core to score them on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return len(agencies) >= WORTH_A_PROCESS and cores > 1


def score_work(work: Work, second: SecondProcess | None, *, tell: Callable[[int], None]) -> list[Outcome]:
    """The outcomes in the order of the agencies, the later ones from the other process if there is one."""
    here = len(work.agencies) * OF_TWENTY // 20 if second else len(work.agencies)
    mine, other = _cut(work, work.agencies[:here]), _cut(work, work.agencies[here:])
    if second:
        second.hand(other)
    outcomes = list(_scored(mine, tell))
    theirs = second.outcomes() if second else []
    return outcomes + (list(_scored(other, tell)) if theirs is None else theirs)


def _cut(work: Work, agencies: Sequence[AgencyRow]) -> Work:
    codes = [agency.code for agency in agencies]
    return Work(
        work.year,
        agencies,
        [form.of_agencies(codes) for form in work.forms],
        {code: work.verdicts[code] for code in codes if code in work.verdicts},
    )


def _scored(work: Work, tell: Callable[[int], None]) -> Iterator[Outcome]:
    return score_agencies(work.year, work.agencies, work.forms, work.verdicts, tell=tell)


def _serve(connection: Connection) -> None:
    """The process: ends when its work is done, or when the one that started it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    try:
        work: Work = connection.recv()
        connection.send(list(_scored(work, lambda _: None)))
    except (EOFError, OSError):
        return

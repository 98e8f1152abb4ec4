"""What the clock does here: it goes on with computations that a request, or a process that died, left unfinished."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from prongsai.portal.computing.actions import go_on
from prongsai.portal.computing.queries import waiting_computations
from prongsai.portal.ui.duties import Duty

AT_A_TIME = 50.0
"""Seconds that a turn takes at most."""


def _go_on(_now: datetime) -> str:
    """What fails in one round, as where its rules were changed, must not keep the others waiting."""
    waiting, done = waiting_computations(), 0
    failed: list[Exception] = []
    for number in waiting:
        try:
            done += go_on(computation_id=number, seconds=AT_A_TIME)
        except Exception as problem:  # noqa: BLE001 - all are raised below, for the clock to keep
            failed.append(problem)
    if failed:
        raise ExceptionGroup("computations that could not go on", failed)
    return f"computations: {done} of {len(waiting)} done"


DUTIES: Sequence[Duty] = (Duty("computing.go-on", _go_on, every=timedelta(seconds=1)),)

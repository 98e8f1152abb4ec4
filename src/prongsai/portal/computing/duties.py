"""What the clock does here: it goes on with computations that a request, or a process that died, left unfinished."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from prongsai.portal.computing.actions import go_on
from prongsai.portal.computing.queries import waiting_computations
from prongsai.portal.ui.duties import Duty

AT_A_TIME = 50.0
"""Seconds that a turn takes at most."""


def _go_on(_now: datetime) -> str:
    waiting = waiting_computations()
    done = sum(go_on(computation_id=number, seconds=AT_A_TIME) for number in waiting)
    return f"computations: {done} of {len(waiting)} done"


DUTIES: Sequence[Duty] = (Duty("computing.go-on", _go_on, every=timedelta(seconds=1)),)

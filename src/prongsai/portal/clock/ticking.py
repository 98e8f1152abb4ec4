"""Looks again and again for what is due, in a thread beside those that serve."""

import logging
import threading

from django.db import close_old_connections, connections

from prongsai.portal.clock.actions import do_due

BETWEEN_LOOKS = 60.0
logger = logging.getLogger(__name__)


def start_clock(seconds: float = BETWEEN_LOOKS) -> threading.Event:
    """Begin to look every so many seconds, first after as many; setting the event ends it.

    Every worker process has its own: the lease lets one of them do each duty.
    """
    stop = threading.Event()
    threading.Thread(target=_tick, args=(stop, seconds), name="clock", daemon=True).start()
    return stop


def _tick(stop: threading.Event, seconds: float) -> None:
    while not stop.wait(seconds):
        close_old_connections()
        try:
            do_due()
        except Exception:  # a database that is away for a while comes back
            logger.exception("the clock could not look")
        connections.close_all()

"""Looks at addresses in threads beside those that serve, so that no page waits for a slow web site.

What waits stands in the database: a process that dies leaves its leases behind, and the next one gives them back.
"""

import logging
import threading
from collections.abc import Collection

from django.db import close_old_connections, connections

from prongsai.fetching.sweeping.targets import Progress
from prongsai.portal.disclosures.keeping_evidence.sweeping import sweep_store
from prongsai.portal.disclosures.keeping_evidence.target_store import TargetStore, give_back_what_the_dead_hold
from prongsai.portal.disclosures.models import CaptureReason

BETWEEN_LOOKS = 2.0
URGENT = (CaptureReason.CHECK, CaptureReason.SUBMISSION)
"""What people wait for does not stand behind the watch of the whole country."""

LANES = {URGENT: 20, (CaptureReason.WATCH,): 20}
logger = logging.getLogger(__name__)


def start_looking(seconds: float = BETWEEN_LOOKS) -> threading.Event:
    """Begin to look for waiting addresses every so many seconds; setting the event ends it."""
    stop = threading.Event()
    for reasons, lanes in LANES.items():
        name = f"looking-{reasons[0]}"
        threading.Thread(target=_work, args=(stop, seconds, reasons, lanes), name=name, daemon=True).start()
    return stop


def look_once(reasons: Collection[CaptureReason] = tuple(CaptureReason), *, lanes: int = 20) -> Progress | None:
    """Look at everything that waits now; `None` where nothing does."""
    store = TargetStore(reasons=reasons)
    if not store.hosts():
        return None
    return sweep_store(store, label="-".join(sorted(reasons)), lanes=lanes)


def _work(stop: threading.Event, seconds: float, reasons: Collection[CaptureReason], lanes: int) -> None:
    is_first = True
    while not stop.wait(seconds):
        close_old_connections()
        try:
            if is_first:  # this process may stand in the place of one that was killed
                give_back_what_the_dead_hold()
                is_first = False
            look_once(reasons, lanes=lanes)
        except Exception:  # a database or a disk that is away for a while comes back
            logger.exception("addresses could not be looked at")
        connections.close_all()

"""Keeps what many respondents ask for within the same seconds, in this process: whose survey it is, the empty form."""

import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
MOST = 4096
"""Entries of one shelf; a nation's agencies do not all collect in one process within seconds."""


class Shelf(Generic[Kept]):
    """Values that are made anew once they are older than `seconds`; 0 keeps nothing."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic, *, most: int = MOST) -> None:
        """`clock` gives seconds; with more than `most` entries it begins anew."""
        self.seconds, self.clock, self.most = seconds, clock, most
        self.entries: dict[Hashable, tuple[float, Kept]] = {}

    def take(self, name: Hashable, make: Callable[[], Kept]) -> Kept:
        """The value under a name, made if it is not there or too old; what `make` raises is not kept."""
        now = self.clock()
        made_at, value = self.entries.get(name, (float("-inf"), None))
        if value is not None and now - made_at < self.seconds:
            return value
        fresh = make()
        if self.seconds:
            if len(self.entries) >= self.most:
                self.entries.clear()
            self.entries[name] = (now, fresh)
        return fresh

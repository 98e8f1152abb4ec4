"""What a sweep is given, what it gives back, and what it asks of the place that keeps its state."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from msgspec import Struct
from yarl import URL

from prongsai.fetching.fetched import Fetched
from prongsai.fetching.outcomes import Outcome

NO_HOST = ""
_PLAIN_HOST = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]+)(?::[0-5]?[0-9]{1,4})?(?=/|$)")
"""Most URLs: their host name stands as it is, and to read them as a client does takes three times as long."""


class Target(Struct, frozen=True, gc=False):
    """A URL to be fetched; `key` is the caller's own name for it, unique within a sweep."""

    key: str
    url: str
    if_none_match: str | None = None
    if_modified_since: str | None = None

    @property
    def host(self) -> str:
        """The host name whose lane it belongs to."""
        return host_of(self.url)


class Swept(Struct, frozen=True, gc=False):
    """A target with what came of it."""

    target: Target
    fetched: Fetched


@dataclass(frozen=True, slots=True)
class Counts:
    """Targets in all, and those that have a result."""

    total: int
    done: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sweep is.

    `total` and `done` count also what earlier runs did; `outcomes` and `seconds` are of this run. `put_off` targets
    belong to hosts that asked to be left alone for longer than the sweep waits: they have no result, and a later run
    takes them up.
    """

    total: int
    done: int
    put_off: int
    outcomes: Mapping[Outcome, int]
    seconds: float


class SweepStore(Protocol):
    """Keeps a sweep's state. All calls come from the thread that called `sweep`, one after the other.

    Only one sweep at a time may use a store: that is the store's own to see to.
    """

    def add(self, targets: Iterable[Target]) -> None:
        """Take targets in; one whose key is there already keeps its state."""

    def hosts(self) -> Sequence[str]:
        """The host names (`Target.host`) with targets that have no result, those with the most first."""

    def next_of(self, host: str, most: int) -> Sequence[Target]:
        """Up to `most` targets of a host that have no result; without a gap it may give the same ones again."""

    def record(self, results: Sequence[Swept]) -> None:
        """Keep results for good, in one transaction; afterwards none of these targets is given again.

        The content can be read until this returns.
        """

    def counts(self) -> Counts:
        """How many there are and how many are done."""


def host_of(url: str) -> str:
    """The host name in small letters; `NO_HOST` for what is no URL, and is refused without asking anybody."""
    if plain := _PLAIN_HOST.match(url):
        return plain[1]
    try:
        return (URL(url.strip()).raw_host or NO_HOST).lower()
    except (ValueError, UnicodeError):
        return NO_HOST

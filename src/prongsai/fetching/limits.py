"""How much a fetch may take; what goes beyond is cut off while it comes in."""

from dataclasses import dataclass

from prongsai.fetching.kinds import Kind

MEGABYTE = 1024 * 1024
SHOWN_BY_AGENCIES = frozenset(Kind) - {Kind.UNKNOWN}
"""The kinds that are accepted unless said otherwise: everything that is known."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one fetch, redirects included. Bytes and seconds.

    `wire_bytes` bounds what comes over the wire, `content_bytes` what it unpacks to. `seconds` is the time of the whole
    fetch without the waiting for its turn; `silence_seconds` the time between two bytes; `connect_seconds` that of
    finding the name, and again that of connecting and agreeing on TLS. Content beyond `memory_bytes` goes to a file.
    """

    wire_bytes: int = 30 * MEGABYTE
    content_bytes: int = 60 * MEGABYTE
    memory_bytes: int = MEGABYTE
    seconds: float = 60
    silence_seconds: float = 15
    connect_seconds: float = 10
    redirects: int = 8
    header_lines: int = 100
    header_line_bytes: int = 8190
    header_bytes: int = 64 * 1024
    url_letters: int = 4096
    kinds: frozenset[Kind] = SHOWN_BY_AGENCIES

    def __post_init__(self) -> None:
        for name in ("wire_bytes", "content_bytes", "seconds", "silence_seconds", "connect_seconds", "header_lines"):
            if getattr(self, name) <= 0:
                raise ValueError(f"the limit {name} is {getattr(self, name)}: it must be above 0")


ROBOTS = Limits(
    wire_bytes=MEGABYTE // 2,
    content_bytes=MEGABYTE // 2,
    seconds=20,
    redirects=5,
    kinds=frozenset(Kind),
)
"""The bounds of a robots.txt; RFC 9309 asks readers to take at least 500 KiB."""

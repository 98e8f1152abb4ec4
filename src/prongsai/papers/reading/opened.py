"""What opening a document gives."""

from dataclasses import dataclass

from prongsai.papers.reading.found import SourceLine


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's lines. `guessed_pages` were read from pictures of letters; `unread_pages` were not read at all."""

    lines: tuple[SourceLine, ...]
    guessed_pages: frozenset[int] = frozenset()
    unread_pages: tuple[int, ...] = ()

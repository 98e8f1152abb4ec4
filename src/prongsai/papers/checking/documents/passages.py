"""A document's text as rules read it: each paragraph, and each cell of a table by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.papers.reading.found import SourceLine, Where


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that belongs together."""

    text: str
    where: Where


def passages(lines: Sequence[SourceLine]) -> tuple[Passage, ...]:
    """All text of a document in order; reading has joined the lines of a paragraph already."""
    return tuple(_passages(lines))


def _passages(lines: Sequence[SourceLine]) -> Iterator[Passage]:
    for line in lines:
        for text in line.cells or (line.text,):
            if text.strip():
                yield Passage(text, line.where)

"""The headings of a document in the order in which they stand: what its contents list and a reader jumps between."""

from dataclasses import dataclass
from typing import TypeGuard

from prongsai.papers.content import Block, Contents, Document, Emblem, Heading, plain_text


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading's words without their looks, and its level from 1."""

    text: str
    level: int


def is_heading(block: Block) -> TypeGuard[Heading | Emblem]:
    """Whether a block is drawn as a heading: an emblem with a title beside it is one."""
    return isinstance(block, Heading) or (isinstance(block, Emblem) and bool(plain_text(block.title)))


def entries_of(document: Document) -> tuple[Entry, ...]:
    """Every heading; a level that skips one is drawn in, as navigation knows no gaps."""
    entries: list[Entry] = []
    for section in document.sections:
        for block in filter(is_heading, section.blocks):
            level = block.level if isinstance(block, Heading) else 1
            text = block.text if isinstance(block, Heading) else block.title
            deepest = entries[-1].level + 1 if entries else 1
            entries.append(Entry(plain_text(text), min(level, deepest)))
    return tuple(entries)


def has_contents(document: Document) -> bool:
    """Whether the document lists its headings with their pages."""
    return any(isinstance(block, Contents) for section in document.sections for block in section.blocks)

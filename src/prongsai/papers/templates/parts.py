"""A document cut into its keyed sections, and put together again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from prongsai.papers.content import Document, Heading, Section

UNNAMED = ""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Blocks that belong together, with the page they stand on; `begins_page` as in the document they are from."""

    section: Section
    begins_page: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A section in the reader's sense: a keyed heading with all up to the next, or what opens a keyed `Section`."""

    key: str
    fragments: tuple[Fragment, ...]


def parts_of(document: Document) -> tuple[Part, ...]:
    """The parts in order; blocks without a key belong to the part before them, or open the document."""
    parts: list[Part] = []
    for section in document.sections:
        for key, fragment in _fragments(section):
            if key == UNNAMED and parts:
                last = parts.pop()
                parts.append(replace(last, fragments=(*last.fragments, fragment)))
            else:
                parts.append(Part(key, (fragment,)))
    return tuple(parts)


def sections_of(parts: Iterable[Part]) -> tuple[Section, ...]:
    """Pages again: a fragment goes on where the one before it stood, unless it begins a page or lies otherwise."""
    sections: list[Section] = []
    for part in parts:
        for fragment in part.fragments:
            if sections and not fragment.begins_page and _same_page(sections[-1], fragment.section):
                last = sections.pop()
                sections.append(replace(last, blocks=(*last.blocks, *fragment.section.blocks)))
            else:
                sections.append(fragment.section)
    return tuple(sections)


def _fragments(section: Section) -> Iterator[tuple[str, Fragment]]:
    starts = [at for at, block in enumerate(section.blocks) if isinstance(block, Heading) and block.key]
    cuts = [*sorted({0, *starts}), len(section.blocks)]
    for start, end in pairwise(cuts):
        blocks = section.blocks[start:end]
        first = blocks[0] if blocks else None
        key = first.key if isinstance(first, Heading) and first.key else section.key
        yield key, Fragment(replace(section, blocks=blocks, key=section.key if start == 0 else ""), start == 0)


def _same_page(one: Section, other: Section) -> bool:
    return one.landscape == other.landscape and one.margins == other.margins

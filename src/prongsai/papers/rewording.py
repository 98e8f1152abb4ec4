"""The passages of a document that an office may say in its own words, and the document with those words.

A passage is a paragraph or a list with a `key`. Its text is plain: a list has a line for each entry, one of those who
are appointed reads "who : duty", and a paragraph whose words are several lines becomes several paragraphs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from prongsai.papers.content import (
    Block,
    BulletList,
    Document,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Roster,
    RosterLine,
    plain_text,
)

DUTY_MARK = " : "

OPENING = ""
"""The heading of what stands before the first heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What may be reworded; `text` is what is written without anybody's rewording.

    `heading` is the one above it, `part` the highest one: what the table of contents would have it under.
    """

    key: str
    heading: str
    text: str
    is_list: bool = False
    part: str = OPENING

    @property
    def section(self) -> str:
        """The part of the paper that it belongs to: `overview` of `overview/result`."""
        return self.key.partition("/")[0]


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages in the order of the document."""
    return tuple(_found(document))


def reworded(document: Document, words: Mapping[str, str]) -> Document:
    """The document with the passages that `words` names said so; unknown keys and no words change nothing."""
    sections = tuple(
        replace(section, blocks=tuple(new for block in section.blocks for new in _said(block, words)))
        for section in document.sections
    )
    return replace(document, sections=sections)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something, without the dashes that people put before them."""
    stripped = (line.strip().removeprefix("- ").strip() for line in text.splitlines())
    return tuple(line for line in stripped if line)


def _found(document: Document) -> Iterator[Passage]:
    part = heading = OPENING
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                heading = plain_text(block.text)
                part = heading if block.level == 1 else part
            elif isinstance(block, Paragraph) and block.key:
                yield Passage(block.key, heading, plain_text(block.text), part=part)
            elif isinstance(block, BulletList | NumberedList | Roster) and block.key:
                yield Passage(block.key, heading, "\n".join(_entries(block)), is_list=True, part=part)


def _entries(block: BulletList | NumberedList | Roster) -> Iterator[str]:
    if isinstance(block, Roster):
        for line in block.lines:
            yield DUTY_MARK.join(filter(None, (plain_text(line.who), plain_text(line.duty))))
    else:
        for item in block.items:
            yield plain_text(item.text if isinstance(item, Item) else item)


def _said(block: Block, words: Mapping[str, str]) -> tuple[Block, ...]:
    if not isinstance(block, Paragraph | BulletList | NumberedList | Roster) or not block.key:
        return (block,)
    lines = lines_of(words.get(block.key, ""))
    if not lines:
        return (block,)
    match block:
        case Paragraph():
            return tuple(replace(block, text=line) for line in lines)
        case Roster():
            return (replace(block, lines=tuple(map(_appointed, lines))),)
        case _:
            return (replace(block, items=lines),)


def _appointed(line: str) -> RosterLine:
    """The duty stands after the last mark, so that a post may have one in it."""
    who, mark, duty = line.rpartition(DUTY_MARK)
    return RosterLine(who.strip(), duty.strip()) if mark else RosterLine(line, "")

"""Numbers of headings after sections were moved, left out or added: counted anew in the pattern that the paper uses."""

import re
from dataclasses import replace

from prongsai.papers.content import Block, Heading, Section

_FIRST = re.compile(r"(?P<word>ส่วนที่ )?(?P<number>[0-9]+)(?P<end>\.? )")
_SECOND = re.compile(r"[0-9]+\.(?P<number>[0-9]+) ")


def renumbered(sections: tuple[Section, ...], *, unnumbered: frozenset[str]) -> tuple[Section, ...]:
    """Sections whose numbered headings count from 1 again.

    Headings whose key is in `unnumbered` (the agency's own) get a number too where all others of "1.", "2." … have one.
    """
    counter = _Counter(numbers_new=_counts_all(sections, unnumbered), new=unnumbered)
    return tuple(
        replace(section, blocks=tuple(counter.count(block) for block in section.blocks)) for section in sections
    )


class _Counter:
    def __init__(self, *, numbers_new: bool, new: frozenset[str]) -> None:
        self._numbers_new, self._new = numbers_new, new
        self._first = self._second = 0

    def count(self, block: Block) -> Block:
        """A heading with its new number; anything else as it is."""
        if not isinstance(block, Heading) or not isinstance(block.text, str):
            return block
        if block.level == 1:
            return replace(block, text=self._first_level(block, block.text))
        return replace(block, text=self._second_level(block.text)) if block.level == 2 else block  # noqa: PLR2004

    def _first_level(self, heading: Heading, text: str) -> str:
        match, is_new = _FIRST.match(text), heading.key in self._new
        if is_new and not self._numbers_new:
            return text
        if match is None and not is_new:
            return text
        self._first, self._second = self._first + 1, 0
        if match is None or is_new:
            return f"{self._first}. {text}"
        return f"{match['word'] or ''}{self._first}{match['end']}{text[match.end() :]}"

    def _second_level(self, text: str) -> str:
        match = _SECOND.match(text)
        if match is None:
            return text
        self._second += 1
        return f"{self._first}.{self._second} {text[match.end() :]}"


def _counts_all(sections: tuple[Section, ...], new: frozenset[str]) -> bool:
    """Whether every heading of the paper itself begins with a number and a dot."""
    texts = [
        block.text
        for section in sections
        for block in section.blocks
        if isinstance(block, Heading) and block.level == 1 and block.key not in new
    ]
    matches = [_FIRST.match(text) if isinstance(text, str) else None for text in texts]
    return bool(matches) and all(match and not match["word"] and "." in match["end"] for match in matches)

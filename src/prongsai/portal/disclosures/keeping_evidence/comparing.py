"""What the text of a page says now beside what was kept of it. Pure."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

CONTEXT = 2
MOST_LINES = 4000
"""Longer texts are compared as far as this: the comparison takes time with the square of their length."""

MOST_SHOWN = 300
SIGNS = {"+": "added", "-": "gone", " ": "same"}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of the comparison: `added`, `gone`, `same`, or `skip` where lines that stayed are left out."""

    kind: str
    text: str = ""


def compare_texts(kept: str, now: str) -> tuple[TextLine, ...]:
    """The lines that changed with a little of what stands around them; empty where nothing changed."""
    return tuple(_lines(kept, now))[:MOST_SHOWN]


def _lines(kept: str, now: str) -> Iterator[TextLine]:
    before, after = _cut(kept), _cut(now)
    for number, line in enumerate(difflib.unified_diff(before, after, lineterm="", n=CONTEXT)):
        if line.startswith("@@"):
            yield TextLine("skip")
        elif number > 1:  # the first two lines name the files
            yield TextLine(SIGNS[line[0]], line[1:])


def _cut(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()][:MOST_LINES]

"""What a paper says, part by part: each passage as it stands, whose words they are, and whether its ground moved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from prongsai.papers.content import Document
from prongsai.papers.digits import shown
from prongsai.papers.rewording import Passage, lines_of, passages
from prongsai.portal.documents.models import Wording
from prongsai.thai.numerals import DigitStyle

CONTINUED = "(ต่อ)"
"""After the heading of a part that stands under the same heading as the one before it, as papers have it."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with the office's words for it, if it has any."""

    passage: Passage
    wording: Wording | None
    digits: DigitStyle

    @property
    def is_reworded(self) -> bool:
        """Whether the office says it in its own words."""
        return self.wording is not None

    @property
    def has_moved(self) -> bool:
        """Whether something else would be written now than when she reworded it."""
        return self.wording is not None and self.wording.written_over.split() != self.passage.text.split()

    @property
    def text(self) -> str:
        """What the paper says, with the digits as they were typed."""
        return self.passage.text if self.wording is None else self.wording.text

    @property
    def lines(self) -> tuple[str, ...]:
        """The same as it is printed, a line for each paragraph or entry."""
        return tuple(shown(line, self.digits) for line in lines_of(self.text))

    @property
    def lines_now(self) -> tuple[str, ...]:
        """What would be written now without her."""
        return tuple(shown(line, self.digits) for line in lines_of(self.passage.text))


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of the paper whose passages are edited together."""

    name: str
    heading: str
    passages: tuple[PassageView, ...]

    @property
    def blocks(self) -> Iterator[tuple[str, PassageView]]:
        """Each passage with the heading of its own that stands above it, where that is another."""
        above = self.passages[0].passage.part or self.passages[0].passage.heading
        for view in self.passages:
            own = view.passage.heading
            yield (shown(own, view.digits) if own != above else ""), view
            above = own


def sections_of(document: Document, wordings: Iterable[Wording]) -> tuple[SectionView, ...]:
    """The parts of a document as it is written now, in its order."""
    words = {wording.key: wording for wording in wordings}
    views = [PassageView(passage, words.get(passage.key), document.digits) for passage in passages(document)]
    found: list[SectionView] = []
    for name, grouped in groupby(views, key=lambda view: view.passage.section):
        section = _section(name, tuple(grouped), document.digits)
        goes_on = bool(found and section.heading) and found[-1].heading == section.heading
        found.append(replace(section, heading=f"{section.heading} {CONTINUED}") if goes_on else section)
    return tuple(found)


def lost_wordings(sections: Iterable[SectionView], wordings: Iterable[Wording]) -> tuple[Wording, ...]:
    """The office's words for passages that the paper no longer has."""
    present = {view.passage.key for section in sections for view in section.passages}
    return tuple(wording for wording in wordings if wording.key not in present)


def written_now(sections: Iterable[SectionView]) -> Mapping[str, str]:
    """What stands at each key without anybody's rewording."""
    return {view.passage.key: view.passage.text for section in sections for view in section.passages}


def as_plain(sections: Iterable[SectionView]) -> list[dict[str, Any]]:
    """What the paper says as JSON keeps it, to be read long after."""
    return [
        {"heading": section.heading, "passages": [_plain(heading, view) for heading, view in section.blocks]}
        for section in sections
    ]


def _plain(heading: str, view: PassageView) -> dict[str, Any]:
    return {"heading": heading, "is_list": view.passage.is_list, "lines": list(view.lines)}


def _section(name: str, views: tuple[PassageView, ...], digits: DigitStyle) -> SectionView:
    first = views[0].passage
    return SectionView(name, shown(first.part or first.heading, digits), views)

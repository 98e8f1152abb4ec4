"""What reading a document gives: every statement with its place on the page and how sure the reading is."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from prongsai.rulebook.evidence import Place

Certainty = Literal["printed", "settled", "doubt"]
"""`printed`: as it stands; `settled`: the arithmetic leaves one value; `doubt`: a person must look."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the source: page and line count from 1; no page where the source has none (text, DOCX)."""

    line: int
    page: int | None = None

    def __str__(self) -> str:
        return f"line {self.line}" if self.page is None else f"page {self.page}, line {self.line}"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line as the source has it, and the same line mended for reading; a table's row has its cells."""

    where: Where
    raw: str
    text: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A score. `printed` is as it stands; without a score the candidates are what it may have been."""

    year: int | None
    place: Place
    score: Decimal | None
    certainty: Certainty
    where: Where
    printed: str
    candidates: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadLevel:
    """A level that the document gives to a year, in the words printed."""

    year: int | None
    level: str
    where: Where


@dataclass(frozen=True, slots=True)
class ReadRank:
    """A rank as printed, of how many where said, among whom (`อบต.`, `จังหวัด`) where said.

    A doubt where the document gives two ranks for the same.
    """

    year: int | None
    rank: int
    where: Where
    of: int | None = None
    among: str = ""
    certainty: Certainty = "printed"


@dataclass(frozen=True, slots=True)
class CitedItem:
    """An OIT item cited by its number; `year` is the year whose items the passage speaks of, where known."""

    year: int | None
    item: str
    where: Where


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """A row of a table of measures, joined over pages; empty where the table has no such column."""

    indicator: int | None
    measure: str
    where: Where
    steps: tuple[str, ...] = ()
    period: str = ""
    unit: str = ""
    follow_up: str = ""
    result: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one document. `kind`: memo, analysis, measures, report, or empty if none is recognised.

    `year` is the fiscal year of the scores that the document is mainly about; `unread_pages` are pictures of which no
    letter could be read. `at_their_word` are the figures of a worn text as if it showed no wear: for who asks what is
    printed, as checking does; empty where the text shows none.
    """

    agency: str
    kind: str
    year: int | None
    lines: tuple[SourceLine, ...]
    figures: tuple[ReadFigure, ...] = ()
    levels: tuple[ReadLevel, ...] = ()
    ranks: tuple[ReadRank, ...] = ()
    items: tuple[CitedItem, ...] = ()
    measures: tuple[ReadMeasure, ...] = field(default=())
    unread_pages: tuple[int, ...] = ()
    at_their_word: tuple[ReadFigure, ...] = ()

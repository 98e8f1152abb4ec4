"""Documents that nobody wrote, as reading them would give them: for the rules that judge a whole document."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from prongsai.papers.checking.documents import DocumentFinding, check_reading
from prongsai.papers.reading.found import (
    ReadFigure,
    Reading,
    ReadLevel,
    ReadMeasure,
    ReadRank,
    Where,
)
from prongsai.papers.reading.rows import lines_of_text
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place
from prongsai.rulebook.instrument import Instrument


def place_of(name: str) -> Place:
    """`total`, `8`, `IIT`, `EIT1 8`, `IIT i1`."""
    first, _, code = name.partition(" ")
    if first == "total":
        return TOTAL
    if first.isdecimal():
        return Place(None, first)
    return Place(Instrument(first), code or INSTRUMENT_CODE)


@dataclass
class Invented:
    """A document by its text, to which statements are added line by line; `check` judges it."""

    text: str = ""
    year: int | None = 2568
    kind: str = "analysis"
    figures: list[ReadFigure] = field(default_factory=list)
    levels: list[ReadLevel] = field(default_factory=list)
    ranks: list[ReadRank] = field(default_factory=list)
    measures: list[ReadMeasure] = field(default_factory=list)

    def states(self, *, year: int | None = None, line: int = 1, **figures: str) -> "Invented":
        """Figures as printed: `states(total="97.00", IIT="96.57", i_8="91.73", IIT_i1="95.76")`."""
        for name, printed in figures.items():
            place = place_of(name.removeprefix("i_").replace("_", " "))
            self.figures.append(ReadFigure(year, place, Decimal(printed), "printed", Where(line), printed))
        return self

    def settles(self, name: str, printed: str, score: str, *, line: int = 1) -> "Invented":
        """A figure whose printing the arithmetic rules out."""
        self.figures.append(ReadFigure(None, place_of(name), Decimal(score), "settled", Where(line), printed))
        return self

    def doubts(self, name: str, printed: str, *, line: int = 1) -> "Invented":
        """A figure that could not be read for sure."""
        may_be = (Decimal(printed), Decimal("97.00"))
        self.figures.append(ReadFigure(None, place_of(name), None, "doubt", Where(line), printed, may_be))
        return self

    def holds(self, level: str, *, year: int | None = None, line: int = 1) -> "Invented":
        """A level that is given to a year."""
        self.levels.append(ReadLevel(year, level, Where(line)))
        return self

    def ranks_at(self, rank: int, *, line: int = 1, **said: Any) -> "Invented":
        """A rank."""
        self.ranks.append(ReadRank(said.pop("year", None), rank, Where(line), **said))
        return self

    def plans(self, period: str, *, line: int = 1, indicator: int | None = None) -> "Invented":
        """A measure with its period."""
        self.measures.append(ReadMeasure(indicator, "ทบทวนคู่มือ", Where(line), period=period))
        return self

    def reading(self) -> Reading:
        """What reading gives."""
        return Reading(
            "เทศบาลตำบลทดลอง",
            self.kind,
            self.year,
            lines_of_text(self.text),
            tuple(self.figures),
            tuple(self.levels),
            tuple(self.ranks),
            (),
            tuple(self.measures),
        )

    def check(self, **options: Any) -> tuple[DocumentFinding, ...]:
        """All that is wrong with it."""
        return check_reading(self.reading(), **options)

    def kinds(self, **options: Any) -> list[str]:
        """The kinds of what is wrong, in the order of the document."""
        return [found.kind.value for found in self.check(**options)]

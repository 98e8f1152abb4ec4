"""What the result sheet says, gathered once from the rulebook and the statistics."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.papers.analysis_report.level_reasons import Language
from prongsai.papers.line_heights import refuse_longer
from prongsai.rulebook.comparing import Comparison, compare
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Break, Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.statistics.intervals import Interval, interval_of_score

LONGEST = {"agency_name": 200, "address": 120, "source": 100}
"""Letters that still leave everything on one page."""
LONGEST_GROUP = 60


@dataclass(frozen=True, slots=True)
class Respondents:
    """How many answered an instrument, of how many, and the variance of their answers where it is known."""

    n: int
    population: int | None = None
    variance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """The place among agencies of a kind; `among` reads "เทศบาลตำบลทั้งประเทศ".

    By the intervals of the totals it may be `first` to `last`, where that is known.
    """

    place: int
    of: int
    among: str
    first: int | None = None
    last: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.place <= self.of:
            raise ValueError(f"rank: found {self.place} of {self.of}; write a place from 1 to the number of agencies")
        if self.is_open and not 1 <= (self.first or 0) <= self.place <= (self.last or 0) <= self.of:
            raise ValueError(
                f"rank: found {self.first} to {self.last}; write first and last, with {self.place} between"
            )
        refuse_longer(self, {"among": LONGEST_GROUP})

    @property
    def is_open(self) -> bool:
        """Whether it is known to be possible that the place is another."""
        return (self.first, self.last) not in {(None, None), (self.place, self.place)}


@dataclass(frozen=True, slots=True)
class SheetContents:
    """Everything on the sheet. `source` says where the figures are from; `address` is the public page of the result.

    Without an address there is no QR code.
    `intervals` holds the 95 % interval of each survey whose respondents are known; that of the total is the caller's.
    """

    agency_name: str
    result: AgencyResult
    comparison: Comparison | None
    address: str
    source: str
    rank: Rank | None = None
    intervals: Mapping[Instrument, Interval] = field(default_factory=dict)
    total_interval: Interval | None = None
    language: Language = "th"

    def __post_init__(self) -> None:
        refuse_longer(self, LONGEST)

    @property
    def year(self) -> YearInstrument:
        """The rules of the assessed year."""
        return self.result.year

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        """Those that the year weighs; EIT as a whole beside its parts only where a part is not known."""
        weighed = tuple(self.year.weights)
        parts = [part for part in weighed if part.family is Instrument.EIT and part is not Instrument.EIT]
        open_part = any(self.result.instruments[part] is None for part in parts)
        if not (parts and open_part and self.result.instruments[Instrument.EIT] is not None):
            return weighed
        at = weighed.index(parts[0])
        return (*weighed[:at], Instrument.EIT, *weighed[at:])

    @property
    def gates(self) -> tuple[Decimal, ...]:
        """The scores that levels ask of instruments, lowest first; empty in years that look at the total only."""
        return tuple(
            sorted({gate.at_least for level in self.year.levels for gate in level.conditions if gate.of != "total"})
        )

    def breaks_at(self, places: tuple[Place, ...]) -> tuple[Break, ...]:
        """The breaks behind the marks at these places, each once."""
        changes = [self.comparison.change(place) for place in places] if self.comparison else []
        found = [entry for change in changes if change and change.delta is not None for entry in change.breaks]
        return tuple(dict.fromkeys(found))


def gather_sheet(
    result: AgencyResult,
    *,
    agency_name: str,
    address: str,
    source: str,
    before: AgencyResult | None = None,
    respondents: Mapping[Instrument, Respondents] | None = None,
    total_interval: Interval | None = None,
    rank: Rank | None = None,
    language: Language = "th",
) -> SheetContents:
    """Ask the rulebook and the statistics for all that the sheet needs; `before` is the result of the year before."""
    return SheetContents(
        agency_name=agency_name,
        result=result,
        comparison=compare(result, before) if before is not None else None,
        address=address,
        source=source,
        rank=rank,
        intervals=_intervals(result, respondents or {}),
        total_interval=total_interval,
        language=language,
    )


def _intervals(result: AgencyResult, respondents: Mapping[Instrument, Respondents]) -> dict[Instrument, Interval]:
    found: dict[Instrument, Interval] = {}
    for instrument, known in respondents.items():
        score = result.instruments[instrument]
        if score is not None and instrument is not Instrument.OIT:
            found[instrument] = interval_of_score(score, known.n, known.population, known.variance)
    return found

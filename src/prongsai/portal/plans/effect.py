"""What came of a measure: its figures before and after, and agencies with like measures beside like agencies. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from statistics import median

from prongsai.rulebook.comparing import Change, Comparable, Comparison
from prongsai.rulebook.evidence import Place, indicator_place
from prongsai.rulebook.instrument import Break

FEWEST_AGENCIES = 5
"""Below this many agencies in either group nothing is shown: neither a finding nor somebody's figure."""


class Verdict(Enum):
    """What may be said of a change."""

    ROSE = "rose"
    FELL = "fell"
    NOISE = "noise"
    UNSURE = "unsure"
    BROKEN = "broken"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Interval:
    """Between which points the true change lies in 95 of 100 such cases."""

    low: Decimal
    high: Decimal


NoiseReader = Callable[[Change], Interval | None]
"""The interval of a change; `None` where too little is known of who answered."""


@dataclass(frozen=True, slots=True)
class FigureEffect:
    """One figure of a measure from the year of the result to the year of the plan."""

    change: Change
    interval: Interval | None
    verdict: Verdict

    @property
    def place(self) -> Place:
        """Where the figure belongs, in the later year."""
        return self.change.place

    @property
    def breaks(self) -> tuple[Break, ...]:
        """What stands between the two years."""
        return self.change.breaks


@dataclass(frozen=True, slots=True)
class MeasureEffect:
    """All figures of a measure; `is_of_question` is false where only its whole indicator can be looked at."""

    figures: tuple[FigureEffect, ...]
    is_of_question: bool

    @property
    def seems_to_work(self) -> bool:
        """Its own question rose by more than noise somewhere, fell nowhere, and no comparison is broken."""
        verdicts = {figure.verdict for figure in self.figures}
        return self.is_of_question and Verdict.ROSE in verdicts and not verdicts & {Verdict.FELL, Verdict.BROKEN}

    @property
    def fell(self) -> Decimal | None:
        """The deepest fall in points that may be compared, as a negative number; `None` where nothing fell."""
        falls = [
            figure.change.delta
            for figure in self.figures
            if figure.change.delta is not None and figure.verdict is not Verdict.BROKEN and figure.change.delta < 0
        ]
        return min(falls) if falls else None


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """Median change of agencies with and without a like measure; medians are empty below the fewest agencies."""

    with_count: int
    without_count: int
    with_median: Decimal | None
    without_median: Decimal | None

    @property
    def is_shown(self) -> bool:
        """Whether both groups are large enough."""
        return self.with_median is not None and self.without_median is not None

    @property
    def difference(self) -> Decimal | None:
        """By how many points the two medians differ."""
        if self.with_median is None or self.without_median is None:
            return None
        return self.with_median - self.without_median


def effect_of(comparison: Comparison, *, question: str, indicator: int, noise: NoiseReader) -> MeasureEffect:
    """The change of a measure's question in each part that asks it; of its indicator where it has none."""
    places = tuple(question_places(comparison, question)) if question else ()
    looked_at = places or (indicator_place(indicator),)
    changes = [change for place in looked_at if (change := comparison.change(place)) is not None]
    return MeasureEffect(tuple(judge_change(change, noise) for change in changes), bool(places))


def judge_change(change: Change, noise: NoiseReader) -> FigureEffect:
    """Whether a change can be compared, and whether it is more than noise."""
    if change.delta is None:
        return FigureEffect(change, None, Verdict.MISSING)
    if change.comparable is Comparable.NO:
        return FigureEffect(change, None, Verdict.BROKEN)
    interval = noise(change)
    if interval is None:
        return FigureEffect(change, None, Verdict.UNSURE)
    if interval.low > 0:
        return FigureEffect(change, interval, Verdict.ROSE)
    return FigureEffect(change, interval, Verdict.FELL if interval.high < 0 else Verdict.NOISE)


def question_places(comparison: Comparison, question: str) -> Iterator[Place]:
    """Where the later year asks what `question` asked in the year of the result."""
    crosswalk = comparison.now.year.crosswalk
    later = {link.was: link.code for link in crosswalk.questions} if crosswalk else {}
    code = later.get(question)
    for place in comparison.changes:
        if place.instrument is not None and place.code == code:
            yield place


def compare_groups(changes: Mapping[int, Decimal], having: AbstractSet[int]) -> GroupComparison:
    """Lay agencies that have a like measure beside those that have none; `changes` in points by agency."""
    with_measure = [points for agency, points in changes.items() if agency in having]
    without = [points for agency, points in changes.items() if agency not in having]
    enough = min(len(with_measure), len(without)) >= FEWEST_AGENCIES
    return GroupComparison(
        with_count=len(with_measure),
        without_count=len(without),
        with_median=median(with_measure) if enough else None,
        without_median=median(without) if enough else None,
    )


def mean_change(moves: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The mean change over the parts in which a question was asked, from pairs of before and after."""
    return sum((after - before for before, after in moves), Decimal(0)) / len(moves)

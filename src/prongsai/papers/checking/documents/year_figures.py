"""The figures of a document by year and place, and what the year's rules make of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.papers.checking.documents.judged_figures import figures_to_judge
from prongsai.papers.checking.documents.printed_scores import as_printed, is_same_value
from prongsai.papers.checking.documents.weighted_points import ByPlace, with_full_scores
from prongsai.papers.reading.found import ReadFigure, Reading
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Level, YearInstrument
from prongsai.rulebook.level_judging import LevelJudgement, judge_level
from prongsai.rulebook.loading import known_years, load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.rulebook.possible_means import decimals_of

Chosen = dict[Place, ReadFigure]


@dataclass(frozen=True, slots=True)
class YearFigures:
    """A year's figures: every printing of each, the one that is taken to be meant, and the result of these."""

    printed: ByPlace
    chosen: Mapping[Place, ReadFigure]
    result: AgencyResult

    @property
    def year(self) -> YearInstrument:
        """The year's rules."""
        return self.result.year

    def levels_possible(self) -> tuple[Level, ...]:
        """The levels that the figures leave open.

        Where they contradict each other, also those by total and instruments as printed: which is wrong is not known.
        """
        judged = [self.result.level]
        if self.result.contradictions:
            judged.append(judge_level(self.year, {str(place): value for place, value in _scores(self.chosen).items()}))
        return tuple(dict.fromkeys(level for one in judged for level in _possible(one)))


def gather_figures(reading: Reading) -> dict[int, YearFigures]:
    """The figures of each year whose rules are known; a figure without a year is of the document's own."""
    by_year: dict[int, dict[Place, tuple[ReadFigure, ...]]] = {}
    for figure in figures_to_judge(reading):
        year = figure.year or reading.year
        if year in known_years():
            here = by_year.setdefault(year, {})
            here[figure.place] = (*here.get(figure.place, ()), figure)
    return {year: _year_figures(load_year(year), printed) for year, printed in sorted(by_year.items())}


def distinct_values(figures: Iterable[ReadFigure]) -> tuple[ReadFigure, ...]:
    """One figure for each value, the most frequent first; 93.3 and 93.31 are one value."""
    kept: list[ReadFigure] = []
    counts: Counter[int] = Counter()
    for figure in figures:
        same = next((index for index, one in enumerate(kept) if is_same_value(one, figure)), None)
        if same is None:
            same = len(kept)
            kept.append(figure)
        elif decimals_of(as_printed(figure)) > decimals_of(as_printed(kept[same])):
            kept[same] = figure
        counts[same] += 1
    return tuple(kept[index] for index, _ in counts.most_common())


def _year_figures(year: YearInstrument, as_read: ByPlace) -> YearFigures:
    printed = with_full_scores(year, as_read)
    ways = {place: distinct_values(figures) for place, figures in printed.items()}
    chosen = {place: values[0] for place, values in ways.items()}
    for place, values in ways.items():
        if len(values) > 1 and not _is_majority(values[0], printed[place]):
            chosen[place] = min(values, key=lambda value: _troubles(year, chosen | {place: value}))
    return YearFigures(printed, chosen, score_agency(year, _scores(chosen)))


def _is_majority(value: ReadFigure, figures: Sequence[ReadFigure]) -> bool:
    return 2 * sum(is_same_value(value, figure) for figure in figures) > len(figures)


def _troubles(year: YearInstrument, chosen: Chosen) -> int:
    return len(score_agency(year, _scores(chosen)).contradictions)


def _scores(chosen: Mapping[Place, ReadFigure]) -> dict[Place, Decimal | None]:
    return {place: figure.score for place, figure in chosen.items()}


def _possible(judged: LevelJudgement) -> tuple[Level, ...]:
    return judged.open_levels if judged.level is None else (judged.level, *judged.open_levels)

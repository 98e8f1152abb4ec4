"""How sure a result is: the interval of its total, and the levels that the intervals leave open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.rulebook.evidence import instrument_place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.level_judging import judge_level
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.statistics.intervals import Measured
from prongsai.statistics.totals import Reach, interval_of_sum, reach_of, spread_variance, worth_of_weighted
from prongsai.tallying.group_tally import Spread

WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Respondents:
    """Who answered an instrument: how many, of how many people if that is known, and how far their scores lie apart."""

    many: int
    people: int | None
    spread: Spread

    @property
    def are_too_many(self) -> bool:
        """Whether more answered than there are: then the number of people is not believed."""
        return self.people is not None and self.many > self.people


@dataclass(frozen=True, slots=True)
class Sureness:
    """The 95 % interval of a total; the levels at the lower and at the upper ends of all intervals together.

    These levels rather lie too far apart than too near, because not every score is at the same end at once; they are
    empty where they are not known.
    """

    total_low: Decimal
    total_high: Decimal
    level_low: str
    level_high: str

    @property
    def is_exact(self) -> bool:
        """Whether everybody was asked, so that nothing is left to chance."""
        return self.total_low == self.total_high

    @property
    def is_one_level(self) -> bool:
        """Whether the level is the same anywhere in the interval."""
        return bool(self.level_low) and self.level_low == self.level_high


def sureness_of(result: AgencyResult, answered: Mapping[Instrument, Respondents]) -> Sureness | None:
    """How sure a result is, from who answered the parts that count in it.

    `None` without a total, and where it is not known of a surveyed part who answered: as sure as counted it is not.
    """
    surveyed = result.year.weights.keys() & result.year.survey_by_part.keys()
    if result.total is None or not surveyed <= answered.keys():
        return None
    reaches = dict(_reaches(result, answered))
    total = interval_of_sum(result.total, [(result.year.weights[part], reach) for part, reach in reaches.items()])
    parts = {part: interval_of_sum(_score(result, part), [(WHOLE, reach)]) for part, reach in reaches.items()}
    lows = {part.value: interval.low for part, interval in parts.items()}
    highs = {part.value: interval.high for part, interval in parts.items()}
    return Sureness(
        total.low,
        total.high,
        _level(result, lows | {"total": total.low}),
        _level(result, highs | {"total": total.high}),
    )


def _reaches(result: AgencyResult, answered: Mapping[Instrument, Respondents]) -> Iterator[tuple[Instrument, Reach]]:
    """How far the interval of each part that people answered reaches."""
    for part in result.year.weights:
        if part in answered:
            measured, worth = _measured(answered[part], _score(result, part))
            yield part, reach_of(measured, worth)


def _level(result: AgencyResult, ends: Mapping[str, Decimal]) -> str:
    """The level at these scores and the result's own for what was counted, as OIT; no year's gate asks for EIT where
    its parts count."""
    counted = {part.value: score for part, score in result.instruments.items()}
    return judge_level(result.year, {**counted, **ends}).label or ""


def _score(result: AgencyResult, part: Instrument) -> Decimal:
    score = result.scores[instrument_place(part)].value
    assert score is not None  # noqa: S101 - a total is known only where its parts are
    return score


def _measured(respondents: Respondents, score: Decimal) -> tuple[Measured, int]:
    """A part's score with what is known of its respondents, and how many alike they are worth."""
    spread = respondents.spread
    worth = worth_of_weighted(spread.weights, spread.weight_squares)
    population = None if respondents.are_too_many else respondents.people
    variance = spread_variance(spread.weights, spread.scores, spread.squares)
    return Measured(score, worth, population, variance), worth

"""Everything that follows from an agency's figures: scores with their parts, level, contradictions."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.rulebook.contradicting import TOLERANCE, StatedDifference, find_contradictions
from prongsai.rulebook.evidence import TOTAL, Figures, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.level_judging import LevelJudgement, judge_level
from prongsai.rulebook.rolling_up import Part, Score, State, roll_up

GATED = {"total": TOTAL, **{str(instrument): instrument_place(instrument) for instrument in Instrument}}
"""The scores that conditions of levels are about, by the names that these use."""

__all__ = ["TOLERANCE", "AgencyResult", "Part", "Score", "State", "StatedDifference", "score_agency"]


@dataclass(frozen=True, slots=True)
class AgencyResult:
    """All that can be known of an agency's year from the figures at hand."""

    year: YearInstrument
    scores: Mapping[Place, Score]
    level: LevelJudgement
    contradictions: tuple[StatedDifference, ...]

    def score(self, place: Place) -> Score:
        """The score at a place of this year."""
        return self.scores[place]

    def reaches_target(self, place: Place) -> bool | None:
        """Whether the score at a place is not below the year's target (`round.yaml`); `None` where it is not known."""
        value = self.scores[place].value
        return None if value is None else value >= self.year.round.target

    @property
    def total(self) -> Decimal | None:
        """The total, two decimals."""
        return self.scores[TOTAL].value

    @property
    def instruments(self) -> dict[Instrument, Decimal | None]:
        """Scores of IIT, EIT1, EIT2, EIT and OIT; `None` where unknown or where the year has no such part."""
        return {instrument: self._value(instrument_place(instrument)) for instrument in Instrument}

    @property
    def indicators(self) -> dict[int, Decimal | None]:
        """Scores of the ten indicators by number."""
        return {number: self.scores[indicator_place(number)].value for number in self.year.indicators}

    def _value(self, place: Place) -> Decimal | None:
        score = self.scores.get(place)
        return None if score is None else score.value


def score_agency(year: YearInstrument, figures: Figures) -> AgencyResult:
    """Compute whatever can be computed from figures at any depth; what was stated too is compared with it."""
    scores = roll_up(year, figures)
    return AgencyResult(year, scores, judge_level(year, _named(scores)), find_contradictions(year, scores))


def _named(scores: Mapping[Place, Score]) -> dict[str, Decimal | None]:
    return {name: scores[place].value for name, place in GATED.items() if place in scores}

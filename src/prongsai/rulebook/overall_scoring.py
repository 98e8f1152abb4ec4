"""Rolls figures up to indicators, instruments, total and level; every score carries the parts that explain it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from prongsai.rulebook.evidence import TOTAL, Figures, Place, indicator_place, instrument_place
from prongsai.rulebook.formulas import Formula, Recipe, formulas, leaves
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.level_judging import LevelJudgement, judge_level
from prongsai.rulebook.rounding import half_up

TOLERANCE = Decimal("0.01")
"""A printed figure this far from the computed one is a matter of rounding (§5.2 of the facts)."""


class State(Enum):
    """Whether a score is known; unanswered means that nobody answered, so it does not count."""

    KNOWN = "known"
    UNANSWERED = "unanswered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """A score with its share in the score above it."""

    score: "Score"
    share: Fraction


@dataclass(frozen=True, slots=True)
class Score:
    """A score: computed from its parts where they are known, else as somebody stated it."""

    place: Place
    state: State
    exact: Fraction | None
    stated: Decimal | None
    parts: tuple[Part, ...]
    decimals: int | None

    @property
    def value(self) -> Decimal | None:
        """The score as printed: two decimals, half up."""
        return None if self.exact is None else half_up(self.exact)

    @property
    def is_computed(self) -> bool:
        """Whether the value comes from its parts, not from somebody's word."""
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class StatedDifference:
    """A stated figure that the figures beside it do not give."""

    place: Place
    stated: Decimal
    computed: Decimal


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
    """Compute whatever can be computed from figures at any depth.

    A figure that can be computed and was stated too is computed; a difference above 0.01 is a contradiction, looked
    for against the stated figures directly below it, so that one slip is reported once and where it is.
    """
    scores: dict[Place, Score] = {place: _leaf(place, figures) for place in leaves(year)}
    contradictions = []
    for formula in formulas(year):
        score = _roll_up(formula, scores, figures)
        scores[formula.place] = score
        difference = _difference(formula, scores, score.stated)
        if difference is not None:
            contradictions.append(difference)
    return AgencyResult(year, scores, judge_level(year, _named(scores)), tuple(contradictions))


def _leaf(place: Place, figures: Figures) -> Score:
    stated = figures.get(place)
    if stated is not None:
        return Score(place, State.KNOWN, Fraction(stated), stated, (), None)
    state = State.UNANSWERED if place in figures else State.UNKNOWN
    return Score(place, state, None, None, (), None)


def _roll_up(formula: Formula, scores: Mapping[Place, Score], figures: Figures) -> Score:
    stated = figures.get(formula.place)
    parts = next((parts for recipe in formula.recipes if (parts := _usable(recipe, scores))), ())
    if parts:
        exact = sum((part.share * _exactly(part.score) for part in parts), Fraction(0))
        return Score(formula.place, State.KNOWN, _rounded(exact, formula), stated, parts, formula.decimals)
    if stated is not None:
        return Score(formula.place, State.KNOWN, Fraction(stated), stated, (), formula.decimals)
    return Score(formula.place, _empty_state(formula, scores), None, None, (), formula.decimals)


def _usable(recipe: Recipe, scores: Mapping[Place, Score]) -> tuple[Part, ...]:
    """The parts with their shares if none is unknown; in a mean, parts that nobody answered do not count."""
    found = [Part(scores[place], share) for place, share in recipe.parts]
    if any(part.score.state is State.UNKNOWN for part in found):
        return ()
    answered = [part for part in found if part.score.state is State.KNOWN]
    if len(answered) < len(found):
        return tuple(Part(part.score, Fraction(1, len(answered))) for part in answered) if recipe.is_mean else ()
    return tuple(found)


def _exactly(score: Score) -> Fraction:
    assert score.exact is not None  # noqa: S101 - `_usable` lets only known scores through
    return score.exact


def _rounded(exact: Fraction, formula: Formula) -> Fraction:
    return exact if formula.decimals is None else Fraction(half_up(exact, formula.decimals))


def _empty_state(formula: Formula, scores: Mapping[Place, Score]) -> State:
    states = {scores[place].state for recipe in formula.recipes for place, _ in recipe.parts}
    return State.UNANSWERED if states == {State.UNANSWERED} else State.UNKNOWN


def _difference(formula: Formula, scores: Mapping[Place, Score], stated: Decimal | None) -> StatedDifference | None:
    if stated is None:
        return None
    for recipe in formula.recipes:
        parts = _usable(recipe, scores)
        if parts:
            from_stated = sum((part.share * _as_stated(part.score) for part in parts), Fraction(0))
            computed = half_up(from_stated)
            too_far = abs(computed - half_up(stated)) > TOLERANCE
            return StatedDifference(formula.place, stated, computed) if too_far else None
    return None


def _as_stated(score: Score) -> Fraction:
    return _exactly(score) if score.stated is None else Fraction(score.stated)


def _named(scores: Mapping[Place, Score]) -> dict[str, Decimal | None]:
    places = {"total": TOTAL, **{str(i): instrument_place(i) for i in Instrument}}
    return {name: scores[place].value for name, place in places.items() if place in scores}

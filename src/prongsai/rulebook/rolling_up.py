"""Rolls scores up from their parts: computed where all parts are known, else as somebody stated them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from msgspec import Struct

from prongsai.rulebook.evidence import Figures, Place
from prongsai.rulebook.formulas import Formula, Recipe, formulas, leaves
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.rounding import exactly as as_fraction
from prongsai.rulebook.rounding import half_up, mean, weighted_sum


class State(Enum):
    """Whether a score is known; unanswered means that nobody answered, so it does not count."""

    KNOWN = "known"
    UNANSWERED = "unanswered"
    UNKNOWN = "unknown"


class Part(Struct, frozen=True, gc=False):
    """A score with its share in the score above it; a struct, because a nation has some millions."""

    score: "Score"
    share: Fraction


class Score(Struct, frozen=True, gc=False):
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


def roll_up(year: YearInstrument, figures: Figures) -> dict[Place, Score]:
    """Every score of the year, lowest first."""
    scores: dict[Place, Score] = {place: _leaf(place, figures) for place in leaves(year)}
    for formula in formulas(year):
        scores[formula.place] = _roll_up(formula, scores, figures)
    return scores


def _leaf(place: Place, figures: Figures) -> Score:
    stated = figures.get(place)
    if stated is not None:
        return Score(place, State.KNOWN, as_fraction(stated), stated, (), None)
    state = State.UNANSWERED if place in figures else State.UNKNOWN
    return Score(place, state, None, None, (), None)


def _roll_up(formula: Formula, scores: Mapping[Place, Score], figures: Figures) -> Score:
    stated = figures.get(formula.place)
    for recipe in formula.recipes:
        if parts := usable_parts(recipe, scores):
            exact = rounded_by(_whole(recipe, parts), formula)
            return Score(formula.place, State.KNOWN, exact, stated, parts, formula.decimals)
    if stated is not None:
        return Score(formula.place, State.KNOWN, as_fraction(stated), stated, (), formula.decimals)
    return Score(formula.place, _empty_state(formula, scores), None, None, (), formula.decimals)


def usable_parts(recipe: Recipe, scores: Mapping[Place, Score]) -> tuple[Part, ...]:
    """The parts with their shares if none is unknown; in a mean, parts that nobody answered do not count."""
    found = tuple([Part(scores[place], share) for place, share in recipe.parts])
    if not [part for part in found if part.score.exact is None]:
        return found
    if any(part.score.state is State.UNKNOWN for part in found):
        return ()
    answered = [part for part in found if part.score.state is State.KNOWN]
    return tuple(Part(part.score, Fraction(1, len(answered))) for part in answered) if recipe.is_mean else ()


def _whole(recipe: Recipe, parts: Sequence[Part]) -> Fraction:
    """What the parts make together; the mean of equal shares is the quicker sum."""
    if recipe.is_mean:
        value = mean([exactly(part.score) for part in parts])
        assert value is not None  # noqa: S101 - `usable_parts` found some
        return value
    return weighted_sum([(part.share, exactly(part.score)) for part in parts])


def exactly(score: Score) -> Fraction:
    """The value of a known score, before it is shown."""
    assert score.exact is not None  # noqa: S101 - `usable_parts` lets only known scores through
    return score.exact


def rounded_by(exact: Fraction, formula: Formula) -> Fraction:
    """A value as the formula carries it on: rounded where the year says so."""
    return exact if formula.decimals is None else as_fraction(half_up(exact, formula.decimals))


def _empty_state(formula: Formula, scores: Mapping[Place, Score]) -> State:
    states = {scores[place].state for recipe in formula.recipes for place, _ in recipe.parts}
    return State.UNANSWERED if states == {State.UNANSWERED} else State.UNKNOWN

"""What would lift the level: the fewest questions and items that reach it.

The result of a plan is computed by `what_if`. The search before it only adds up shares that the result's own parts
carry, and asks `judge_level` about gates.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import lcm

from msgspec import structs

from prongsai.rulebook.disclosure_scoring import COMPLETE
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place, instrument_place
from prongsai.rulebook.formulas import formulas, leaves
from prongsai.rulebook.gaps import missing_places
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, Level
from prongsai.rulebook.level_judging import Standing, judge_level
from prongsai.rulebook.overall_scoring import AgencyResult, Score, score_agency
from prongsai.rulebook.rolling_up import exactly
from prongsai.rulebook.rounding import half_up
from prongsai.rulebook.supposing import FULL, given_figures, held_figures, what_if

FAMILIES = ((Instrument.IIT,), (*EIT_PARTS, Instrument.EIT), (Instrument.OIT,))
"""Instruments that the same questions or items make: no question or item counts in two families."""

Gains = tuple[int, ...]
"""What lifts add to each instrument of a family, in a common fraction of a point."""

_Set = tuple[Gains, tuple[int, ...]]
"""Lifts by their index, with what they add together."""


@dataclass(frozen=True, slots=True)
class Lift:
    """Something to raise: a question wherever its score is low, an item, or an indicator of which no parts are known.

    `adds` is what it adds to the total after those before it in the plan; `None` where the total is not known.
    """

    element: str
    places: tuple[Place, ...]
    raise_to: Decimal
    adds: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LiftPlan:
    """The fewest lifts that reach the target; if it is out of reach, all there are, and the figures it waits for."""

    target: Level
    reached: bool
    lifts: tuple[Lift, ...]
    result: AgencyResult
    missing: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Choice:
    """Some lifts of a family, the scores of its instruments with them, and their points of the total."""

    lifts: tuple[Lift, ...]
    scores: Mapping[str, Decimal | None]
    points: Fraction


def least_lift(result: AgencyResult, *, reach: Decimal = FULL, target_level: Level | None = None) -> LiftPlan:
    """The fewest questions, raised to `reach`, and missed items, completed, that reach the next (or a given) level.

    Of several sets of that size the one with the larger total, then the one that comes first in the year's order.
    """
    target = target_level or _next_level(result)
    if _reaches(result, target):
        return LiftPlan(target, reached=True, lifts=(), result=result, missing=())
    base = _with_held(result)
    lifts = tuple(_possible_lifts(result, base, reach))
    if _reaches(what_if(result, _raised(lifts)), target):
        for fewest in _candidates(result, base, lifts, target):
            if _reaches(what_if(result, _raised(fewest)), target):
                return _plan(result, base, fewest, target)
    return _plan(result, base, lifts, target)


def _with_held(result: AgencyResult) -> AgencyResult:
    """The result with every figure that moves by its parts computed from them."""
    held = held_figures(result, [formula.place for formula in formulas(result.year)])
    return score_agency(result.year, {**held, **given_figures(result)})


def _next_level(result: AgencyResult) -> Level:
    levels = result.year.levels
    held = len(levels) if result.level.level is None else levels.index(result.level.level)
    return levels[max(held - 1, 0)]


def _reaches(result: AgencyResult, target: Level) -> bool:
    levels = result.year.levels
    return result.level.level is not None and levels.index(result.level.level) <= levels.index(target)


def _raised(lifts: Iterable[Lift]) -> dict[Place, Decimal]:
    return {place: lift.raise_to for lift in lifts for place in lift.places}


def _plan(result: AgencyResult, base: AgencyResult, lifts: Iterable[Lift], target: Level) -> LiftPlan:
    """Put lifts in order of effect; what each adds is what the rulebook makes of it and those before it."""
    shares = _leaf_shares(base.score(TOTAL))
    ordered = sorted(lifts, key=lambda lift: -_gain(base, shares, lift))
    before, shown = result, []
    for count, lift in enumerate(ordered, start=1):
        after = what_if(result, _raised(ordered[:count]))
        adds = None if after.total is None or before.total is None else after.total - before.total
        shown.append(replace(lift, adds=adds))
        before = after
    reached = _reaches(before, target)
    return LiftPlan(target, reached, tuple(shown), before, () if reached else _missing(before, target))


def _missing(result: AgencyResult, target: Level) -> tuple[Place, ...]:
    """What the target still asks of figures of which no parts are known; without a total, whatever it waits for."""
    if result.total is None:
        return missing_places(result)
    gates = result.level.readings[result.year.levels.index(target)].gates
    names = [gate.condition.of for gate in gates if gate.standing is not Standing.HOLDS]
    places = [TOTAL if name == "total" else instrument_place(Instrument(name)) for name in names]
    return tuple(place for place in places if not result.score(place).is_computed)


def _possible_lifts(result: AgencyResult, base: AgencyResult, reach: Decimal) -> Iterator[Lift]:
    """One for each question, item or else figure that the instruments are made of; held figures cannot be raised."""
    year, named = result.year, set(leaves(result.year))
    places: dict[str, list[Place]] = {}
    for instrument in (instrument for family in FAMILIES for instrument in family):
        for place in _leaf_shares(base.scores.get(instrument_place(instrument))):
            if place.code != INSTRUMENT_CODE and result.score(place).exact is not None:
                found = places.setdefault(place.code if place in named else str(place), [])
                found += [place] if place not in found else []
    for element, where in places.items():
        raise_to = COMPLETE if element in year.items else reach
        low = tuple(place for place in where if _exact(base, place) < raise_to)
        if low:
            yield Lift(element, low, raise_to)


def _leaf_shares(score: Score | None) -> dict[Place, Fraction]:
    """The figures that a score comes from in the end, each by one way, with its share; nothing between is rounded."""
    if score is None or score.exact is None:
        return {}
    if not score.parts:
        return {score.place: Fraction(1)}
    shares: dict[Place, Fraction] = {}
    for part in score.parts:
        for place, share in _leaf_shares(part.score).items():
            shares[place] = part.share * share
    return shares


def _exact(result: AgencyResult, place: Place) -> Fraction:
    return result.score(place).exact or Fraction(0)


def _gain(base: AgencyResult, shares: Mapping[Place, Fraction], lift: Lift) -> Fraction:
    rises = (shares.get(place, 0) * (Fraction(lift.raise_to) - _exact(base, place)) for place in lift.places)
    return sum(rises, Fraction(0))


def _candidates(
    result: AgencyResult, base: AgencyResult, lifts: Sequence[Lift], target: Level
) -> Iterator[tuple[Lift, ...]]:
    """Join one choice of each family so that the total's gate holds too; the fewest lifts first.

    Within a family the choice with most points of its size is enough: whatever it is joined with, no other gives the
    total more.
    """
    iit, eit, oit = (_choices(result, base, family, lifts, target) for family in FAMILIES)
    for size in range(len(lifts)):
        joined = [
            (one, two, oit[size - first - second])
            for first, one in iit.items()
            for second, two in eit.items()
            if size - first - second in oit
        ]
        best = max(joined, key=lambda choices: sum(choice.points for choice in choices), default=())
        if best and _total_holds(base, best, target):
            yield tuple(lift for choice in best for lift in choice.lifts)


def _choices(
    result: AgencyResult, base: AgencyResult, family: Iterable[Instrument], lifts: Iterable[Lift], target: Level
) -> dict[int, _Choice]:
    """By number of lifts, the choice with which the family's own gates hold and the total gets most points."""
    scores = [score for name in family if (score := base.scores.get(instrument_place(name))) is not None]
    shares = [_leaf_shares(score) for score in scores]
    gains = {lift: [_gain(base, share, lift) for share in shares] for lift in lifts}
    mine = [lift for lift in lifts if any(gains[lift])]
    unit = lcm(*(gain.denominator for lift in mine for gain in gains[lift]))
    whole = [tuple(int(gain * unit) for gain in gains[lift]) for lift in mine]
    found = {}
    for size, front in enumerate(_fronts(whole, width=len(scores))):
        choices = (
            _choice(base, scores, [mine[index] for index in chosen], [Fraction(gain, unit) for gain in total])
            for total, chosen in front
        )
        holding = [choice for choice in choices if _gates_hold(result, choice, target)]
        if holding:
            found[size] = max(holding, key=lambda choice: choice.points)
    return found


def _fronts(gains: Sequence[Gains], *, width: int) -> list[list[_Set]]:
    """For each size, the sets of that size which no other set of it equals or beats everywhere.

    Exact: gains add up, so a set that is beaten stays beaten whatever joins both. With one instrument a single set
    remains, that of the largest gains; with both EIT parts, those that trade one part for the other.
    """
    fronts: list[list[_Set]] = [[((0,) * width, ())]]
    for index, gain in enumerate(gains):
        longer = [
            [(tuple(map(int.__add__, total, gain)), (*chosen, index)) for total, chosen in front] for front in fronts
        ]
        fronts = [_unbeaten([*old, *new]) for old, new in zip([*fronts, []], [[], *longer], strict=True)]
    return fronts


def _unbeaten(sets: Iterable[_Set]) -> list[_Set]:
    kept: list[_Set] = []
    for total, chosen in sorted(sets, key=lambda entry: entry[0], reverse=True):
        if not any(all(map(int.__ge__, other, total)) for other, _ in kept):
            kept.append((total, chosen))
    return kept


def _choice(base: AgencyResult, scores: Iterable[Score], lifts: Iterable[Lift], gains: Iterable[Fraction]) -> _Choice:
    raised = {score.place: _with_gain(score, gain) for score, gain in zip(scores, gains, strict=True)}
    total = base.score(TOTAL).parts
    points = [part.share * exactly(raised[place]) for part in total if (place := part.score.place) in raised]
    values = {str(place): score.value for place, score in raised.items()}
    return _Choice(tuple(lifts), values, sum(points, Fraction(0)))


def _with_gain(score: Score, gain: Fraction) -> Score:
    """The instrument's score when its parts give it so much more, rounded as the year says."""
    if not score.parts:
        return score
    parts = sum((part.share * exactly(part.score) for part in score.parts), gain)
    return _rounded(score, parts)


def _rounded(score: Score, exact: Fraction) -> Score:
    return structs.replace(score, exact=exact if score.decimals is None else Fraction(half_up(exact, score.decimals)))


def _total_holds(base: AgencyResult, choices: Iterable[_Choice], target: Level) -> bool:
    total = base.score(TOTAL)
    if total.is_computed:
        total = _rounded(total, sum((choice.points for choice in choices), Fraction(0)))
    gates = [condition.at_least for condition in target.conditions if condition.of == TOTAL.code]
    return total.value is not None and all(total.value >= gate for gate in gates)


def _gates_hold(result: AgencyResult, choice: _Choice, target: Level) -> bool:
    """Whether the target's gates on these instruments hold, all others being perfect.

    Of an instrument that is not known, and does not follow from EIT, the gate is taken to hold: raising all lifts has
    shown that it does, and `least_lift` looks again.
    """
    unknown = {name for name in choice.scores if result.instruments[Instrument(name)] is None}
    scores: dict[str, Decimal | None] = {**dict.fromkeys(Instrument, FULL), **choice.scores}
    scores |= dict.fromkeys(unknown, None)
    reading = judge_level(result.year, scores).readings[result.year.levels.index(target)]
    later = {TOTAL.code, *(unknown if scores["EIT"] is None or "EIT" not in choice.scores else ())}
    return reading.standing is not Standing.FAILS and all(
        gate.standing is Standing.HOLDS for gate in reading.gates if gate.condition.of not in later
    )

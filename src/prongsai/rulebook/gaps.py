"""Which figures are missing: the fewest that would have to be given to compute and judge everything above them."""

from collections.abc import Iterator

from prongsai.rulebook.evidence import TOTAL, Place, instrument_place
from prongsai.rulebook.formulas import Formula, formulas
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.overall_scoring import AgencyResult, State


def missing_places(result: AgencyResult) -> tuple[Place, ...]:
    """Unknown figures, the highest ones under which nothing is known; then instruments that the level waits for."""
    by_place = {formula.place: formula for formula in formulas(result.year)}
    found = dict.fromkeys(_below(TOTAL, result, by_place))
    found |= dict.fromkeys(_gates(result, by_place))
    return tuple(found)


def _below(place: Place, result: AgencyResult, by_place: dict[Place, Formula]) -> Iterator[Place]:
    score = result.score(place)
    children = _children(place, result, by_place)
    something_below = any(_known_below(child, result, by_place) for child in children)
    if score.state is State.UNKNOWN and not something_below:
        yield place
    elif something_below:
        for child in children:
            yield from _below(child, result, by_place)


def _children(place: Place, result: AgencyResult, by_place: dict[Place, Formula]) -> list[Place]:
    """The parts that made the score, else those of the recipe of which most is known."""
    made_of = result.score(place).parts
    if made_of:
        return [part.score.place for part in made_of]
    formula = by_place.get(place)
    if formula is None:
        return []
    ways = [[part for part, _ in recipe.parts] for recipe in formula.recipes]
    return max(ways, key=lambda parts: sum(_known_below(part, result, by_place) for part in parts))


def _known_below(place: Place, result: AgencyResult, by_place: dict[Place, Formula]) -> bool:
    if result.score(place).state is not State.UNKNOWN:
        return True
    return any(_known_below(child, result, by_place) for child in _children(place, result, by_place))


def _gates(result: AgencyResult, by_place: dict[Place, Formula]) -> Iterator[Place]:
    """Instruments that an open level waits for and of which nothing at all is known."""
    for level in result.level.open_levels:
        for condition in level.conditions:
            if condition.of != "total":
                place = instrument_place(Instrument(condition.of))
                if not _known_below(place, result, by_place):
                    yield place

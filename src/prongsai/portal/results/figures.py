"""A published figure as the areas hand it around: pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Figure:
    """A score at its place; `n` of `population` people answered where that is known."""

    place: Place
    score: Decimal | None
    n: int | None = None
    population: int | None = None


def scores_by_place(figures: Iterable[Figure]) -> dict[Place, Decimal | None]:
    """The figures as the rulebook takes them."""
    return {figure.place: figure.score for figure in figures}


def place_from(instrument: str, code: str) -> Place:
    """The place from the two columns that keep it."""
    return Place(Instrument(instrument) if instrument else None, code)


def columns_of(place: Place) -> tuple[str, str]:
    """The two columns that keep a place."""
    return ("" if place.instrument is None else place.instrument.value), place.code

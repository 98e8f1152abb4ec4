"""How many people answered of how many, spread from instruments to their questions: pure."""

from collections.abc import Iterable

from prongsai.portal.results.figures import Figure
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import YearInstrument

Turnout = tuple[int | None, int | None]
"""Answered, of how many there are; `None` where not known."""


def spread_turnout(year: YearInstrument, figures: Iterable[Figure]) -> dict[Place, Turnout]:
    """Stated counts by place; questions and the indicators of one part take those of their instrument."""
    stated = {f.place: (f.n, f.population) for f in figures if f.n is not None or f.population is not None}
    spread: dict[Place, Turnout] = {}
    for part, survey in year.survey_by_part.items():
        whole = stated.get(instrument_place(part))
        if whole is not None:
            in_part = part if len(survey.parts) > 1 else None
            for question in survey.questions:
                spread[Place(part, question.code)] = whole
                spread[indicator_place(question.indicator, in_part)] = whole
    return spread | {place: _filled(own, spread.get(place)) for place, own in stated.items()}


def _filled(own: Turnout, whole: Turnout | None) -> Turnout:
    n, population = own
    if whole is None:
        return own
    return (whole[0] if n is None else n, whole[1] if population is None else population)

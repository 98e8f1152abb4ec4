"""The interval of a change from what is known of who answered. Pure."""

from collections.abc import Mapping
from decimal import Decimal

from prongsai.portal.plans.effect import Interval, NoiseReader
from prongsai.portal.results.turnout import Turnout
from prongsai.rulebook.comparing import Change, Comparison
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.instrument import Instrument
from prongsai.statistics.differences import change_against_noise
from prongsai.statistics.intervals import Measured

NOBODY: Turnout = (None, None)


def noise_reader(
    comparison: Comparison, *, before: Mapping[Place, Turnout], now: Mapping[Place, Turnout]
) -> NoiseReader:
    """Reads a change's interval; disclosure is counted whole, so there a change is exact."""

    def read(change: Change) -> Interval | None:
        if change.delta is None or change.before is None or change.now is None:
            return None
        if _is_disclosure(comparison, change.place):
            return Interval(change.delta, change.delta)
        difference = change_against_noise(
            _measured(change.before, before.get(_was(comparison, change.place), NOBODY)),
            _measured(change.now, now.get(change.place, NOBODY)),
        )
        if difference.low is None or difference.high is None:
            return None
        return Interval(difference.low, difference.high)

    return read


def _measured(score: Decimal, turnout: Turnout) -> Measured:
    n, population = turnout
    return Measured(score, n or None, population)


def _was(comparison: Comparison, place: Place) -> Place:
    """The place in the year before: a question may have had another code."""
    crosswalk = comparison.now.year.crosswalk
    links = {link.code: link.was for link in crosswalk.questions} if crosswalk else {}
    return Place(place.instrument, links.get(place.code) or place.code)


def _is_disclosure(comparison: Comparison, place: Place) -> bool:
    if place.code.isdigit() and place.instrument is None:
        return comparison.now.year.indicators[int(place.code)].instrument is Instrument.OIT
    return place.instrument is Instrument.OIT

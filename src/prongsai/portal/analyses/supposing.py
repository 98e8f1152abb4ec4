"""What would lift the level: the figures that can be moved, what was moved, and what comes of it. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from prongsai.portal.results.scorecard.level_reasons import LevelReasons, explain_level
from prongsai.portal.results.scorecard.names import indicator_name, instrument_name, item_title, place_name
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import INSTRUMENT_CODE, TOTAL, Place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.lifting import Lift, LiftPlan, least_lift
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.supposing import places_below, what_if
from prongsai.sheets.numbers import read_decimal

FULL = Decimal(100)
REACHES = (Decimal(100), Decimal(98), Decimal(95))


@dataclass(frozen=True, slots=True)
class Slider:
    """A figure that can be moved: where it is now and where it was moved to."""

    name: str
    place: Place
    code: str
    title: str
    now: Decimal
    value: Decimal
    is_item: bool

    @property
    def is_moved(self) -> bool:
        """Whether it stands elsewhere than the result has it."""
        return self.now != self.value


@dataclass(frozen=True, slots=True)
class SliderGroup:
    """Sliders of one instrument."""

    key: str
    title: str
    sliders: tuple[Slider, ...]

    @property
    def moved(self) -> int:
        """How many were moved."""
        return sum(slider.is_moved for slider in self.sliders)


@dataclass(frozen=True, slots=True)
class Moved:
    """An instrument or the total before and after."""

    code: str
    name: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of the moved figures."""

    moved: int
    lines: tuple[Moved, ...]
    level_before: LevelReasons
    level: LevelReasons


@dataclass(frozen=True, slots=True)
class LiftLine:
    """One step of the least set."""

    name: str
    scores: tuple[tuple[str, Decimal], ...]
    raise_to: Decimal
    adds: Decimal | None
    is_item: bool


@dataclass(frozen=True, slots=True)
class LeastSet:
    """The fewest questions and items that reach the next level; `query` puts them on the sliders."""

    target: str
    at_top: bool
    reached: bool
    reach: Decimal
    lines: tuple[LiftLine, ...]
    total: Decimal | None
    missing: tuple[str, ...]
    query: str


def slider_groups(result: AgencyResult, asked: Mapping[str, str]) -> tuple[SliderGroup, ...]:
    """Everything that can be moved, by instrument: the known figures under which nothing is known."""
    sliders = [_slider(result, place, asked) for place in _movable(result)]
    keys = dict.fromkeys(_group_of(result.year, slider.place) for slider in sliders)
    return tuple(
        SliderGroup(
            str(key),
            f"{key} {instrument_name(key)}",
            tuple(s for s in sliders if _group_of(result.year, s.place) == key),
        )
        for key in keys
    )


def suppose(result: AgencyResult, groups: Sequence[SliderGroup]) -> Outcome:
    """Let the rulebook compute the result with what was moved."""
    changes = {slider.place: slider.value for group in groups for slider in group.sliders if slider.is_moved}
    after = what_if(result, changes) if changes else result
    return Outcome(len(changes), tuple(_moved(result, after)), explain_level(result), explain_level(after))


def least_set(result: AgencyResult, reach: Decimal) -> LeastSet:
    """Ask the rulebook for the fewest lifts."""
    plan = least_lift(result, reach=reach)
    return LeastSet(
        target=pick(plan.target.label, plan.target.label_en),
        at_top=result.level.level == result.year.levels[0],
        reached=plan.reached,
        reach=reach,
        lines=tuple(_lift_line(result, lift) for lift in plan.lifts),
        total=plan.result.total,
        missing=tuple(place_name(result.year, place) for place in plan.missing),
        query=_query(plan, reach),
    )


def read_reach(text: str) -> Decimal:
    """How far a question can be raised; 100 where nothing sensible was asked."""
    asked = read_decimal(text)
    return asked if asked in REACHES else FULL


def _movable(result: AgencyResult) -> Iterator[Place]:
    known = {place for place, score in result.scores.items() if score.value is not None and place != TOTAL}
    for place in result.scores:
        if place in known and not places_below(result.year, [place]) & known:
            yield place


def _slider(result: AgencyResult, place: Place, asked: Mapping[str, str]) -> Slider:
    now = result.score(place).value
    assert now is not None  # noqa: S101 - only known figures are movable
    name, is_item = _name(place), place.code in result.year.items
    wanted = read_decimal(asked.get(name, ""))
    value = wanted if wanted is not None and wanted <= FULL else now
    code, title = _told(result.year, place)
    return Slider(name, place, code, title, now, FULL if is_item and value else value, is_item)


def _told(year: YearInstrument, place: Place) -> tuple[str, str]:
    if place.code in year.items:
        return place.code.upper(), item_title(year.items[place.code])
    if place.code == INSTRUMENT_CODE and place.instrument is not None:
        return place.instrument.value, instrument_name(place.instrument)
    if place.code.isdecimal():
        return place.code, indicator_name(year, int(place.code))
    question = year.question(place.instrument, place.code) if place.instrument else None
    return place.code, pick(question.topic_th, question.topic_en) if question else place_name(year, place)


def _group_of(year: YearInstrument, place: Place) -> Instrument:
    return place.instrument or year.indicators[int(place.code)].instrument


def _moved(before: AgencyResult, after: AgencyResult) -> Iterator[Moved]:
    yield Moved("", _("คะแนนรวม"), before.total, after.total)
    for instrument in before.year.weights:
        place = instrument_place(instrument)
        name = instrument_name(instrument)
        yield Moved(instrument.value, name, before.score(place).value, after.score(place).value)


def _lift_line(result: AgencyResult, lift: Lift) -> LiftLine:
    place = lift.places[0]
    code, title = _told(result.year, place)
    scores = [(str(p.instrument or ""), value) for p in lift.places if (value := result.score(p).value) is not None]
    return LiftLine(f"{code} {title}", tuple(scores), lift.raise_to, lift.adds, place.code in result.year.items)


def _query(plan: LiftPlan, reach: Decimal) -> str:
    moved = {_name(place): f"{lift.raise_to:f}" for lift in plan.lifts for place in lift.places}
    return urlencode({"reach": f"{reach:f}", **moved})


def _name(place: Place) -> str:
    return f"{place.instrument or 'all'}-{place.code}"

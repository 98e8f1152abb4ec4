"""What a result says by rule: strengths, weaknesses, gates at risk, and the advice on questions below the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from prongsai.rulebook.comparing import Comparable, Comparison
from prongsai.rulebook.evidence import Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument, Question, Recommendation, YearInstrument
from prongsai.rulebook.level_judging import GateReading, Standing
from prongsai.rulebook.overall_scoring import AgencyResult


class Kind(Enum):
    """The rule that found a finding."""

    HIGHEST = "highest"
    LOWEST = "lowest"
    RISEN = "risen"
    FALLEN = "fallen"
    BELOW_TARGET = "below target"
    GATE_MISSED = "gate missed"
    GATE_NEAR = "gate near"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the figures show; `reference` is what `value` was held against (a year before, target, gate)."""

    kind: Kind
    place: Place
    value: Decimal
    reference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class QuestionAdvice:
    """A question that scored below its instrument, in the parts where it did, with the year's advice."""

    question: Question
    recommendation: Recommendation
    scores: tuple[tuple[Place, Decimal], ...]


def find_strengths(result: AgencyResult, comparison: Comparison | None = None) -> tuple[Finding, ...]:
    """The highest indicators, then those that rose; a rise over a break does not count."""
    highest = _extremes(result, Kind.HIGHEST)
    return (*highest, *_moved(comparison, Kind.RISEN))


def find_weaknesses(result: AgencyResult, comparison: Comparison | None = None) -> tuple[Finding, ...]:
    """The lowest indicators (unless all are equal), those that fell, and whatever is below the year's target."""
    lowest = _extremes(result, Kind.LOWEST)
    return (*lowest, *_moved(comparison, Kind.FALLEN), *_below_target(result))


def find_gates(result: AgencyResult) -> tuple[Finding, ...]:
    """Gates of the next higher level that are missed, nearest first; then the held level's nearest if all are known.

    A gate that an unknown score cannot hold is not named: there is no score to name.
    """
    readings = result.level.readings
    held = next((i for i, reading in enumerate(readings) if reading.level == result.level.level), None)
    if held is None:
        return ()
    next_up = readings[held - 1].gates if held else ()
    missed = [gate for gate in next_up if gate.standing is Standing.FAILS and gate.value is not None]
    kept = readings[held].gates
    nearest = sorted(kept, key=_distance)[:1] if all(gate.value is not None for gate in kept) else []
    return (
        *(_gate(gate, Kind.GATE_MISSED) for gate in sorted(missed, key=_distance, reverse=True)),
        *(_gate(gate, Kind.GATE_NEAR) for gate in nearest),
    )


def advise_on_questions(result: AgencyResult) -> tuple[QuestionAdvice, ...]:
    """Advice for each question that scored below its own instrument or part, or below the target."""
    found: dict[str, list[tuple[Place, Decimal]]] = {}
    for part, survey in result.year.survey_by_part.items():
        for question in survey.questions:
            place = Place(part, question.code)
            value = result.score(place).value
            if value is not None and _is_weak(result, place, value):
                found.setdefault(question.code, []).append((place, value))
    return tuple(_advice(result.year, code, tuple(scores)) for code, scores in found.items())


def _is_weak(result: AgencyResult, place: Place, value: Decimal) -> bool:
    assert place.instrument is not None  # noqa: S101 - questions have one
    rest = result.score(instrument_place(place.instrument)).value
    return not result.reaches_target(place) or (rest is not None and value < rest)


def _advice(year: YearInstrument, code: str, scores: tuple[tuple[Place, Decimal], ...]) -> QuestionAdvice:
    question = next(q for survey in year.surveys for q in survey.questions if q.code == code)
    return QuestionAdvice(question, year.recommendations[code], scores)


def _extremes(result: AgencyResult, kind: Kind) -> Iterator[Finding]:
    known = {number: value for number, value in result.indicators.items() if value is not None}
    if len(set(known.values())) < 2:  # noqa: PLR2004 - all alike: none stands out
        return
    edge = max(known.values()) if kind is Kind.HIGHEST else min(known.values())
    for number, value in known.items():
        if value == edge:
            yield Finding(kind, indicator_place(number), value)


def _moved(comparison: Comparison | None, kind: Kind) -> Iterable[Finding]:
    if comparison is None:
        return ()
    sign = 1 if kind is Kind.RISEN else -1
    moved = [
        (change.delta * sign, Finding(kind, place, change.now, change.before))
        for number in comparison.now.year.indicators
        if (change := comparison.change(place := indicator_place(number))) is not None
        and change.comparable is not Comparable.NO
        and change.now is not None
        and change.delta is not None
    ]
    return [finding for size, finding in sorted(moved, key=lambda pair: -pair[0]) if size > 0]


def _below_target(result: AgencyResult) -> Iterator[Finding]:
    target = result.year.round.target
    places = [instrument_place(i) for i in Instrument if instrument_place(i) in result.scores]
    for place in (*places, *map(indicator_place, result.year.indicators)):
        value = result.score(place).value
        if value is not None and not result.reaches_target(place):
            yield Finding(Kind.BELOW_TARGET, place, value, target)


def _distance(gate: GateReading) -> Decimal:
    assert gate.distance is not None  # noqa: S101 - `find_gates` passes gates with a score only
    return gate.distance


def _gate(gate: GateReading, kind: Kind) -> Finding:
    name = gate.condition.of
    place = Place(None, "total") if name == "total" else instrument_place(Instrument(name))
    assert gate.value is not None  # noqa: S101 - `find_gates` passes gates with a score only
    return Finding(kind, place, gate.value, gate.condition.at_least)

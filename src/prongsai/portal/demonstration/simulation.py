"""Draws answers and verdicts as they might come in; the rulebook scores them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from prongsai.portal.results.figures import Figure
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import TOTAL, AnswerTally, Counts, Figures, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import Instrument, Question, Survey, YearInstrument
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.survey_scoring import score_answers

STAFF = {
    "subdistrict-organisation": (28, 70),
    "subdistrict-municipality": (45, 120),
    "town-municipality": (110, 260),
    "city-municipality": (320, 620),
    "provincial-organisation": (280, 520),
}
YES_NO = 2
SECOND_PART_RESPONDENTS = 48
SECOND_PART_IS_STRICTER = 0.012
YEARLY_GAIN = (0.0, 0.014, 0.02)
UNLIKE_THEMSELVES = 0.5
"""How far from their own place among all respondents people answer a single question."""

HEADCOUNTS = (Instrument.IIT, Instrument.EIT1, Instrument.EIT2)


@dataclass(frozen=True, slots=True)
class AgencyMood:
    """How good people find an agency (0 to 1), how careful it is with its items, how many people it has."""

    inside: float
    outside: float
    carelessness: float
    staff: int
    clients: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many answered, of how many."""

    n: int
    population: int


def drawn_mood(dice: Random, agency_type: str) -> AgencyMood:
    """An agency's own level, kept over the years."""
    inside = min(0.97, max(0.68, dice.gauss(0.885, 0.06)))
    return AgencyMood(
        inside=inside,
        outside=min(0.96, max(0.66, inside + dice.gauss(-0.015, 0.025))),
        carelessness=max(0.0, dice.gauss(0.01, 0.08)),
        staff=dice.randint(*STAFF[agency_type]),
        clients=dice.randint(900, 9000),
    )


@dataclass(frozen=True, slots=True)
class SimulatedYear:
    """What came in: how many answered, how many of them chose each option, and which items were complete."""

    turnouts: dict[Instrument, Turnout]
    tally: AnswerTally
    verdicts: dict[str, bool]


def simulate_year(year: YearInstrument, mood: AgencyMood, dice: Random, passed: int) -> SimulatedYear:
    """Draw a year of an agency."""
    turnouts = _turnouts(mood, dice)
    tally: dict[Place, Counts] = {}
    for part, survey in year.survey_by_part.items():
        tally |= _answers(part, survey, _level(part, mood, passed), turnouts[part].n, dice)
    return SimulatedYear(turnouts, tally, _verdicts(year, mood, dice, passed))


def figures_of(year: YearInstrument, simulated: SimulatedYear) -> Iterator[Figure]:
    """Question scores, item verdicts, and the instruments, indicators and total that follow from them."""
    tally = simulated.tally
    scores = score_answers(year, tally) | score_verdicts(year, simulated.verdicts)
    for place, score in scores.items():
        yield Figure(place, score, int(sum(tally[place])) if place in tally else None)
    yield from _rolled_up(year, scores, simulated.turnouts)


def deal_answers(year: YearInstrument, part: Instrument, tally: AnswerTally, dice: Random) -> list[dict[str, int]]:
    """One filled-in form for each respondent, so that together they are the tally: who is content is so throughout."""
    survey = year.survey_by_part[part]
    columns = {q.code: _dealt(tally[Place(part, q.code)], q.reversed, dice) for q in survey.questions}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _dealt(counts: Counts, is_reversed: bool, dice: Random) -> list[int]:  # noqa: FBT001 - of the question
    """Option numbers, rather the worst for the first respondents and the best for the last."""
    options = [number for number, many in enumerate(counts, 1) for _ in range(int(many))]
    worst_first = sorted(options, reverse=is_reversed)
    places = sorted(range(len(options)), key=lambda place: place + dice.gauss(0, UNLIKE_THEMSELVES * len(options)))
    return [option for _, option in sorted(zip(places, worst_first, strict=True))]


def _rolled_up(year: YearInstrument, scores: Figures, turnouts: dict[Instrument, Turnout]) -> Iterator[Figure]:
    result = score_agency(year, scores)
    for instrument in (*HEADCOUNTS, Instrument.OIT):
        turnout = turnouts.get(instrument)
        place = instrument_place(instrument)
        counts = (turnout.n, turnout.population) if turnout else (None, None)
        yield Figure(place, result.score(place).value, *counts)
    for number in year.indicators:
        yield Figure(indicator_place(number), result.indicators[number])
    yield Figure(TOTAL, result.total)


def _turnouts(mood: AgencyMood, dice: Random) -> dict[Instrument, Turnout]:
    answered = max(20, round(mood.staff * dice.uniform(0.55, 0.98)))
    return {
        Instrument.IIT: Turnout(min(answered, mood.staff), mood.staff),
        Instrument.EIT1: Turnout(dice.randint(90, 260), mood.clients),
        Instrument.EIT2: Turnout(SECOND_PART_RESPONDENTS, mood.clients),
    }


def _level(part: Instrument, mood: AgencyMood, passed: int) -> float:
    level = mood.inside if part is Instrument.IIT else mood.outside
    stricter = SECOND_PART_IS_STRICTER if part is Instrument.EIT2 else 0.0
    return level + YEARLY_GAIN[passed] - stricter


def _answers(part: Instrument, survey: Survey, level: float, people: int, dice: Random) -> AnswerTally:
    return {
        Place(part, question.code): _counts(
            survey, question, _question_level(question, survey, level, dice), people, dice
        )
        for question in survey.questions
    }


def _question_level(question: Question, survey: Survey, level: float, dice: Random) -> float:
    """Each question has its own ease; nearly nobody reports bribes, and not everybody has used an online service."""
    level += dice.gauss(0.0, 0.018)
    if len(survey.scale_of(question).options) == YES_NO:
        level = 1 - (1 - level) * 0.25 if question.reversed else level - 0.1
    return min(0.998, max(0.4, level))


def _counts(survey: Survey, question: Question, level: float, people: int, dice: Random) -> tuple[int, ...]:
    """How many chose each option as printed: the better the level, the further up they answer."""
    steps = len(survey.scale_of(question).options) - 1
    chosen = Counter(sum(dice.random() < level for _ in range(steps)) for _ in range(people))
    rising = tuple(chosen[option] for option in range(steps + 1))
    return rising[::-1] if question.reversed else rising


def _verdicts(year: YearInstrument, mood: AgencyMood, dice: Random, passed: int) -> dict[str, bool]:
    chance = mood.carelessness * (1.0, 0.7, 0.5)[passed]
    return {code: dice.random() >= chance for code in year.items}

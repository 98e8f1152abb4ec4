"""The lines of the page's tables: instruments, indicators, questions, items."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.portal.results.figures import Figure
from prongsai.portal.results.scorecard.changes import ChangeMark, ChangeReader
from prongsai.portal.results.scorecard.names import indicator_name, instrument_name, item_title
from prongsai.portal.surveys.queries import LEAST_TO_SHOW
from prongsai.portal.ui.language import pick
from prongsai.rulebook.evidence import INSTRUMENT_CODE, Place, indicator_place, instrument_place
from prongsai.rulebook.instrument import EIT_PARTS, Instrument, Survey, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult
from prongsai.rulebook.planning import item_costs

COMPLETE = 100


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A score with its name; `weight` in per cent of the total, `n` of `population` answered, where known."""

    code: str
    name: str
    value: Decimal | None
    change: ChangeMark | None
    below_target: bool
    weight: Decimal | None = None
    n: int | None = None
    population: int | None = None
    instrument: str = ""
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question with its score in each part it was asked in."""

    code: str
    topic: str
    indicator: int
    scores: tuple[ScoreLine, ...]
    is_weak: bool


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """The questions of one questionnaire, where any is known."""

    instrument: str
    name: str
    parts: tuple[str, ...]
    lines: tuple[QuestionLine, ...]

    @property
    def compares(self) -> bool:
        """Whether any question has the year before beside it."""
        return any(score.change is not None for line in self.lines for score in line.scores)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A disclosure item: whether it was complete, and what it is worth in points of the total."""

    code: str
    title: str
    sub_indicator: str
    complete: bool
    points: Decimal


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes lines from a scored year, its changes and what is known about who answered."""

    scored: AgencyResult
    changes: ChangeReader
    figures: Mapping[Place, Figure]

    @property
    def year(self) -> YearInstrument:
        """The year's rules."""
        return self.scored.year

    def instruments(self) -> Iterator[ScoreLine]:
        """IIT, EIT with its parts, OIT, as the year has them."""
        for instrument in (Instrument.IIT, Instrument.EIT, *EIT_PARTS, Instrument.OIT):
            place = instrument_place(instrument)
            if place in self.scored.scores:
                yield self._line(place, instrument.value, instrument_name(instrument), instrument)

    def withheld(self) -> Iterator[Place]:
        """The parts whose questions are not told because few answered."""
        told = {place.instrument for place in self.figures if place.code != INSTRUMENT_CODE}
        for place in map(instrument_place, self.year.survey_by_part):
            n = self.figures[place].n if place in self.figures else None
            if place.instrument not in told and n is not None and 0 < n < LEAST_TO_SHOW:
                yield place

    def indicators(self) -> Iterator[ScoreLine]:
        """The ten indicators."""
        for number, indicator in self.year.indicators.items():
            name = indicator_name(self.year, number)
            yield self._line(indicator_place(number), str(number), name, indicator.instrument)

    def questions(self, weak: Iterable[str]) -> Iterator[QuestionTable]:
        """A table for each questionnaire of which a question is known; `weak` are codes with advice."""
        weak_codes = frozenset(weak)
        for survey in self.year.surveys:
            lines = tuple(self._question_lines(survey, weak_codes))
            if any(score.value is not None for line in lines for score in line.scores):
                name = instrument_name(survey.instrument)
                yield QuestionTable(survey.instrument.value, name, tuple(part.value for part in survey.parts), lines)

    def items(self) -> Iterator[ItemLine]:
        """The items with a verdict, in order."""
        costs = item_costs(self.year)
        for code, item in self.year.items.items():
            value = self.scored.score(Place(Instrument.OIT, code)).value
            if value is not None:
                yield ItemLine(
                    code.upper(), item_title(item), item.sub_indicator, value == COMPLETE, costs[code].points
                )

    def _question_lines(self, survey: Survey, weak: frozenset[str]) -> Iterator[QuestionLine]:
        for question in survey.questions:
            topic = pick(question.topic_th, question.topic_en)
            scores = tuple(
                self._line(Place(part, question.code), question.code, part.value, part) for part in survey.parts
            )
            yield QuestionLine(question.code, topic, question.indicator, scores, question.code in weak)

    def _line(self, place: Place, code: str, name: str, instrument: Instrument) -> ScoreLine:
        value = self.scored.score(place).value
        figure = self.figures.get(place)
        share = self.year.weights.get(instrument) if place.code == "instrument" else None
        return ScoreLine(
            code=code,
            name=name,
            value=value,
            change=self.changes.mark(place),
            below_target=self.scored.reaches_target(place) is False,
            weight=None if share is None else share * 100,
            n=None if figure is None else figure.n,
            population=None if figure is None else figure.population,
            instrument=instrument.value,
            is_part=instrument in EIT_PARTS,
        )

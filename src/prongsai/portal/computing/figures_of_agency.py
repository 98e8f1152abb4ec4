"""What one agency's answers and verdicts come to: counted by `surveys` and `disclosures`, scored by the rulebook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from prongsai.assessing.sureness import Respondents, Sureness, sureness_of
from prongsai.portal.disclosures.assessing.queries import verdicts
from prongsai.portal.disclosures.assessing.verdicts import known
from prongsai.portal.results.figures import Figure, columns_of
from prongsai.portal.rounds.facts import ParticipationLine, RoundFacts
from prongsai.portal.rounds.queries import instrument_of
from prongsai.portal.surveys.queries import LEAST_TO_SHOW, answer_counts, tally_with_spreads
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import Place, instrument_place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency
from prongsai.rulebook.survey_flow import Questionnaire, questionnaire_of
from prongsai.rulebook.survey_scoring import score_answers
from prongsai.tallying.columns import AnswerColumn, answer_columns

FigureRow = list[str | int | None]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An agency's figures with what follows from them; `open_items` have no verdict yet."""

    figures: tuple[Figure, ...]
    result: AgencyResult
    sureness: Sureness | None
    short_parts: tuple[Instrument, ...]
    open_items: int

    @property
    def rows(self) -> list[FigureRow]:
        """The figures as they are kept: instrument, code, score, answers, population."""
        return [
            [*columns_of(one.place), None if one.score is None else str(one.score), one.n, one.population]
            for one in self.figures
        ]


def questionnaires_of(year: YearInstrument) -> dict[Instrument, Questionnaire]:
    """The year's questionnaires by part."""
    return {part: questionnaire_of(year, part) for part in year.survey_by_part}


def reckon(
    facts: RoundFacts, agency: ParticipationLine, questionnaires: Mapping[Instrument, Questionnaire]
) -> Reckoned:
    """Count and score an agency; at most ten queries.

    Of a part that few answered the figures have its own score and no question's: one person's would be her answers.
    Raises `StillCountingError` before the counting of the round is closed.
    """
    year, found = instrument_of(facts), verdicts(facts, agency.agency_id)
    answers = answer_counts(facts.id, [agency.agency_id]).get(agency.agency_id, {})
    counted, spreads = tally_with_spreads(facts, agency.agency_id, questionnaires, _columns_of(year))
    asked = score_answers(year, counted)
    audited = score_verdicts(year, known(found))
    result = score_agency(year, {**asked, **audited})
    respondents = {
        part: Respondents(answers.get(part, 0), _people(agency, part), spread) for part, spread in spreads.items()
    }
    return Reckoned(
        figures=(
            *(
                _asked(agency, place, score, answers)
                for place, score in asked.items()
                if place.instrument and answers.get(place.instrument, 0) >= LEAST_TO_SHOW
            ),
            *(Figure(place, score) for place, score in audited.items()),
            *(
                _asked(agency, instrument_place(part), result.instruments[part], answers)
                for part in year.survey_by_part
                if part in answers
            ),
        ),
        result=result,
        sureness=sureness_of(result, respondents),
        short_parts=tuple(_short(agency, answers)),
        open_items=sum(verdict.is_complete is None for verdict in found.values()),
    )


def _asked(agency: ParticipationLine, place: Place, score: Decimal | None, answers: Mapping[Instrument, int]) -> Figure:
    """A score with how many answered of how many; more answers than people leave the number unknown."""
    part = place.instrument
    assert part is not None  # noqa: S101 - a question's or an instrument's
    n, people = answers.get(part, 0), _people(agency, part)
    return Figure(place, score, n, people if people is not None and n <= people else None)


def _people(agency: ParticipationLine, part: Instrument) -> int | None:
    return agency.staff if part is Instrument.IIT else agency.clients


@lru_cache(maxsize=8)
def _columns_of(year: YearInstrument) -> dict[Instrument, tuple[AnswerColumn, ...]]:
    """What each line of a part's questionnaire stands for, in the order in which choices are packed."""
    columns = {column.code: column for column in answer_columns(year)}
    return {
        part: tuple(columns[line.key] for line in questionnaire.lines)
        for part, questionnaire in questionnaires_of(year).items()
    }


def _short(agency: ParticipationLine, answers: Mapping[Instrument, int]) -> Iterator[Instrument]:
    """The parts with fewer answers than the minimum; where the minimum is not known nothing is said."""
    for part, sample in agency.minimums.items():
        if sample.minimum is not None and answers.get(part, 0) < sample.minimum:
            yield part

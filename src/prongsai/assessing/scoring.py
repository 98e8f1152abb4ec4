"""Scores every agency of a round by the rulebook, and says how sure each total is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from msgspec import Struct

from prongsai.assessing.agency_row import AgencyRow
from prongsai.assessing.sureness import Respondents, Sureness, sureness_of
from prongsai.rulebook.disclosure_scoring import score_verdicts
from prongsai.rulebook.evidence import AnswerTally, Place
from prongsai.rulebook.instrument import Instrument, YearInstrument
from prongsai.rulebook.overall_scoring import score_agency
from prongsai.rulebook.sampling import minimum_sample
from prongsai.rulebook.survey_scoring import score_answers
from prongsai.tallying.counted_form import CountedForm, group_tallies
from prongsai.tallying.group_tally import GroupTally

AGENCIES_A_STEP = 1000


class QuestionLine(Struct, frozen=True, gc=False):
    """A question's score with how many answered it; a struct, because a nation has hundreds of thousands."""

    place: Place
    answers: int | Decimal
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """An agency's year; `respondents` by instrument, `short` are the instruments that fewer answered than must."""

    agency: AgencyRow
    total: Decimal | None
    level: str | None
    instruments: Mapping[Instrument, Decimal | None]
    indicators: Mapping[int, Decimal | None]
    sureness: Sureness | None
    respondents: Mapping[Instrument, int]
    short: tuple[Instrument, ...]
    more_than_people: tuple[Instrument, ...]
    has_verdicts: bool
    questions: tuple[QuestionLine, ...]


def score_agencies(
    year: YearInstrument,
    agencies: Sequence[AgencyRow],
    forms: Sequence[CountedForm],
    verdicts: Mapping[str, Mapping[str, bool]],
    *,
    tell: Callable[[int], None] = lambda _: None,
) -> Iterator[Outcome]:
    """One outcome after the other, in the order of `agencies`; `tell` hears now and then how many are done."""
    groups: dict[str, list[GroupTally]] = {}
    for group in group_tallies(forms):
        groups.setdefault(group.agency, []).append(group)
    for done, agency in enumerate(agencies, start=1):
        yield _outcome(year, agency, groups.get(agency.code, []), verdicts.get(agency.code, {}))
        if done % AGENCIES_A_STEP == 0:
            tell(done)


def _outcome(
    year: YearInstrument, agency: AgencyRow, groups: Sequence[GroupTally], verdicts: Mapping[str, bool]
) -> Outcome:
    counts: AnswerTally = {place: counted for group in groups for place, counted in group.counts.items()}
    questions = score_answers(year, counts)
    result = score_agency(year, questions | score_verdicts(year, verdicts))
    respondents = {group.part: group.respondents for group in groups}
    return Outcome(
        agency=agency,
        total=result.total,
        level=result.level.label,
        instruments=result.instruments,
        indicators=result.indicators,
        sureness=sureness_of(result, {group.part: _respondents(agency, group) for group in groups}),
        respondents=respondents,
        short=tuple(part for part in year.survey_by_part if _is_short(year, part, agency, respondents.get(part, 0))),
        more_than_people=tuple(group.part for group in groups if _is_over(agency, group)),
        has_verdicts=bool(verdicts),
        questions=tuple(_question_lines(questions, counts)),
    )


def _question_lines(scores: Mapping[Place, Decimal | None], counts: AnswerTally) -> Iterator[QuestionLine]:
    """Questions that the file asks; of one with lines as many answered as answered its most answered line."""
    most = {place: sum(counted) for place, counted in counts.items() if "." not in place.code}
    for place, counted in counts.items():
        if "." in place.code:
            whole = Place(place.instrument, place.code.partition(".")[0])
            most[whole] = max(most.get(whole, 0), sum(counted))
    for place, answers in most.items():
        yield QuestionLine(place, answers, scores[place])


def _respondents(agency: AgencyRow, group: GroupTally) -> Respondents:
    assert group.spread is not None  # noqa: S101 - asked for when a round is counted
    return Respondents(group.respondents, _people(agency, group.part), group.spread)


def _is_over(agency: AgencyRow, group: GroupTally) -> bool:
    people = _people(agency, group.part)
    return people is not None and group.respondents > people


def _is_short(year: YearInstrument, part: Instrument, agency: AgencyRow, respondents: int) -> bool:
    asked = minimum_sample(year, part, agency_type=agency.type, size=agency.size, population=_people(agency, part))
    return asked.minimum is not None and respondents < asked.minimum


def _people(agency: AgencyRow, part: Instrument) -> int | None:
    return agency.staff if part is Instrument.IIT else agency.clients

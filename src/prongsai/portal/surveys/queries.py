"""Reads surveys: how many answered, and what they answered once counted. Nothing here reads a single answer."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from django.db.models import Count, Q

from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.surveys.marks import as_typed, digest, signed_number
from prongsai.portal.surveys.models import AccessCode, Answer, SentForm, Source, Standing, SurveyLink
from prongsai.rulebook.evidence import AnswerTally, Place
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import EMPTY, Questionnaire
from prongsai.tallying.columns import AnswerColumn
from prongsai.tallying.group_tally import Spread
from prongsai.tallying.own_scores import spread_of

Group = TypeVar("Group", bound=Hashable)

LEAST_TO_SHOW = 10
"""Fewer answers than these are told neither of a unit apart nor question by question."""

COUNTING = (Standing.COUNTED, Standing.TO_REVIEW)


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """Whose survey an address opens."""

    code: str
    round_id: int
    agency_id: int
    part: Instrument


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many codes were made for a unit (`None`: the whole agency) and how many are spent."""

    unit_id: int | None
    made: int
    spent: int


def find_link(code: str) -> LinkFacts | None:
    """The survey behind a short address; one query."""
    row = SurveyLink.objects.filter(code=code.lower()).values_list("code", "round_id", "agency_id", "part").first()
    return None if row is None else LinkFacts(row[0], row[1], row[2], Instrument(row[3]))


def free_link(wanted: str) -> str:
    """A short address that no survey has: the one wanted, else with the next number behind it."""
    taken = set(SurveyLink.objects.filter(code__startswith=wanted).values_list("code", flat=True))
    return next(code for number in count(1) if (code := wanted if number == 1 else f"{wanted}{number}") not in taken)


def find_code(code: str) -> LinkFacts | None:
    """The staff survey that a one-time code opens, spent or not; one query."""
    rows = AccessCode.objects.filter(digest=digest("code", as_typed(code)))
    row = rows.values_list("round_id", "agency_id").first()
    return None if row is None else LinkFacts(as_typed(code), row[0], row[1], Instrument.IIT)


def links_of(round_id: int, agency_id: int) -> dict[Instrument, LinkFacts]:
    """The addresses of an agency's surveys; one query."""
    rows = SurveyLink.objects.filter(round_id=round_id, agency_id=agency_id).values_list("code", "part")
    return {Instrument(part): LinkFacts(code, round_id, agency_id, Instrument(part)) for code, part in rows}


def is_counted(receipt: str) -> bool:
    """Whether the form of a receipt was counted; a forged receipt never was. At most one query."""
    number = signed_number(receipt)
    return number is not None and SentForm.objects.filter(number=number).exists()


def answer_counts(round_id: int, agency_ids: Iterable[int] | None = None) -> dict[int, dict[Instrument, int]]:
    """How many answers count, by agency and part; one query."""
    rows = Answer.objects.filter(round_id=round_id, standing__in=COUNTING)
    if agency_ids is not None:
        rows = rows.filter(agency_id__in=list(agency_ids))
    counted: dict[int, dict[Instrument, int]] = {}
    for agency_id, part, many in rows.values_list("agency_id", "part").annotate(many=Count("pk")).order_by():
        counted.setdefault(agency_id, {})[Instrument(part)] = many
    return counted


def late_interviews(round_id: int) -> dict[int, int]:
    """Interviews by agency that came when the phase was over and wait for the office; one query."""
    late = Answer.objects.filter(round_id=round_id, source=Source.INTERVIEW, standing=Standing.SET_ASIDE)
    return dict(late.values_list("agency_id").annotate(many=Count("pk")).order_by())


def unit_counts(round_id: int, agency_id: int) -> dict[int, int]:
    """How many staff answered in each unit that can be shown apart; one query."""
    rows = Answer.objects.filter(round_id=round_id, agency_id=agency_id, standing__in=COUNTING, unit__isnull=False)
    counted = rows.values_list("unit_id").annotate(many=Count("pk")).order_by()
    by_unit = {unit_id: many for unit_id, many in counted if unit_id is not None}
    return {unit_id: by_unit[unit_id] for unit_id in shown_apart(by_unit)}


def shown_apart(counts: Mapping[Group, int]) -> set[Group]:
    """The groups whose number may be shown beside the sum of all: large enough, and so is what is left of the sum."""
    shown = {group for group, many in counts.items() if many >= LEAST_TO_SHOW}
    while shown and shown != counts.keys():
        if sum(many for group, many in counts.items() if group not in shown) >= LEAST_TO_SHOW:
            break
        shown.remove(min(shown, key=lambda group: counts[group]))
    return shown


def code_counts(round_id: int, agency_id: int) -> list[CodeCount]:
    """One-time codes by unit; one query."""
    rows = AccessCode.objects.filter(round_id=round_id, agency_id=agency_id).values_list("unit_id")
    counted = rows.annotate(made=Count("pk"), spent=Count("pk", filter=Q(is_spent=True))).order_by("unit_id")
    return [CodeCount(unit_id, made, spent) for unit_id, made, spent in counted]


class StillCountingError(RuntimeError):
    """Answers may still come or go, so that two tallies could differ by a single one (ADR 17)."""


def refuse_while_counting(round: RoundFacts) -> None:  # noqa: A002 - the area's own word
    """Raise `StillCountingError` before the counting of a round is closed."""
    if round.counting_closed_on is None:
        raise StillCountingError(f"{round.slug}: close the counting before anything is tallied")


def tally(
    round: RoundFacts,  # noqa: A002
    agency_id: int,
    questionnaires: Mapping[Instrument, Questionnaire],
) -> AnswerTally:
    """The agency's answers counted by line and option; one query a part. Nothing for a part without answers.

    Raises `StillCountingError` before the counting of the round is closed.
    """
    return tally_with_spreads(round, agency_id, questionnaires, {})[0]


def tally_with_spreads(
    round: RoundFacts,  # noqa: A002
    agency_id: int,
    questionnaires: Mapping[Instrument, Questionnaire],
    columns: Mapping[Instrument, Sequence[AnswerColumn]],
) -> tuple[AnswerTally, dict[Instrument, Spread]]:
    """The tally, and how far the respondents' own scores lie apart in the parts of which `columns` are given.

    One query a part. Raises `StillCountingError` before the counting of the round is closed.
    """
    refuse_while_counting(round)
    counted: dict[Place, tuple[int, ...]] = {}
    spreads: dict[Instrument, Spread] = {}
    for part, questionnaire in questionnaires.items():
        rows = Answer.objects.filter(round_id=round.id, agency_id=agency_id, part=part.value, standing__in=COUNTING)
        packed = list(rows.values_list("choices", flat=True).order_by())
        if packed:
            counted |= count_choices(questionnaire, packed)
        if part in columns and (spread := spread_of(columns[part], packed)):
            spreads[part] = spread
    return counted, spreads


def count_choices(questionnaire: Questionnaire, packed: Iterable[str]) -> dict[Place, tuple[int, ...]]:
    """Packed answers counted by line and option; no query."""
    columns = zip(questionnaire.lines, zip(*packed, strict=True), strict=True)
    return {Place(questionnaire.part, line.key): _chosen(Counter(marks), len(line.options)) for line, marks in columns}


def _chosen(marks: Counter[str], options: int) -> tuple[int, ...]:
    marks.pop(EMPTY, None)
    return tuple(marks[str(option)] for option in range(1, options + 1))

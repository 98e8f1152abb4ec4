"""Reads how a round's surveys get on: counts by agency, part and day; never a single answer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, Sum

from prongsai.portal.agencies.naming import searchable
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.surveys.models import Answer, Standing
from prongsai.portal.surveys.queries import COUNTING, LEAST_TO_SHOW, count_choices, refuse_while_counting
from prongsai.portal.surveys.watching.models import CountedPart, Counting, ShortReminder
from prongsai.rulebook.evidence import AnswerTally
from prongsai.rulebook.instrument import Instrument
from prongsai.rulebook.survey_flow import Questionnaire
from prongsai.statistics.pace import Prospect

LINES_ON_A_PAGE = 50
CHUNK = 5000


@dataclass(frozen=True, slots=True)
class RawCount:
    """Answers of an agency's survey: those that count, those among them to review, those of the last days."""

    answers: int
    to_review: int
    recent: int


@dataclass(frozen=True, slots=True)
class PartTotal:
    """A part over many agencies, perhaps of one province; `minimum` sums those `known`, `None` if none is."""

    part: Instrument
    province: str
    answers: int
    minimum: int | None
    agencies: int
    known: int
    reached: int
    short: int

    @property
    def percent(self) -> int | None:
        """Agencies that reached their minimum, of those that have one."""
        return self.reached * 100 // self.known if self.known else None


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """Answers of an agency's survey on a day that wait for the office's word."""

    agency_id: int
    agency_code: str
    name_th: str
    name_en: str
    part: Instrument
    day: date
    answers: int


@dataclass(frozen=True, slots=True)
class AgencyPartTally:
    """An agency's survey counted by line and option."""

    agency_code: str
    part: Instrument
    answers: int
    counts: AnswerTally


def raw_counts(round_id: int, *, since: date, until: date) -> dict[tuple[int, Instrument], RawCount]:
    """Every agency's surveys, from the answers; `recent` from `since` to the day before `until`. One query."""
    counts, recent = Q(standing__in=COUNTING), Q(day__gte=since, day__lt=until)
    rows = Answer.objects.filter(round_id=round_id).values_list("agency_id", "part")
    counted = rows.annotate(
        answers=Count("pk", filter=counts),
        to_review=Count("pk", filter=Q(standing=Standing.TO_REVIEW)),
        recent=Count("pk", filter=counts & recent),
    ).order_by()
    return {(agency_id, Instrument(part)): RawCount(*numbers) for agency_id, part, *numbers in counted}


def counted_at(round_id: int) -> datetime | None:
    """When the round was counted last; one query."""
    return Counting.objects.filter(round_id=round_id).values_list("counted_at", flat=True).first()


def totals(round_id: int) -> list[PartTotal]:
    """Each part over all agencies; one query."""
    return _totals(CountedPart.objects.filter(round_id=round_id).values("part").order_by("part"))


def province_totals(round_id: int) -> list[PartTotal]:
    """Each part by province; one query."""
    rows = CountedPart.objects.filter(round_id=round_id)
    return _totals(rows.values("part", "agency__province").order_by("agency__province", "part"))


def _totals(rows: QuerySet[CountedPart, Any]) -> list[PartTotal]:
    counted = rows.annotate(
        total=Sum("answers"),
        least=Sum("minimum"),
        agencies=Count("pk"),
        known=Count("minimum"),
        reached=Count("pk", filter=Q(prospect=Prospect.REACHED)),
        short=Count("pk", filter=Q(prospect__in=[Prospect.SHORT, Prospect.MISSED])),
    )
    found = [
        PartTotal(
            part=Instrument(row["part"]),
            province=row.get("agency__province", ""),
            answers=row["total"],
            minimum=row["least"],
            agencies=row["agencies"],
            known=row["known"],
            reached=row["reached"],
            short=row["short"],
        )
        for row in counted
    ]
    in_order = list(Instrument)
    return sorted(found, key=lambda total: (total.province, in_order.index(total.part)))


def counted_parts(
    round_id: int, *, words: str = "", province: str = "", part: str = "", prospect: str = "", page: object = 1
) -> Page[CountedPart]:
    """A page of agencies' surveys in the Thai order in which they were counted, narrowed; three queries."""
    rows = CountedPart.objects.filter(round_id=round_id).prefetch_related("agency").order_by("id")
    narrowed = {"agency__province": province, "part": part, "prospect": prospect}
    rows = rows.filter(**{name: value for name, value in narrowed.items() if value})
    if words:
        rows = rows.filter(agency__search_text__contains=searchable(words))
    return Paginator(rows, LINES_ON_A_PAGE).get_page(page)  # type: ignore[arg-type]  # any text is taken


def short_parts(round_id: int, *, since: date) -> Iterator[tuple[int, list[CountedPart]]]:
    """Agencies that will miss a minimum that is theirs to reach and were not told after `since`; one query."""
    told = ShortReminder.objects.filter(round_id=round_id, day__gt=since).values("agency_id")
    rows = CountedPart.objects.filter(round_id=round_id, prospect=Prospect.SHORT).exclude(part=Instrument.EIT2)
    ordered = rows.exclude(agency_id__in=told).select_related("agency").order_by("agency_id", "part")
    for agency_id, parts in groupby(ordered, key=lambda row: row.agency_id):
        yield agency_id, list(parts)


def review_groups(round_id: int, *, page: object = 1) -> Page[ReviewGroup]:
    """What waits for review, largest first; one query."""
    rows = Answer.objects.filter(round_id=round_id, standing=Standing.TO_REVIEW)
    grouped = rows.values_list("agency_id", "agency__code", "agency__name_th", "agency__name_en", "part", "day")
    counted = grouped.annotate(many=Count("pk")).order_by("-many", "agency_id", "part", "day")
    groups = [
        ReviewGroup(agency_id, code, name_th, name_en, Instrument(part), day, many)
        for agency_id, code, name_th, name_en, part, day, many in counted
    ]
    return Paginator(groups, LINES_ON_A_PAGE).get_page(page)  # type: ignore[arg-type]  # any text is taken


def tallies(
    round: RoundFacts,  # noqa: A002 - the area's own word
    questionnaires: Mapping[Instrument, Questionnaire],
) -> Iterator[AgencyPartTally]:
    """Each agency's survey with ten answers or more that count, agency by agency; one query, fetched in chunks.

    Raises `StillCountingError` before the counting of the round is closed.
    """
    refuse_while_counting(round)
    return _tallies(round.id, questionnaires)


def _tallies(round_id: int, questionnaires: Mapping[Instrument, Questionnaire]) -> Iterator[AgencyPartTally]:
    rows = Answer.objects.filter(round_id=round_id, standing__in=COUNTING).order_by("agency_id", "part")
    found = rows.values_list("agency__code", "part", "choices").iterator(CHUNK)
    for (code, part), group in groupby(found, key=lambda row: row[:2]):
        packed = [choices for _, _, choices in group]
        if len(packed) >= LEAST_TO_SHOW and Instrument(part) in questionnaires:
            yield _tally(code, questionnaires[Instrument(part)], packed)


def _tally(code: str, questionnaire: Questionnaire, packed: Iterable[str]) -> AgencyPartTally:
    packed = list(packed)
    return AgencyPartTally(code, questionnaire.part, len(packed), count_choices(questionnaire, packed))

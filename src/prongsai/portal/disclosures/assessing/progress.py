"""How far the marking is, agency by agency."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Count

from prongsai.portal.agencies.naming import searchable
from prongsai.portal.disclosures.assessing.queries import BLIND, CURRENT
from prongsai.portal.disclosures.models import ConflictOfInterest, Disclosure, Mark, Objection, ObjectionState, SeatKind
from prongsai.portal.rounds.facts import RoundFacts
from prongsai.portal.ui.language import pick

LINES_ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """An agency: how many items were given, how many each assessor has marked, what waits for a decision.

    `first` and `second` are `None` where nobody has the place.
    """

    agency_code: str
    agency_name: str
    province: str
    given: int
    first: int | None
    second: int | None
    has_adjudicator: bool
    open_objections: int


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A tie as the office sees it."""

    person: str
    place: str
    reason: str


def progress_of(facts: RoundFacts, *, words: str = "", page: str | None = None) -> Page[ProgressLine]:
    """A page of the agencies whose answers are confirmed, in Thai order; six queries."""
    rows = Disclosure.objects.filter(round_id=facts.id, confirmed_copy__isnull=False)
    if words:
        rows = rows.filter(agency__search_text__contains=searchable(words))
    rows = rows.select_related("agency", "confirmed_copy").prefetch_related("seatings")
    found = Paginator(rows.order_by("agency__sort_key", "id"), LINES_ON_A_PAGE).get_page(page)
    lines = _lines(list(found))
    return Page(lines, found.number, cast("Paginator[ProgressLine]", found.paginator))


def conflict_lines() -> list[ConflictLine]:
    """Every tie; one query."""
    rows = ConflictOfInterest.objects.select_related("person", "agency")
    return [
        ConflictLine(
            row.person.display_name,
            row.province if row.agency is None else pick(row.agency.name_th, row.agency.name_en),
            row.reason,
        )
        for row in rows
    ]


def _lines(rows: list[Disclosure]) -> list[ProgressLine]:
    ids = [row.pk for row in rows]
    marked: defaultdict[tuple[int, str], int] = defaultdict(int)
    marks = Mark.objects.filter(CURRENT, seating__disclosure_id__in=ids, seating__kind__in=BLIND).order_by()
    for disclosure, kind, many in marks.values_list("seating__disclosure_id", "seating__kind").annotate(Count("id")):
        marked[disclosure, kind] = many
    waiting = Objection.objects.filter(disclosure_id__in=ids, state=ObjectionState.OPEN)
    objections = Counter(waiting.values_list("disclosure_id", flat=True))
    return [_line(row, marked, objections[row.pk]) for row in rows]


def _line(row: Disclosure, marked: defaultdict[tuple[int, str], int], objections: int) -> ProgressLine:
    seated = {seating.kind for seating in row.seatings.all()}
    items = row.confirmed_copy.contents["items"] if row.confirmed_copy else []
    return ProgressLine(
        agency_code=row.agency.code,
        agency_name=pick(row.agency.name_th, row.agency.name_en),
        province=row.agency.province,
        given=sum(bool(one["urls"] or one["explanation"] or one["not_applicable"]) for one in items),
        first=marked[row.pk, SeatKind.FIRST] if SeatKind.FIRST in seated else None,
        second=marked[row.pk, SeatKind.SECOND] if SeatKind.SECOND in seated else None,
        has_adjudicator=SeatKind.ADJUDICATOR in seated,
        open_objections=objections,
    )

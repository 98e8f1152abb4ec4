"""Reads computations and what they came to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet

from prongsai.assessing.sureness import Sureness
from prongsai.portal.agencies.naming import searchable
from prongsai.portal.computing.models import Computation, ComputedResult
from prongsai.portal.computing.rankings import Candidate
from prongsai.portal.results.standing import Ranks, ranks_from
from prongsai.portal.ui.language import pick

LINES_ON_A_PAGE = 50
ORDERS = {
    "name": ("agency__sort_key", "id"),
    "total": (F("total").desc(nulls_last=True), "agency__sort_key", "id"),
}


@dataclass(frozen=True, slots=True)
class ComputationFacts:
    """A computation of a round and how far it is; times are aware."""

    id: int
    round_id: int
    edition: int
    is_final: bool
    reason: str
    agencies: int
    done: int
    published: int
    started_at: datetime
    finished_at: datetime | None
    is_to_publish: bool
    published_at: datetime | None

    @property
    def percent(self) -> int:
        """How much is computed, 0 to 100."""
        return 100 if not self.agencies else self.done * 100 // self.agencies


@dataclass(frozen=True, slots=True)
class ComputedLine:
    """An agency's computed result; `before` is its total in the edition before, `changed` whether that differs."""

    agency_code: str
    agency_name: str
    province: str
    total: Decimal | None
    level: str
    level_certain: bool
    short_parts: tuple[str, ...]
    open_items: int
    before: Decimal | None
    changed: bool
    sureness: Sureness | None
    ranks: Ranks | None


def computations_of(round_id: int) -> list[ComputationFacts]:
    """Every computation of a round, newest first; one query."""
    rows = Computation.objects.filter(round_id=round_id).annotate(
        done=Count("results"), published=Count("results", filter=Q(results__is_published=True))
    )
    rows = rows.order_by("-edition")
    return [_facts(row) for row in rows]


def waiting_computations() -> list[int]:
    """The computations that are not finished, or not published though they are to be; one query."""
    waits = Q(finished_at=None) | Q(is_to_publish=True, published_at=None)
    return list(Computation.objects.filter(waits).order_by("id").values_list("id", flat=True))


def candidates_of(computation_id: int) -> list[Candidate]:
    """Every computed total with what it is ranked by; one query."""
    rows = ComputedResult.objects.filter(computation_id=computation_id).order_by()
    columns = ("agency_id", "agency__type", "agency__province", "total", "total_low", "total_high", "short_parts")
    return [
        Candidate(agency_id, kind, province, total, low, high, bool(short))
        for agency_id, kind, province, total, low, high, short in rows.values_list(*columns)
    ]


def results_of(
    now: ComputationFacts, before: ComputationFacts | None, *, words: str, page: str | None, order: str = "name"
) -> Page[ComputedLine]:
    """A page of an edition's results in one of `ORDERS`, beside the edition before; three queries."""
    rows = ComputedResult.objects.filter(computation_id=now.id).select_related("agency")
    if words:
        rows = rows.filter(agency__search_text__contains=searchable(words))
    found = Paginator(rows.order_by(*ORDERS.get(order, ORDERS["name"])), LINES_ON_A_PAGE).get_page(page)
    earlier = _totals(before, [row.agency_id for row in found])
    lines = [_line(row, earlier) for row in found]
    return Page(lines, found.number, cast("Paginator[ComputedLine]", found.paginator))


def count_changed(now: ComputationFacts, before: ComputationFacts) -> int:
    """How many agencies' totals or levels differ between two editions; two queries."""
    earlier = {agency: (total, level) for agency, total, level in _outcomes(before.id)}
    return sum(earlier.get(agency) != (total, level) for agency, total, level in _outcomes(now.id))


def _outcomes(computation_id: int) -> Iterator[tuple[int, Decimal | None, str]]:
    rows: QuerySet[ComputedResult] = ComputedResult.objects.filter(computation_id=computation_id).order_by()
    yield from rows.values_list("agency_id", "total", "level").iterator()


def _totals(before: ComputationFacts | None, agencies: list[int]) -> dict[int, Decimal | None]:
    if before is None:
        return {}
    rows = ComputedResult.objects.filter(computation_id=before.id, agency_id__in=agencies)
    return dict(rows.values_list("agency_id", "total"))


def _facts(row: Computation) -> ComputationFacts:
    return ComputationFacts(
        id=row.pk,
        round_id=row.round_id,
        edition=row.edition,
        is_final=row.is_final,
        reason=row.reason,
        agencies=row.agencies,
        done=row.done,  # type: ignore[attr-defined]  # annotated above
        published=row.published,  # type: ignore[attr-defined]
        started_at=row.started_at,
        finished_at=row.finished_at,
        is_to_publish=row.is_to_publish,
        published_at=row.published_at,
    )


def _line(row: ComputedResult, earlier: dict[int, Decimal | None]) -> ComputedLine:
    before = earlier.get(row.agency_id)
    return ComputedLine(
        agency_code=row.agency.code,
        agency_name=pick(row.agency.name_th, row.agency.name_en),
        province=row.agency.province,
        total=row.total,
        level=row.level,
        level_certain=row.level_certain,
        short_parts=tuple(row.short_parts),
        open_items=row.open_items,
        before=before,
        changed=row.agency_id in earlier and before != row.total,
        sureness=row.sureness,
        ranks=ranks_from(row.ranks),
    )

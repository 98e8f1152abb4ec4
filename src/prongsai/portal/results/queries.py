"""Reads results: the published ones, and for the agency itself also those that it keeps."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from prongsai.portal.agencies.queries import narrowed
from prongsai.portal.results.figures import Figure, place_from, scores_by_place
from prongsai.portal.results.models import Origin, PublishedResult, StatedFigure, StoredResult
from prongsai.portal.results.turnout import Turnout, spread_turnout
from prongsai.rulebook.evidence import Place
from prongsai.rulebook.loading import UnknownYearError, load_year
from prongsai.rulebook.overall_scoring import AgencyResult, score_agency

__all__ = [
    "ORDERS",
    "PublishedResult",
    "PublishedYear",
    "ResultFilter",
    "StoredYear",
    "Summary",
    "count_figures",
    "every_figure",
    "history_of",
    "list_results",
    "newest_year",
    "published_agencies",
    "published_provinces",
    "published_year",
    "published_years",
    "respondents",
    "results_of",
    "scored_years",
    "stored_years",
    "summarise",
    "years_of",
]
"""The table is named here for annotations in other areas only."""

CHUNK = 2000
ORDERS = {
    "name": ("agency__is_fictional", "agency__sort_key", "agency_id"),
    "total": ("agency__is_fictional", F("total").desc(nulls_last=True), "agency__sort_key", "agency_id"),
}
"""No agency that was made up stands before a real one."""


@dataclass(frozen=True, slots=True)
class ResultFilter:
    """What the list is narrowed to; empty means everything, no year means each agency's newest result."""

    words: str = ""
    province: str = ""
    type: str = ""
    year: int | None = None
    order: str = "name"


@dataclass(frozen=True, slots=True)
class Summary:
    """How many results were found, how many have a total, how many of those reached their year's target."""

    results: int
    with_total: int
    reached_target: int
    fictional: int

    @property
    def without_total(self) -> int:
        """Results whose total is not known."""
        return self.results - self.with_total

    @property
    def share_reached(self) -> Decimal | None:
        """Per cent of the results with a total, one decimal."""
        if not self.with_total:
            return None
        return round(Decimal(100 * self.reached_target) / self.with_total, 1)


@dataclass(frozen=True, slots=True)
class PublishedYear:
    """A published result with the figures behind it."""

    result: PublishedResult
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class StoredYear:
    """The result that stands for a year in the agency's own rooms: its own one, else the published one."""

    result: StoredResult
    figures: tuple[Figure, ...]

    @property
    def is_own(self) -> bool:
        """Whether the agency keeps it for itself."""
        return self.result.origin == Origin.BROUGHT

    @property
    def scored(self) -> AgencyResult:
        """Scored by the rules that it was stored under."""
        year = load_year(self.result.year, revision=self.result.instrument_revision)
        return score_agency(year, scores_by_place(self.figures))


def list_results(wanted: ResultFilter) -> QuerySet[PublishedResult]:
    """Results with their agencies: those of a year, or each agency's newest."""
    found = PublishedResult.objects.select_related("agency").filter(_matches(wanted))
    if wanted.year is None:
        newer = PublishedResult.objects.filter(agency=OuterRef("agency"), year__gt=OuterRef("year"))
        found = found.filter(~Exists(newer))
    return found.order_by(*ORDERS.get(wanted.order, ORDERS["name"]))


def summarise(results: QuerySet[PublishedResult]) -> Summary:
    """Count what a list holds, in one query."""
    counts = results.order_by().aggregate(
        results=Count("pk"),
        with_total=Count("pk", filter=Q(total__isnull=False)),
        reached_target=Count("pk", filter=Q(reached_target=True)),
        fictional=Count("pk", filter=Q(agency__is_fictional=True)),
    )
    return Summary(**counts)


def published_provinces() -> list[str]:
    """The provinces whose agencies have published results, in Thai order of the text."""
    named = PublishedResult.objects.exclude(agency__province="").order_by("agency__province")
    return list(named.values_list("agency__province", flat=True).distinct())


def published_years() -> list[int]:
    """Fiscal years with published results, newest first."""
    return list(PublishedResult.objects.order_by("-year").values_list("year", flat=True).distinct())


def newest_year(agency_code: str) -> int | None:
    """The newest year that an agency has a result of."""
    years = PublishedResult.objects.filter(agency__code=agency_code).order_by("-year").values_list("year", flat=True)
    return years.first()


def history_of(agency_code: str, *, up_to: int) -> tuple[PublishedYear, ...]:
    """An agency's results until a year, oldest first, with all their figures: two queries."""
    results = (
        PublishedResult.objects.filter(agency__code=agency_code, year__lte=up_to)
        .select_related("agency")
        .prefetch_related("figures")
        .order_by("year")
    )
    return tuple(PublishedYear(result, tuple(map(_as_figure, result.figures.all()))) for result in results)


def years_of(agency_code: str) -> list[int]:
    """All years that an agency has results of, newest first."""
    years = PublishedResult.objects.filter(agency__code=agency_code).order_by("-year")
    return list(years.values_list("year", flat=True))


def results_of(agency_id: int) -> list[PublishedResult]:
    """An agency's results, newest first; one query."""
    return list(PublishedResult.objects.filter(agency_id=agency_id).order_by("-year"))


def published_agencies() -> QuerySet[PublishedResult, int]:
    """The numbers of the agencies that have results, as a part of another query."""
    return PublishedResult.objects.order_by().values_list("agency_id", flat=True)


def every_figure(year: int | None = None) -> Iterator[StatedFigure]:
    """All published figures with result and agency, in order, without holding them all."""
    figures = StatedFigure.objects.filter(result__origin=Origin.PUBLISHED).select_related("result__agency")
    if year is not None:
        figures = figures.filter(result__year=year)
    return figures.order_by("result__agency__sort_key", "result__year", "id").iterator(CHUNK)


def count_figures() -> int:
    """How many figures are published."""
    return StatedFigure.objects.filter(result__origin=Origin.PUBLISHED).count()


def stored_years(agency_id: int) -> dict[int, StoredYear]:
    """What stands for each of an agency's years, oldest first, in two queries. Not for the public."""
    results = StoredResult.objects.filter(agency_id=agency_id).prefetch_related("figures")
    standing = {result.year: result for result in results.order_by("year", F("origin").desc())}
    return {year: StoredYear(found, tuple(map(_as_figure, found.figures.all()))) for year, found in standing.items()}


def scored_years(agency_id: int) -> dict[int, AgencyResult]:
    """An agency's years scored, oldest first, those it keeps for itself included, in two queries."""
    return {year: entry.scored for year, entry in stored_years(agency_id).items() if _has_rules(entry.result)}


def respondents(agency_id: int, year: int) -> dict[Place, Turnout]:
    """How many answered of how many, where known, by place; a question without its own takes its instrument's."""
    standing = stored_years(agency_id).get(year)
    if standing is None or not _has_rules(standing.result):
        return {}
    return spread_turnout(load_year(year, revision=standing.result.instrument_revision), standing.figures)


def published_year(agency_id: int, year: int) -> PublishedYear | None:
    """What is published of an agency's year."""
    result = PublishedResult.objects.filter(agency_id=agency_id, year=year).prefetch_related("figures").first()
    return None if result is None else PublishedYear(result, tuple(map(_as_figure, result.figures.all())))


def _matches(wanted: ResultFilter) -> Q:
    condition = narrowed(words=wanted.words, type=wanted.type, province=wanted.province, prefix="agency__")
    return condition if wanted.year is None else condition & Q(year=wanted.year)


def _has_rules(result: StoredResult) -> bool:
    try:
        load_year(result.year, revision=result.instrument_revision)
    except UnknownYearError:
        return False
    return True


def _as_figure(row: StatedFigure) -> Figure:
    return Figure(place_from(row.instrument, row.code), row.score, row.n, row.population)

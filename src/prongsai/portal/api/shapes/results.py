"""Published results as lists tell them."""

from dataclasses import dataclass
from typing import Any

from prongsai.assessing.sureness import Sureness
from prongsai.portal.agencies.queries import Agency
from prongsai.portal.api.shapes.links import api_link, page_link
from prongsai.portal.results.queries import PublishedResult
from prongsai.portal.results.standing import RankFacts, ranks_from
from prongsai.shapes.scored import Score, score_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A rank among `rank_of`, which `sharing` agencies have.

    By the 95 % intervals of the totals it may be anything from `first` to `last`.
    """

    rank: int
    rank_of: int
    sharing: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranks:
    """An agency's ranks within its type, its province and the nation, null where it has none."""

    type: Rank | None
    province: Rank | None
    nation: Rank | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """The 95 % interval of a total, and the levels at its two ends; these are null where unknown."""

    total_low: Score
    total_high: Score
    level_low: str | None
    level_high: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose year it is; `agency` is the code, and `fictional` agencies do not exist."""

    agency: str
    agency_name: str
    agency_name_en: str | None
    type: str
    province: str | None
    fictional: bool
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine(Subject):
    """A published result; `level` is the lowest that is sure where it is not certain.

    `how_sure` and `ranks` are null where they are not known, as of results that were not computed from answers here.
    """

    total: Score | None
    level: str | None
    level_certain: bool
    reached_target: bool | None
    how_sure: Sure | None
    ranks: Ranks | None
    url: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """A page of the list; `next` is the address of the one after it, null on the last."""

    count: int
    page: int
    pages: int
    next: str | None
    results: tuple[ResultLine, ...]


def subject(agency: Agency, year: int) -> dict[str, Any]:
    """The fields of `Subject`."""
    return {
        "agency": agency.code,
        "agency_name": agency.name_th,
        "agency_name_en": agency.name_en or None,
        "type": agency.type,
        "province": agency.province or None,
        "fictional": agency.is_fictional,
        "year": year,
    }


def result_line(result: PublishedResult) -> ResultLine:
    """A result that came with its agency."""
    code, year = result.agency.code, result.year
    return ResultLine(
        **subject(result.agency, year),
        total=score_text(result.total),
        level=result.level or None,
        level_certain=result.level_certain,
        reached_target=result.reached_target,
        how_sure=how_sure(result.sureness),
        ranks=ranks(result),
        url=api_link("result", code, year),
        page=page_link("results:result", code, year),
    )


def how_sure(known: Sureness | None) -> Sure | None:
    """The interval of a total with its levels."""
    if known is None:
        return None
    return Sure(
        total_low=f"{known.total_low:.2f}",
        total_high=f"{known.total_high:.2f}",
        level_low=known.level_low or None,
        level_high=known.level_high or None,
    )


def ranks(result: PublishedResult) -> Ranks | None:
    """The ranks of the round that it was computed in."""
    found = ranks_from(result.ranks)
    if found is None:
        return None
    return Ranks(type=_rank(found.in_type), province=_rank(found.in_province), nation=_rank(found.in_nation))


def _rank(found: RankFacts | None) -> Rank | None:
    if found is None:
        return None
    return Rank(rank=found.rank, rank_of=found.of, sharing=found.sharing, first=found.first, last=found.last)

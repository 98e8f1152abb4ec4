"""Agencies of which something is published."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from prongsai.portal.agencies.queries import Agency
from prongsai.portal.api.shapes.links import api_link, page_link
from prongsai.portal.results.queries import PublishedResult
from prongsai.shapes.scored import Score, score_text


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """An agency; `fictional` ones do not exist and were made up for a demonstration."""

    code: str
    name: str
    name_en: str | None
    type: str
    province: str | None
    district: str | None
    fictional: bool
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyYear:
    """A published year of an agency; `level` is the lowest that is sure where it is not certain."""

    year: int
    total: Score | None
    level: str | None
    level_certain: bool
    url: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureYear:
    """A year of which the agency's executive confirmed what it discloses."""

    year: int
    url: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyWhole(AgencyLine):
    """An agency with its published years, newest first."""

    years: tuple[AgencyYear, ...]
    disclosures: tuple[DisclosureYear, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyPage:
    """A page of the list; `next` is the address of the one after it, null on the last."""

    count: int
    page: int
    pages: int
    next: str | None
    agencies: tuple[AgencyLine, ...]


def agency_line(agency: Agency) -> AgencyLine:
    """An agency as a list tells it."""
    return AgencyLine(
        code=agency.code,
        name=agency.name_th,
        name_en=agency.name_en or None,
        type=agency.type,
        province=agency.province or None,
        district=agency.district or None,
        fictional=agency.is_fictional,
        url=api_link("agency", agency.code),
    )


def agency_whole(agency: Agency, results: Iterable[PublishedResult], disclosed_years: Iterable[int]) -> AgencyWhole:
    """An agency with its years."""
    return AgencyWhole(
        **asdict(agency_line(agency)),
        years=tuple(_year(agency.code, result) for result in results),
        disclosures=tuple(disclosure_year(agency.code, year) for year in disclosed_years),
    )


def disclosure_year(code: str, year: int) -> DisclosureYear:
    """Where an agency's disclosure of a year is."""
    url, page = api_link("disclosure", code, year), page_link("disclosure:show", code, year)
    return DisclosureYear(year=year, url=url, page=page)


def _year(code: str, result: PublishedResult) -> AgencyYear:
    return AgencyYear(
        year=result.year,
        total=score_text(result.total),
        level=result.level or None,
        level_certain=result.level_certain,
        url=api_link("result", code, result.year),
        page=page_link("results:result", code, result.year),
    )

"""Finds what an address names, or refuses in words. What is public is decided by the areas that publish it."""

from django.http import Http404
from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import Agency, find_agency
from prongsai.portal.api.questions import read_year
from prongsai.portal.api.refusals import RefusedError, not_there
from prongsai.portal.api.shapes.agencies import AgencyWhole, agency_whole
from prongsai.portal.api.shapes.disclosures import WholeDisclosure, whole_disclosure
from prongsai.portal.api.shapes.links import api_link
from prongsai.portal.api.shapes.whole_result import WholeResult, whole_result
from prongsai.portal.disclosures.public.access import open_disclosure
from prongsai.portal.disclosures.public.queries import public_years
from prongsai.portal.results.access import open_result
from prongsai.portal.results.queries import results_of, years_of
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import UnknownYearError, load_year
from prongsai.shapes.year_rules import YearRules, year_rules

YEAR = "year"


def find_rules(text: str) -> YearRules:
    """A year's rules."""
    return year_rules(_load(read_year(text, where=YEAR)))


def find_whole_agency(code: str) -> AgencyWhole:
    """An agency of which something is published; three queries."""
    agency = find_agency(code)
    if agency is None:
        raise _no_agency(code)
    results, disclosed = results_of(agency.pk), public_years(agency.pk)
    if not results and not disclosed:
        raise _no_agency(code)
    return agency_whole(agency, results, disclosed)


def find_result(code: str, text: str) -> WholeResult:
    """A published result; three queries."""
    year = read_year(text, where=YEAR)
    try:
        opened = open_result(code, year)
    except Http404:
        raise _no_year(code, year, years_of(code)) from None
    return whole_result(opened, has_disclosure=year in public_years(opened.result.agency_id))


def find_disclosure(code: str, text: str) -> WholeDisclosure:
    """What an executive confirmed for a real round of the year; at most sixteen queries."""
    year = read_year(text, where=YEAR)
    try:
        return whole_disclosure(open_disclosure(code, year))
    except Http404:
        raise _no_year(code, year, _disclosed_years(find_agency(code))) from None


def _load(year: int) -> YearInstrument:
    try:
        return load_year(year)
    except UnknownYearError as error:
        found = _("ไม่มีเกณฑ์ของปี %(year)s") % {"year": year}
        raise not_there(YEAR, found, _years_there(list(error.known))) from None


def _disclosed_years(agency: Agency | None) -> list[int]:
    return [] if agency is None else public_years(agency.pk)


def _no_agency(code: str) -> RefusedError:
    found = _("ไม่มีข้อมูลที่เผยแพร่ของหน่วยงานรหัส %(code)s") % {"code": code}
    return not_there("agency", found, _("ดูรหัสหน่วยงานที่ %(address)s") % {"address": api_link("agencies")})


def _no_year(code: str, year: int, years: list[int]) -> RefusedError:
    if not years:
        return _no_agency(code)
    found = _("ไม่มีข้อมูลที่เผยแพร่ของปี %(year)s") % {"year": year}
    return not_there(YEAR, found, _years_there(years))


def _years_there(years: list[int]) -> str:
    return _("ปีที่มี: %(years)s") % {"years": ", ".join(map(str, years))}

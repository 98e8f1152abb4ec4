"""What the API answers: each view gives back typed data or refuses."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from prongsai.portal.agencies.queries import narrowed
from prongsai.portal.api.access import find_disclosure, find_result, find_rules, find_whole_agency
from prongsai.portal.api.answering import answers
from prongsai.portal.api.description.document import describe
from prongsai.portal.api.paging import page_of
from prongsai.portal.api.queries import agencies_told, provinces_told
from prongsai.portal.api.questions import Question
from prongsai.portal.api.refusals import not_there
from prongsai.portal.api.scoring import score_body
from prongsai.portal.api.shapes.agencies import AgencyPage, AgencyWhole, agency_line
from prongsai.portal.api.shapes.disclosures import WholeDisclosure
from prongsai.portal.api.shapes.index import Index, index
from prongsai.portal.api.shapes.links import api_link
from prongsai.portal.api.shapes.results import ResultPage, result_line
from prongsai.portal.api.shapes.whole_result import WholeResult
from prongsai.portal.results import queries as results
from prongsai.rulebook.loading import known_years, load_year
from prongsai.shapes.scored import ScoredAgency
from prongsai.shapes.year_rules import YearLine, YearRules, year_line


@answers("GET")
def tell_description(request: HttpRequest) -> dict[str, object]:
    """The OpenAPI document of all this."""
    Question(request)
    return describe()


@answers("GET")
def tell_index(request: HttpRequest) -> Index:
    """What there is."""
    Question(request)
    return index(results.published_years(), provinces_told())


@answers("GET")
def list_years(request: HttpRequest) -> list[YearLine]:
    """The years that have rules."""
    Question(request)
    return [year_line(load_year(year)) for year in known_years()]


@answers("GET")
def tell_year(request: HttpRequest, year: str) -> YearRules:
    """A year's rules."""
    Question(request)
    return find_rules(year)


@answers("GET")
def list_agencies(request: HttpRequest) -> AgencyPage:
    """The agencies of which something is published."""
    asked = Question(request, "q", "type", "province", "page")
    narrowed_to = narrowed(words=asked.words(), type=asked.type(), province=asked.province())
    page = page_of(request, agencies_told(narrowed_to), asked.page())
    lines = tuple(map(agency_line, page.rows))
    return AgencyPage(count=page.count, page=page.page, pages=page.pages, next=page.next, agencies=lines)


@answers("GET")
def tell_agency(request: HttpRequest, code: str) -> AgencyWhole:
    """An agency with its published years."""
    Question(request)
    return find_whole_agency(code)


@answers("GET")
def list_results(request: HttpRequest) -> ResultPage:
    """The published results of a year, or each agency's newest."""
    asked = Question(request, "year", "type", "province", "page")
    wanted = results.ResultFilter(year=asked.year(), type=asked.type(), province=asked.province())
    page = page_of(request, results.list_results(wanted), asked.page())
    lines = tuple(map(result_line, page.rows))
    return ResultPage(count=page.count, page=page.page, pages=page.pages, next=page.next, results=lines)


@answers("GET")
def tell_result(request: HttpRequest, code: str, year: str) -> WholeResult:
    """An agency's published year."""
    Question(request)
    return find_result(code, year)


@answers("GET")
def tell_disclosure(request: HttpRequest, code: str, year: str) -> WholeDisclosure:
    """What an agency discloses for a year."""
    Question(request)
    return find_disclosure(code, year)


@answers("POST")
def score_rows(request: HttpRequest) -> list[ScoredAgency]:
    """Rows of a scores file, scored."""
    return score_body(request, Question(request, "year").year())


@answers("GET")
def tell_unknown(request: HttpRequest) -> None:
    """Nothing else is here."""
    mend = _("ดูสิ่งที่มีที่ %(address)s") % {"address": api_link("index")}
    raise not_there("address", request.path, mend)

"""The first page: everybody's published results."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from prongsai.portal.home.forms import ResultSearchForm
from prongsai.portal.results.presenting import result_row
from prongsai.portal.results.queries import list_results, published_provinces, published_years, summarise

ROWS_ON_A_PAGE = 25


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """Search, filters and the list of published results."""
    form = ResultSearchForm(request.GET, provinces=published_provinces(), years=published_years())
    wanted = form.wanted()
    found = list_results(wanted)
    summary = summarise(found)
    paginator = Paginator(found, ROWS_ON_A_PAGE)
    paginator.count = summary.results
    page = paginator.get_page(request.GET.get("page"))
    contents = {
        "form": form,
        "wanted": wanted,
        "summary": summary,
        "page": page,
        "rows": [result_row(result) for result in page],
        "asked": _without_page(request),
    }
    return render(request, "home/home.html", contents)


def _without_page(request: HttpRequest) -> str:
    """The question as it stands in the address, without the page number."""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()

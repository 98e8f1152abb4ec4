"""A page of a list: how many there are, and where the next one is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from prongsai.portal.api.refusals import not_there

ROWS_ON_A_PAGE = 100

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """The rows of a page; `next` is the address of the one after it."""

    count: int
    page: int
    pages: int
    next: str | None
    rows: tuple[Row, ...]


def page_of(request: HttpRequest, found: QuerySet[Row], number: int) -> Page[Row]:
    """The page of this number; two queries. The order must be one without ties, or rows would be told twice."""
    paginator = Paginator(found, ROWS_ON_A_PAGE)
    if number > paginator.num_pages:
        mend = _("มี %(pages)s หน้า") % {"pages": paginator.num_pages}
        raise not_there("page", _("ไม่มีหน้า %(page)s") % {"page": number}, mend)
    rows = tuple(paginator.page(number))
    following = _address_of(request, number + 1) if number < paginator.num_pages else None
    return Page(paginator.count, number, paginator.num_pages, following, rows)


def _address_of(request: HttpRequest, number: int) -> str:
    asked = request.GET.copy()
    asked["page"] = str(number)
    return f"{request.path}?{asked.urlencode()}"

"""Board, list and timeline of a plan in force."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans.doing.lines import board_of, month_names, timeline_of
from prongsai.portal.plans.doing.pages import steps_page


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_board(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Steps in columns by state."""
    page = steps_page(request, seat, year, timezone.localdate())
    contents = page.contents(seat, "board") | {"columns": board_of(page.lines)}
    return render(request, "plans/board.html", contents)


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_list(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Steps one under another."""
    page = steps_page(request, seat, year, timezone.localdate())
    return render(request, "plans/list.html", page.contents(seat, "list"))


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_timeline(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Measures and steps over the months of the fiscal year."""
    page = steps_page(request, seat, year, timezone.localdate())
    contents = page.contents(seat, "timeline") | {
        "months": month_names(page.plan.year),
        "rows": timeline_of(page.lines, page.plan.year, page.today),
    }
    return render(request, "plans/timeline.html", contents)

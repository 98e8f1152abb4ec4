"""Board, list and timeline of a plan in force; its evidence handed over to OIT."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.portal.disclosures.refusals import DisclosureRefusedError
from prongsai.portal.people.access import Seat, office_view
from prongsai.portal.people.roles import Permission
from prongsai.portal.plans import access
from prongsai.portal.plans.doing.handing_over import count_waiting, hand_over
from prongsai.portal.plans.doing.items import item_year
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
    return render(request, "plans/list.html", page.contents(seat, "list") | _handing_over(request, seat, year))


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


@office_view(Permission.EDIT_PLAN)
@require_POST
def hand_over_evidence(request: HttpRequest, seat: Seat, year: int) -> HttpResponse:
    """Put all evidence that was marked for OIT items into the answers."""
    plan = access.open_plan_in_force(seat, year)
    tell_handing_over(request, seat, item_year(plan.year).year)
    return redirect("plans:list", seat.agency.code, year)


def tell_handing_over(request: HttpRequest, seat: Seat, year: int) -> None:
    """Put what was marked into the answers, and say what became of it."""
    try:
        items = hand_over(seat=seat, year=year, home=_home(request))
    except DisclosureRefusedError as refusal:
        messages.warning(request, str(refusal))
        return
    if items:
        said = {"items": ", ".join(items).upper()}
        messages.success(request, _("ใส่ที่อยู่ลงในคำตอบ OIT ข้อ %(items)s เป็นร่างแล้ว ตรวจดูก่อนส่ง") % said)
    elif items is None:
        messages.info(request, _("ยังไม่ถึงช่วงตอบ OIT ของปีนั้น เมื่อเปิดแล้วใส่หลักฐานที่เก็บไว้ทั้งหมดได้จากหน้ารายการขั้นตอน"))


def _handing_over(request: HttpRequest, seat: Seat, year: int) -> dict[str, Any]:
    """How much marked evidence is not among the answers yet, for those who may put it there."""
    item_of = item_year(year).year
    may = seat.may(Permission.EDIT_PLAN)
    return {"item_year": item_of, "waiting": count_waiting(seat=seat, year=item_of, home=_home(request)) if may else 0}


def _home(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")

"""The first page behind sign-in, an agency's desk, and its journal."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from prongsai.portal.journal.queries import lines_of_agency
from prongsai.portal.office.desk import cards_for, national_cards_for
from prongsai.portal.office.journal_page import check_chain, in_words
from prongsai.portal.people.access import (
    NationalSeat,
    Seat,
    national_view,
    office_view,
    signed_in,
    signed_in_person,
    take_national_seat,
)
from prongsai.portal.people.queries import places_of
from prongsai.portal.people.roles import Permission

LINES_ON_A_PAGE = 50


@signed_in
@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """Where the person works: agencies, and nationally; straight on where there is one place."""
    person = signed_in_person(request)
    places, national = places_of(person.pk), take_national_seat(person)
    if "choose" not in request.GET:
        if national and not places:
            return redirect("office:national")
        if len(places) == 1 and not national:
            return redirect("office:desk", places[0].agency.code)
    return render(request, "office/home.html", {"places": places, "national": national})


@national_view(Permission.WATCH_ROUNDS)
@require_safe
def show_national_desk(request: HttpRequest, seat: NationalSeat) -> HttpResponse:
    """What there is to do for all agencies."""
    return render(request, "office/national.html", {"seat": seat, "cards": national_cards_for(seat)})


@office_view(Permission.SEE_AGENCY)
@require_safe
def show_desk(request: HttpRequest, seat: Seat) -> HttpResponse:
    """What there is to do at this agency."""
    return render(request, "office/desk.html", {"seat": seat, "cards": cards_for(seat)})


@office_view(Permission.READ_JOURNAL)
@require_safe
def show_journal(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Who did what at this agency, newest first, and whether the journal's chain is whole."""
    page = Paginator(lines_of_agency(seat.agency.code), LINES_ON_A_PAGE).get_page(request.GET.get("page"))
    contents = {
        "seat": seat,
        "page": page,
        "lines": in_words(list(page), home=f"agencies/{seat.agency.code}"),
        "chain": check_chain(asked="check" in request.GET),
    }
    return render(request, "office/journal.html", contents)

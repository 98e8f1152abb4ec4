"""Finds the year and the waiting file that an address names, or says that it is not there."""

from django.http import Http404

from prongsai.portal.bringing.models import WaitingFile
from prongsai.portal.bringing.queries import find_waiting_file
from prongsai.portal.people.access import Seat
from prongsai.portal.results.queries import PublishedYear, published_year
from prongsai.rulebook.instrument import YearInstrument
from prongsai.rulebook.loading import UnknownYearError, load_year


def open_year(year: int) -> YearInstrument:
    """The year's rules."""
    try:
        return load_year(year)
    except UnknownYearError as problem:
        raise Http404(str(problem)) from problem


def open_published_year(seat: Seat, year: int) -> PublishedYear:
    """What is published of the agency's year."""
    found = published_year(seat.agency.pk, year)
    if found is None:
        raise Http404(f"nothing published of {seat.agency.code} for {year}")
    return found


def open_waiting_file(seat: Seat, file_id: int) -> WaitingFile:
    """The person's own waiting file."""
    found = find_waiting_file(seat.agency.pk, seat.actor, file_id)
    if found is None:
        raise Http404(f"no waiting file {file_id}")
    return found

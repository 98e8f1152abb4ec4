"""Finds the result, analysis or finding that an address names, or says that it is not there."""

from django.http import Http404

from prongsai.portal.analyses.material import Material
from prongsai.portal.analyses.models import Analysis, Finding
from prongsai.portal.analyses.queries import find_analysis, find_finding, material_for
from prongsai.portal.people.access import Seat
from prongsai.rulebook.loading import UnknownYearError


def open_material(seat: Seat, year: int) -> Material:
    """What the agency's analysis of a year rests on."""
    try:
        material = material_for(seat.agency.pk, year)
    except UnknownYearError as problem:
        raise Http404(str(problem)) from problem
    if material is None:
        raise Http404(f"no result of {seat.agency.code} for {year}")
    return material


def open_analysis(seat: Seat, year: int) -> Analysis:
    """The agency's analysis of a year."""
    analysis = find_analysis(seat.agency.pk, year)
    if analysis is None:
        raise Http404(f"no analysis of {seat.agency.code} for {year}")
    return analysis


def open_finding(seat: Seat, year: int, finding_id: int) -> Finding:
    """A finding of the agency's analysis of a year."""
    finding = find_finding(seat.agency.pk, finding_id)
    if finding is None or finding.analysis.year != year:
        raise Http404(f"no finding {finding_id} of {seat.agency.code} for {year}")
    return finding

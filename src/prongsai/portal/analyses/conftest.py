"""What tests of analyses share: the town of the published report (97.00 in 2568) as the cast's agency."""

from dataclasses import replace

import pytest

from prongsai.portal.analyses.actions import start_analysis
from prongsai.portal.analyses.queries import material_for
from prongsai.portal.demonstration.published import published_years
from prongsai.portal.results.actions import bring_result
from prongsai.rulebook.instrument import Instrument

PRINTED = {entry.year: entry.figures for entry in published_years() if entry.agency == "song-phi-nong"}
RESPONDENTS = {Instrument.IIT: 99, Instrument.EIT1: 229, Instrument.EIT2: 48}


def with_respondents(figures):
    return [
        replace(figure, n=RESPONDENTS[figure.place.instrument])
        if figure.place.code == "instrument" and figure.place.instrument in RESPONDENTS
        else figure
        for figure in figures
    ]


@pytest.fixture
def bring(agency):
    """Brings figures of a year for the agency."""

    def act(figures, year=2568):
        bring_result(actor="tester", agency_id=agency.pk, agency_code=agency.code, year=year, figures=figures)

    return act


@pytest.fixture
def material(agency, bring):
    """The town's 2568 with 2567 before it, respondents known."""
    bring(PRINTED[2567], 2567)
    bring(with_respondents(PRINTED[2568]))
    return material_for(agency.pk, 2568)


@pytest.fixture
def analysis(officer, material):
    """The town's analysis, just opened."""
    return start_analysis(seat=officer.seat, material=material)
